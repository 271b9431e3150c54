import type { FindingCode } from '../base/finding.ts';

/** What the login server said: OAuth's `error` with its description, and what came along with it. */
export interface LoginAnswer {
  readonly error: string;
  readonly description: string;
  readonly status?: number | undefined;
  /** Seconds, as the header `Retry-After` tells them. */
  readonly retryAfter?: number | undefined;
}

/** What it means here; the words for it are those of the finding. */
export interface SignInMeaning {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * The errors of the login server, which speaks OAuth (https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 * and 4.1.2.1, https://www.rfc-editor.org/rfc/rfc6750#section-3.1), and what each of them means here.
 */
const meanings: Readonly<Record<string, FindingCode>> = {
  invalid_client: 'client-unknown',
  unauthorized_client: 'client-not-allowed',
  invalid_grant: 'code-expired',
  access_denied: 'sign-in-denied',
  invalid_scope: 'scope-not-allowed',
  unsupported_grant_type: 'client-not-allowed',
  unsupported_response_type: 'client-not-allowed',
  redirect_uri_mismatch: 'redirect-not-registered',
  server_error: 'login-unavailable',
  temporarily_unavailable: 'login-unavailable',
  invalid_token: 'token-expired',
  insufficient_scope: 'missing-scope',
};

/** Taken where the login server does not say how long to wait. */
const usualWait = 60;

/**
 * The one catalogue of what the login server answers, for a sign-in of ours as for an answer that was
 * pasted. Its descriptions tell more than its codes do, so they are looked at first.
 */
export function signInMeaning({
  error,
  description,
  status,
  retryAfter,
}: LoginAnswer): SignInMeaning {
  const known = meanings[error.toLowerCase()];
  // Too many sign-ins come as 400 invalid_request, too:
  // https://github.com/MyPureCloud/terraform-provider-genesyscloud (provider.go)
  if (status === 429 || /rate limit|too many/i.test(description)) {
    const told = Number(/(\d+)\]? *s(?:ec|\b)/i.exec(description)?.[1] ?? Number.NaN);
    const seconds = retryAfter ?? (Number.isNaN(told) ? usualWait : told);
    return { code: 'login-throttled', params: { seconds } };
  }
  const [, address] =
    /\bIP address\b[^[\d]*\[?((?:\d+\.){3}\d+|[\da-f:]{6,})/i.exec(description) ?? [];
  if (address !== undefined) return { code: 'ip-not-allowed', params: { ip: address } };
  if (/redirect/i.test(description)) return { code: 'redirect-not-registered', params: {} };
  if (/client/.test(error) && /inactive|disabled|deactivated/i.test(description)) {
    return { code: 'client-inactive', params: {} };
  }
  if (known === 'sign-in-denied') {
    return { code: known, params: description === '' ? {} : { reason: description } };
  }
  if (known === 'missing-scope') return { code: known, params: { scope: 'architect' } };
  if (known !== undefined) return { code: known, params: {} };
  if (status !== undefined && status >= 500) return { code: 'login-unavailable', params: {} };
  return { code: 'sign-in-refused', params: { error } };
}
