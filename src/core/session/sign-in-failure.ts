import type { Failure } from '../base/failure.ts';

/** What went wrong while signing in, and at which step. */
interface SignInError {
  step: 'authorize' | 'token' | 'answer' | 'network';
  /** OAuth's `error`, or the library's code for an answer that is not as specified. */
  error: string;
  description: string | undefined;
}

/**
 * The failure that people are told of.
 *
 * - `sign-in-denied`: the person, or the org, said no.
 * - `sign-in-throttled`: too many attempts; Genesys Cloud says so as 400 `invalid_request`
 *   (seen in `provider.go` of MyPureCloud/terraform-provider-genesyscloud).
 * - `sign-in-refused`: any other refusal, in the server's words.
 * - `sign-in-state-mismatch`: the answer does not belong to this attempt.
 * - `token-answer-malformed`: the login server answered something that is no token.
 * - `login-unreachable`: no answer.
 */
export function signInFailure({ step, error, description }: SignInError): Failure {
  const params = { error, description: description ?? '' };
  if (step === 'network') return { code: 'login-unreachable', params: {} };
  if (step === 'answer') {
    const aboutState = /"?state"?/.test(params.description) || /\biss\b/.test(params.description);
    return { code: aboutState ? 'sign-in-state-mismatch' : 'token-answer-malformed', params };
  }
  if (error === 'access_denied') return { code: 'sign-in-denied', params };
  if (/rate limit/i.test(params.description)) return { code: 'sign-in-throttled', params };
  return { code: 'sign-in-refused', params };
}
