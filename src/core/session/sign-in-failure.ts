import type { Failure, FailureCode } from '../base/failure.ts';
import { jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { type LoginAnswer, signInMeaning } from './sign-in-meaning.ts';

/** What went wrong while signing in, and at which step. */
interface SignInError {
  step: 'authorize' | 'token' | 'answer' | 'network';
  /** OAuth's `error`, or the library's code for an answer that is not as specified. */
  error: string;
  description: string | undefined;
}

/**
 * The failure that people read. What the login server said is explained by the one catalogue for it
 * (`signInMeaning`), whose finding the failure names.
 *
 * - `sign-in-denied`: the person, or the org, said no.
 * - `sign-in-throttled`: too many attempts.
 * - `sign-in-refused`: any other refusal.
 * - `sign-in-state-mismatch`: the answer does not belong to this attempt.
 * - `token-answer-malformed`: the login server answered something that is no token.
 * - `login-unreachable`: no answer.
 */
export function signInFailure({ step, error, description = '' }: SignInError): Failure {
  if (step === 'network') return { code: 'login-unreachable', params: {} };
  if (step === 'answer') {
    const aboutState = /"?state"?/.test(description) || /\biss\b/.test(description);
    const code = aboutState ? 'sign-in-state-mismatch' : 'token-answer-malformed';
    return { code, params: { error, description } };
  }
  return refusal({ error, description });
}

function refusal(answer: LoginAnswer): Failure {
  const { code: finding, params } = signInMeaning(answer);
  const { error, description } = answer;
  const isUnknown =
    finding === 'sign-in-refused' || (finding === 'sign-in-denied' && !params.reason);
  return {
    code: failureCodes[finding] ?? 'sign-in-refused',
    // What the catalogue knows nothing about is said in the server's words.
    params: { error, description, ...(isUnknown ? {} : { finding, ...params }) },
  };
}

const failureCodes: Readonly<Record<string, FailureCode>> = {
  'sign-in-denied': 'sign-in-denied',
  'login-throttled': 'sign-in-throttled',
};

const text = z.catch(z.optional(z.string()), undefined);

/** OAuth's errors, and those of the API, which the login server sends, too. */
const errorSchema = z.object({
  error: text,
  error_description: text,
  description: text,
  code: text,
  message: text,
});

/**
 * The failure that an answer of the token endpoint means which is no token.
 *
 * @param answer with the names of its headers in lower case
 */
export function tokenFailure(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}): Failure {
  const { status, headers } = answer;
  const challenge = challengeIn(headers['www-authenticate'] ?? '');
  const told = errorSchema.safeParse(jsonOf(answer)).data;
  const error = told?.error ?? challenge.error ?? told?.code;
  const description =
    told?.error_description ?? told?.description ?? told?.message ?? challenge.description ?? '';
  if (error === undefined && description === '' && status !== 429 && status < 500) {
    const params = { error: '', description: '', finding: 'proxy-answered', status };
    return { code: 'token-answer-malformed', params };
  }
  const seconds = Number(headers['retry-after']);
  const retryAfter = seconds > 0 ? seconds : undefined;
  return refusal({ error: error ?? String(status), description, status, retryAfter });
}

/** `Bearer error="invalid_token", error_description="…"`, https://www.rfc-editor.org/rfc/rfc6750#section-3 */
function challengeIn(header: string): { error?: string; description?: string } {
  const [, error] = /\berror="([^"]*)"/.exec(header) ?? [];
  const [, description] = /\berror_description="([^"]*)"/.exec(header) ?? [];
  return { ...(error && { error }), ...(description && { description }) };
}
