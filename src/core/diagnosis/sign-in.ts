import {
  type Finding,
  type FindingAction,
  type FindingCode,
  fact,
  finding,
} from '../base/finding.ts';

/**
 * The errors of the login server, which speaks OAuth (https://www.rfc-editor.org/rfc/rfc6749), and
 * what each of them means here.
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
  server_error: 'server-fault',
  temporarily_unavailable: 'service-unavailable',
  invalid_token: 'token-expired',
  insufficient_scope: 'missing-scope',
};

/** The finding for an error of the login server. Never `certain`: its codes cover several causes each. */
export function signInFinding(error: string, description: string): Finding {
  const evidence = [fact('login-said', { error, description })];
  const action: FindingAction = { kind: 'sign-in', scopes: [] };
  // Too many sign-ins come as 400 invalid_request, not as 429:
  // https://github.com/MyPureCloud/terraform-provider-genesyscloud (provider.go)
  if (/rate limit|too many/i.test(description)) {
    return finding(
      'login-throttled',
      'certain',
      { seconds: 60 },
      {
        evidence,
        action: { kind: 'wait', seconds: 60 },
      },
    );
  }
  if (/redirect/i.test(description)) {
    return finding(
      'redirect-not-registered',
      'likely',
      {},
      {
        evidence,
        action: { kind: 'open-admin', page: 'oauth' },
      },
    );
  }
  const code = meanings[error.toLowerCase()];
  if (code === undefined) return finding('sign-in-refused', 'possible', { error }, { evidence });
  const isClient = /^(?:client|scope|redirect)/.test(code);
  return finding(code, 'likely', code === 'missing-scope' ? { scope: 'architect' } : {}, {
    evidence,
    action: isClient ? { kind: 'open-admin', page: 'oauth' } : action,
  });
}
