import { describe, expect, test } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import { explain } from '../base/explain.ts';
import type { Failure } from '../base/failure.ts';
import { fill, type Text } from '../base/text.ts';
import { connectionSchema } from '../settings/settings.ts';
import { signInAddress } from './sign-in-address.ts';
import { signInFailure, tokenFailure } from './sign-in-failure.ts';

const catalogue: Record<string, { message: string }> = english;
const text: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);

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

  const asked = { redirectUri: 'https://abc.chromiumapp.org/x', state: 's', codeChallenge: 'c' };

  test('leads to the org’s own sign-in page, with who is expected', () => {
    const singleSignOn = { org: 'acme', provider: 'okta' };
    const settings = { ...connection, singleSignOn, loginHint: 'ada@acme.example:acme' };
    const { searchParams } = signInAddress(settings, asked);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      org: 'acme',
      provider: 'okta',
      login_hint: 'ada@acme.example:acme',
    });
    expect(searchParams.has('prompt')).toBe(false);
  });

  test('asks who it is, without a hint, where another account is to be used', () => {
    const settings = { ...connection, loginHint: 'ada@acme.example' };
    const { searchParams } = signInAddress(settings, { ...asked, asksWho: true });
    expect(searchParams.get('prompt')).toBe('login');
    expect(searchParams.has('login_hint')).toBe(false);
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
    ['authorize', 'access_denied', undefined, 'sign-in-denied'],
    ['token', 'invalid_request', 'code missing', 'sign-in-refused'],
    ['answer', 'x', 'unexpected "state" response parameter value', 'sign-in-state-mismatch'],
    ['answer', 'x', 'response parameter "iss" missing', 'sign-in-state-mismatch'],
    ['answer', 'x', '"response" body "token_type" property', 'token-answer-malformed'],
    ['answer', 'x', undefined, 'token-answer-malformed'],
  ] as const)('at the step %s, with %s (%s): %s', (step, error, description, code) => {
    const failure = signInFailure({ step, error, description });
    const params = step === 'network' ? {} : { error, description: description ?? '' };
    expect(failure).toEqual({ code, params });
  });

  test.each([
    ['authorize', 'access_denied', 'Not approved', 'sign-in-denied', { reason: 'Not approved' }],
    [
      'authorize',
      'access_denied',
      'Requests originating from this IP address are not authorized: [198.51.100.20]',
      'ip-not-allowed',
      { ip: '198.51.100.20' },
    ],
    ['authorize', 'invalid_scope', 'No', 'scope-not-allowed', {}],
    ['authorize', 'unauthorized_client', 'No', 'client-not-allowed', {}],
    ['token', 'invalid_client', 'authentication failed', 'client-unknown', {}],
    ['token', 'unauthorized_client', 'client is inactive', 'client-inactive', {}],
    ['token', 'invalid_client', 'Client is disabled', 'client-inactive', {}],
    ['token', 'invalid_grant', 'expired, or revoked', 'code-expired', {}],
    ['token', 'invalid_request', 'redirect_uri mismatch', 'redirect-not-registered', {}],
    ['token', 'invalid_request', 'rate limit exceeded', 'login-throttled', { seconds: 60 }],
    [
      'token',
      'invalid_request',
      'Rate limit exceeded, retry in 24 seconds',
      'login-throttled',
      { seconds: 24 },
    ],
  ] as const)(
    'at the step %s, with %s (%s), the finding %s',
    (step, error, description, finding, params) => {
      const failure = signInFailure({ step, error, description });
      expect(failure.params).toEqual({ error, description, finding, ...params });
    },
  );
});

describe('an answer of the token endpoint that is no token means', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    [
      'an error of OAuth',
      400,
      json,
      { error: 'invalid_client' },
      'sign-in-refused',
      { finding: 'client-unknown' },
    ],
    [
      'its error, with what it calls a description',
      400,
      json,
      { error: 'unauthorized_client', description: 'client is inactive' },
      'sign-in-refused',
      { finding: 'client-inactive' },
    ],
    [
      'to wait as long as it says',
      429,
      { ...json, 'retry-after': '24' },
      { code: 'too.many.requests.retry.after' },
      'sign-in-throttled',
      { finding: 'login-throttled', seconds: 24 },
    ],
    [
      'to wait where it says nothing',
      429,
      {},
      undefined,
      'sign-in-throttled',
      { finding: 'login-throttled', seconds: 60 },
    ],
    [
      'what the API says',
      401,
      json,
      { code: 'bad.credentials', message: 'Invalid login credentials.' },
      'sign-in-refused',
      { error: 'bad.credentials', description: 'Invalid login credentials.' },
    ],
    [
      'what the header says',
      401,
      { 'www-authenticate': 'Bearer error="invalid_token", error_description="expired"' },
      undefined,
      'sign-in-refused',
      { finding: 'token-expired' },
    ],
    [
      'a proxy',
      403,
      { 'content-type': 'text/html' },
      '<html>Blocked</html>',
      'token-answer-malformed',
      { finding: 'proxy-answered', status: 403 },
    ],
    [
      'a fault of the server, whoever says it',
      503,
      { 'content-type': 'text/html' },
      '<html>503</html>',
      'sign-in-refused',
      { finding: 'login-unavailable' },
    ],
    [
      'a fault of the server',
      503,
      json,
      { message: 'unavailable' },
      'sign-in-refused',
      { finding: 'login-unavailable' },
    ],
  ])('%s', (_what, status, headers, body, code, params) => {
    const failure = tokenFailure({
      status,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
    });
    expect(failure).toMatchObject({ code, params });
  });
});

describe('people read of a failed sign-in', () => {
  const read = (failure: Failure) => Object.values(explain(failure, text)).join(' ');

  test.each([
    [
      'invalid_client',
      'authentication failed',
      /^Genesys Cloud does not recognize the client ID\. Check the region first/,
    ],
    ['unauthorized_client', 'client is inactive', /inactive.*Admin > Integrations > OAuth/],
    ['invalid_grant', 'expired', /Sign in again\.$/],
    ['access_denied', 'Ask Sales', /“Ask Sales”/],
    ['invalid_request', 'rate limit exceeded, wait 24 s', /Wait 24 s/],
    ['invalid_request', 'code missing', /invalid_request code missing/],
  ])('%s, %s', (error, description, words) => {
    expect(read(signInFailure({ step: 'token', error, description }))).toMatch(words);
  });

  test('its own words where a later version names a finding that this one does not know', () => {
    const failure: Failure = { code: 'sign-in-denied', params: { finding: 'of-tomorrow' } };
    expect(read(failure)).toMatch(/^Genesys Cloud did not let this app sign you in/);
  });
});
