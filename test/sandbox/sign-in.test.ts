import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFormBrowser, type FormBrowser, type Landing } from './form-browser.ts';
import { clientScopes } from './identity.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const extensionUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/127.0.0.1:{port}';

let sandbox: Sandbox;
let redirectUri: string;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectUris: [extensionUri] });
  redirectUri = extensionUri.replace('{port}', new URL(sandbox.url).port);
});

afterAll(() => sandbox.close());

describe('a sign-in', () => {
  test('leads from the form to a token that the API takes', async () => {
    const { landing, verifier } = await signInAs('author');
    expect(`${landing.url.origin}${landing.url.pathname}`).toBe(redirectUri);
    expect([...landing.url.searchParams.keys()]).toEqual(['code', 'state']);
    const answer = await exchange(landing, verifier);
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 86_400,
    });
    const me = await callApi('/api/v2/users/me?expand=token', answer.body.access_token);
    expect(me).toMatchObject({
      name: sandbox.users.author.name,
      token: { authorizedScope: [...clientScopes] },
    });
  });

  test('satisfies a strict OAuth library', async () => {
    const { landing, verifier } = await signInAs('agent');
    const server = { issuer: sandbox.url, token_endpoint: `${sandbox.url}/oauth/token` };
    const client = { client_id: sandbox.clientId };
    const parameters = validateAuthResponse(server, client, landing.url, 'state-of-the-test');
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri,
      verifier,
      { [allowInsecureRequests]: true },
    );
    const token = await processAuthorizationCodeResponse(server, client, response);
    expect(token.token_type).toBe('bearer');
  });

  test('asks for nothing while the login session lives, and again after it ended', async () => {
    const browser = createFormBrowser();
    await signInAs('author', browser);
    const silent = await browser.open(await authorizeUrl());
    expect(silent.url.searchParams.get('code')).toBeTruthy();

    await browser.open(`${sandbox.url}/logout?client_id=${sandbox.clientId}`);
    expect((await browser.open(await authorizeUrl())).html).toContain('Sign in</h1>');
  });

  test('asks nevertheless when the client wants it to', async () => {
    const browser = createFormBrowser();
    await signInAs('author', browser);
    const page = await browser.open(await authorizeUrl({ prompt: 'login' }));
    expect(page.html).toContain('Sign in</h1>');
  });

  test('is asked for again when all login sessions are forgotten', async () => {
    const browser = createFormBrowser();
    await signInAs('author', browser);
    sandbox.endLoginSessions();
    expect((await browser.open(await authorizeUrl())).html).toContain('Sign in</h1>');
  });

  test('has a person filled in, so that one click signs in, and lists the others', async () => {
    const { html } = await createFormBrowser().open(await authorizeUrl());
    const { author, agent, viewer } = sandbox.users;
    expect(html).toContain(`required value="${author.email}"`);
    expect(html).toContain(`required value="${author.password}"`);
    for (const { email, password } of [agent, viewer]) {
      expect(html).toContain(`${email}: ${password}`);
    }
  });

  test('says that the password is wrong and keeps the address', async () => {
    const browser = createFormBrowser();
    const page = await browser.open(await authorizeUrl());
    const again = await browser.submit(page, { email: 'agent@sandbox.example', password: 'no' });
    expect(again.html).toContain('role="alert"');
    expect(again.html).toContain('value="agent@sandbox.example"');
  });

  test('grants only the scopes asked for', async () => {
    const { landing, verifier } = await signInAs('author', createFormBrowser(), {
      scope: 'user-basic-info',
    });
    const { body } = await exchange(landing, verifier);
    const refused = await callApi('/api/v2/flows', body.access_token);
    expect(refused).toMatchObject({ status: 403, code: 'app.not.authorized.for.scope' });
  });
});

describe('a sign-in is refused', () => {
  test('with access_denied when it is cancelled', async () => {
    const browser = createFormBrowser();
    const page = await browser.open(await authorizeUrl());
    const { url } = await browser.submit(page, { cancel: 'yes' });
    expect(url.searchParams.get('error')).toBe('access_denied');
    expect(url.searchParams.get('state')).toBe('state-of-the-test');
  });

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a foreign scope', { scope: 'architect flow:execute' }, 'invalid_scope'],
    ['with the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
  ])('%s', async (_, parameters, error) => {
    const { url } = await createFormBrowser().open(await authorizeUrl(parameters));
    expect(`${url.origin}${url.pathname}`).toBe(redirectUri);
    expect(
      url.searchParams.get('error') ?? new URLSearchParams(url.hash.slice(1)).get('error'),
    ).toBe(error);
  });

  test.each([
    ['an unknown client', { client_id: '00000000-0000-4000-8000-000000000000' }],
    ['an unregistered redirect URL', { redirect_uri: 'https://evil.example/' }],
    [
      'a redirect URL with another path',
      { redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/' },
    ],
  ])('on a page, leading nowhere, for %s', async (_, parameters) => {
    const page = await createFormBrowser().open(await authorizeUrl(parameters));
    expect(page.url.origin).toBe(sandbox.url);
    expect(page.status).toBe(400);
    expect(page.html).toContain('Sign-in is not possible');
  });
});

describe('a token is refused', () => {
  test('for a wrong verifier', async () => {
    const { landing } = await signInAs('author');
    const { status, body } = await exchange(landing, generateRandomCodeVerifier());
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'invalid_grant',
      description: expect.any(String),
      error_description: expect.any(String),
    });
  });

  test('for a code used twice', async () => {
    const { landing, verifier } = await signInAs('author');
    await exchange(landing, verifier);
    expect((await exchange(landing, verifier)).body.error).toBe('invalid_grant');
  });

  test('for an unknown client', async () => {
    const { landing, verifier } = await signInAs('author');
    const { status, body } = await exchange(landing, verifier, { client_id: 'nobody' });
    expect([status, body.error]).toEqual([400, 'invalid_client']);
  });

  test('when too many ask, as a test arms it', async () => {
    const { landing, verifier } = await signInAs('author');
    const throttled = { error: 'invalid_request', error_description: 'rate limit exceeded;' };
    sandbox.arm({ match: { path: '/oauth/token' }, status: 400, json: throttled });
    expect((await exchange(landing, verifier)).body).toEqual(throttled);
    expect((await exchange(landing, verifier)).status).toBe(200);
  });
});

async function authorizeUrl(
  more: Record<string, string> = {},
  verifier = generateRandomCodeVerifier(),
) {
  const parameters = {
    client_id: sandbox.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'state-of-the-test',
    ...more,
  };
  const present = Object.entries(parameters).filter(([, value]) => value !== '');
  return `${sandbox.url}/oauth/authorize?${new URLSearchParams(present)}`;
}

async function signInAs(
  user: 'author' | 'agent',
  browser: FormBrowser = createFormBrowser(),
  parameters: Record<string, string> = {},
) {
  const verifier = generateRandomCodeVerifier();
  const page = await browser.open(await authorizeUrl(parameters, verifier));
  const { email, password } = sandbox.users[user];
  return { landing: await browser.submit(page, { email, password }), verifier };
}

async function exchange(landing: Landing, verifier: string, more: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: landing.url.searchParams.get('code') ?? '',
      code_verifier: verifier,
      client_id: sandbox.clientId,
      redirect_uri: redirectUri,
      ...more,
    }),
  });
  const body: Record<string, unknown> = await response.json();
  return { status: response.status, body };
}

async function callApi(path: string, token: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${sandbox.url}${path}`, { headers })).json();
}
