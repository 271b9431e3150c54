import { describe, expect, test } from 'vitest';
import { connectionSchema } from '../settings/settings.ts';
import { signInAddress } from './sign-in-address.ts';
import { signInFailure } from './sign-in-failure.ts';

describe('the address to sign in at', () => {
  const connection = connectionSchema.parse({
    name: 'Test',
    environment: { region: 'mypurecloud.de' },
    clientId: '8d9e6f1a-1111-4222-8333-444455556666',
  });
  const address = signInAddress(connection, {
    redirectUri: 'https://abc.chromiumapp.org/mypurecloud.de',
    state: 's',
    codeChallenge: 'c',
  });

  test('is the region’s, for a code with PKCE by S256, and no token', () => {
    expect(`${address.origin}${address.pathname}`).toBe(
      'https://login.mypurecloud.de/oauth/authorize',
    );
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: connection.clientId,
      response_type: 'code',
      redirect_uri: 'https://abc.chromiumapp.org/mypurecloud.de',
      scope: 'architect user-basic-info',
      state: 's',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
  });
});

describe('what went wrong while signing in is', () => {
  test.each([
    ['network', '', undefined, 'login-unreachable'],
    ['authorize', 'access_denied', 'No', 'sign-in-denied'],
    ['authorize', 'invalid_scope', 'No', 'sign-in-refused'],
    ['token', 'invalid_grant', 'Expired', 'sign-in-refused'],
    ['token', 'invalid_request', 'rate limit exceeded', 'sign-in-throttled'],
    ['token', 'invalid_request', 'Rate limit exceeded the maximum', 'sign-in-throttled'],
    ['token', 'invalid_request', 'code missing', 'sign-in-refused'],
    ['answer', 'x', 'unexpected "state" response parameter value', 'sign-in-state-mismatch'],
    ['answer', 'x', 'response parameter "iss" missing', 'sign-in-state-mismatch'],
    ['answer', 'x', '"response" body "token_type" property', 'token-answer-malformed'],
    ['answer', 'x', 'unexpected HTTP response status code', 'token-answer-malformed'],
    ['answer', 'x', undefined, 'token-answer-malformed'],
  ] as const)('at the step %s, with %s (%s): %s', (step, error, description, code) => {
    const failure = signInFailure({ step, error, description });
    expect(failure.code).toBe(code);
    if (step !== 'network')
      expect(failure.params).toEqual({ error, description: description ?? '' });
  });
});
