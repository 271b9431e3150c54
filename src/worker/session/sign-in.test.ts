import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

const ownAddress = 'https://ibokniimfaeodggegonkfiocndajidog.chromiumapp.org/mypurecloud.de';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
});
afterEach(() => world.close());

/** Signs in, and gives back the code of why that came to nothing. */
async function failure(): Promise<string | undefined> {
  await world.ask('signIn', { connection: 'Example' });
  const { failure } = Object(world.browser.session.values.get(`sign-in ${world.key}`));
  return failure?.code;
}

const session = () => world.browser.session.values.get(`session ${world.key}`);
const redeemed = () => world.server.seen.filter(({ path }) => path === '/oauth/token');

describe('the way to the login server', () => {
  test('asks for a code with PKCE, and a state and a verifier of its own each time', async () => {
    const asked: URLSearchParams[] = [];
    const { visit } = world.browser;
    world.browser.visit = (details) => {
      asked.push(new URL(details.url).searchParams);
      return visit(details);
    };
    await failure();
    await failure();
    for (const query of asked) {
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: ownAddress,
        scope: 'architect user-basic-info',
      });
    }
    expect(asked[0]?.get('state')).not.toBe(asked[1]?.get('state'));
    const verifiers = redeemed().map(({ body }) => new URLSearchParams(body).get('code_verifier'));
    expect(verifiers[0]).toMatch(/^[\w-]{43,128}$/);
    expect(new Set(verifiers).size).toBe(2);
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(verifiers[0] ?? ''),
    );
    expect(asked[0]?.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
  });
});

describe('an answer that leads back', () => {
  test.each([
    ['with another state', `${ownAddress}?code=abc&state=wrong`, 'sign-in-state-mismatch'],
    ['without a state', `${ownAddress}?code=abc`, 'sign-in-state-mismatch'],
    ['without a code', `${ownAddress}?nonsense=1`, 'sign-in-state-mismatch'],
    ['to the address of another region', `${ownAddress}.au?code=abc&state=x`, 'sign-in-elsewhere'],
    [
      'with an error of another attempt',
      `${ownAddress}?error=x&state=wrong`,
      'sign-in-state-mismatch',
    ],
    ['with an error, but no state', `${ownAddress}?error=access_denied`, 'sign-in-denied'],
    [
      'to another extension',
      'https://other.chromiumapp.org/mypurecloud.de?code=a',
      'sign-in-elsewhere',
    ],
  ])('%s comes to nothing, and no code is redeemed', async (_, address, code) => {
    world.browser.visit = async () => address;
    expect(await failure()).toBe(code);
    expect(redeemed()).toEqual([]);
    expect(session()).toBeUndefined();
  });

  test('that was used once is not taken a second time', async () => {
    let first: string | undefined;
    const { visit } = world.browser;
    world.browser.visit = async (details) => {
      first ??= await visit(details);
      return first;
    };
    expect(await failure()).toBeUndefined();
    expect(await failure()).toBe('sign-in-state-mismatch');
    expect(redeemed()).toHaveLength(1);
  });
});

const refusal = (error: string, error_description: string) => ({
  status: 400,
  json: { error, error_description },
});

describe('the login server answers the code with', () => {
  test.each([
    [
      'no token_type',
      { json: { access_token: 'canary', expires_in: 60 } },
      'token-answer-malformed',
    ],
    ['HTML', { body: '<html>' }, 'token-answer-malformed'],
    ['JSON that breaks off', { body: '{"access_token":"can' }, 'token-answer-malformed'],
    ['a page of a proxy', { status: 403, body: '<html>' }, 'token-answer-malformed'],
    ['a refusal', refusal('invalid_grant', 'code expired'), 'sign-in-refused'],
    [
      'a challenge',
      { status: 401, body: '', headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
      'sign-in-refused',
    ],
    [
      'a wait, as the API says it',
      { status: 429, json: { code: 'too.many.requests' }, headers: { 'retry-after': '24' } },
      'sign-in-throttled',
    ],
    ['a throttle', refusal('invalid_request', 'rate limit exceeded'), 'sign-in-throttled'],
    ['nothing', { drop: 'before' as const }, 'login-unreachable'],
    ['nothing in time', { delayMs: 60_000 }, 'login-unreachable'],
  ])('%s', async (_, answer, code) => {
    world.server.arm({ path: '/oauth/token', ...answer });
    expect(await failure()).toBe(code);
    expect(session()).toBeUndefined();
    const kept = JSON.stringify([...world.browser.session.values, ...world.browser.local.values]);
    expect(kept).not.toContain('canary');
  });
});

test.each([
  ['Authorization page could not be loaded.', 400, 'sign-in-client-refused'],
  ['Authorization page could not be loaded.', 503, 'sign-in-page-failed'],
  ['Authorization page could not be loaded.', 200, 'sign-in-interrupted'],
  ['The user did not approve access.', 200, 'sign-in-closed'],
])('where the window says %j and the page %i: %s', async (words, status, code) => {
  world.browser.visit = async () => {
    throw new Error(words);
  };
  world.server.arm({ path: '/oauth/authorize', status, body: '<html>' });
  expect(await failure()).toBe(code);
});
