import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, launch } from './api-caller.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import type { UserKey } from './users.ts';

let sandbox: Sandbox;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22);
  sandbox = await startSandbox({ now: () => now, tokenSeconds: 600, requestsPerMinute: 20 });
});

afterEach(() => sandbox.close());

describe('who may do what', () => {
  const anyId = '0f6c1d52-7f0b-4c7e-9c39-1a2b3c4d5e6f';

  test.each<[UserKey, string, string, number, string?]>([
    ['author', 'GET', '/api/v2/flows', 200],
    ['author', 'GET', '/api/v2/flows/divisionviews', 200],
    ['author', 'GET', '/api/v2/flows/instances/settings/executiondata', 200],
    ['agent', 'GET', '/api/v2/flows', 403, 'missing.any.permissions'],
    ['agent', 'GET', '/api/v2/flows/divisionviews', 403, 'missing.permissions'],
    ['agent', 'GET', `/api/v2/flows/lookup?id=${anyId}`, 403, 'missing.any.permissions'],
    ['agent', 'GET', `/api/v2/flows/${anyId}`, 403, 'missing.any.permissions'],
    ['agent', 'POST', '/api/v2/flows/instances/query', 403, 'missing.any.permissions'],
    [
      'agent',
      'GET',
      `/api/v2/flows/executions/${anyId}`,
      404,
      'architect.flow.execution.not.found',
    ],
    ['agent', 'GET', '/api/v2/users/me', 200],
    ['viewer', 'GET', '/api/v2/flows', 200],
    ['viewer', 'POST', '/api/v2/flows/executions', 403, 'missing.any.permissions'],
    ['viewer', 'GET', '/api/v2/nothing/here', 404, 'not.found'],
  ])('%s: %s %s is answered with %i', async (user, method, path, status, code) => {
    const answer = await callApi(sandbox, path, { token: sandbox.issueToken(user), method });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each([
    [['user-basic-info'], '/api/v2/flows', 403],
    [['architect:readonly'], '/api/v2/flows', 200],
    [['architect'], '/api/v2/users/me', 403],
  ])('a token with the scopes %j gets %s answered with %i', async (scopes, path, status) => {
    const answer = await callApi(sandbox, path, { token: sandbox.issueToken('author', scopes) });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.code).toBe('app.not.authorized.for.scope');
  });

  test('a read-only token cannot launch', async () => {
    const token = sandbox.issueToken('author', ['architect:readonly']);
    expect((await launch(sandbox, {}, token)).body.code).toBe('app.not.authorized.for.scope');
  });
});

describe('a token', () => {
  test.each([
    ['that is missing', '', 'authentication.required'],
    ['that the sandbox did not issue', 'nonsense', 'bad.credentials'],
  ])('%s is refused', async (_, token, code) => {
    const answer = await callApi(sandbox, '/api/v2/users/me', { token });
    expect([answer.status, answer.body.code]).toEqual([401, code]);
  });

  test('ends when its time is over', async () => {
    const token = sandbox.issueToken('agent');
    now += 599_000;
    expect((await callApi(sandbox, '/api/v2/tokens/me', { token })).status).toBe(200);
    now += 1000;
    expect((await callApi(sandbox, '/api/v2/tokens/me', { token })).status).toBe(401);
  });

  test('ends when it was not used for as long as the org lets it idle, and says when', async () => {
    const idle = await startSandbox({ now: () => now, idleSeconds: 300 });
    const token = idle.issueToken('agent');
    const ask = (query = '') => callApi(idle, `/api/v2/tokens/me${query}`, { token });
    expect(Date.parse(String((await ask()).body.dateTokenIdles))).toBe(now + 300_000);
    now += 299_000;
    expect((await ask()).status).toBe(200);
    now += 299_000;
    // Looking without using it: https://api.mypurecloud.com/api/v2/docs/swagger, preserveIdleTTL
    expect((await ask('?preserveIdleTTL=true')).status).toBe(200);
    now += 1_000;
    expect((await ask()).status).toBe(401);
    await idle.close();
  });

  test('ends when it is deleted, and no other with it', async () => {
    const [token, other] = [sandbox.issueToken('agent'), sandbox.issueToken('agent')];
    await callApi(sandbox, '/api/v2/tokens/me', { token, method: 'DELETE' });
    expect((await callApi(sandbox, '/api/v2/tokens/me', { token, method: 'HEAD' })).status).toBe(
      401,
    );
    const answer = await callApi(sandbox, '/api/v2/tokens/me', { token: other, method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  test('ends with all others at once', async () => {
    const token = sandbox.issueToken('agent');
    sandbox.expireTokens();
    expect((await callApi(sandbox, '/api/v2/tokens/me', { token })).status).toBe(401);
  });
});

test('the user is told with what is asked for, repeated or in a list', async () => {
  const token = sandbox.issueToken('author');
  const plain = await callApi(sandbox, '/api/v2/users/me', { token });
  expect(plain.body).not.toHaveProperty('authorization');
  const path = '/api/v2/users/me?expand=authorization,organization&expand=token';
  const { body } = await callApi(sandbox, path, { token });
  expect(body).toMatchObject({
    email: sandbox.users.author.email,
    authorization: { permissions: expect.arrayContaining(['architect:flow:*']) },
    organization: { name: expect.any(String) },
    token: { OAuthClient: { id: sandbox.clientId } },
  });
});

test('one request too many in a minute is refused, and the next minute is free', async () => {
  const token = sandbox.issueToken('agent');
  const ask = () => callApi(sandbox, '/api/v2/users/me', { token });
  for (let count = 1; count < 20; count += 1) await ask();
  const last = await ask();
  expect(last.status).toBe(200);
  expect(last.headers.get('inin-ratelimit-count')).toBe('20');
  expect(last.headers.get('inin-ratelimit-allowed')).toBe('20');

  now += 18_000;
  const refused = await ask();
  expect([refused.status, refused.body.code]).toEqual([429, 'too.many.requests.retry.after']);
  expect(refused.headers.get('retry-after')).toBe('42');
  expect(
    (await callApi(sandbox, '/api/v2/users/me', { token: sandbox.issueToken('author') })).status,
  ).toBe(200);

  now += 42_000;
  expect((await ask()).status).toBe(200);
});

test('a page of any origin may call the API, and read the correlation id', async () => {
  const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
  const preflight = await callApi(sandbox, '/api/v2/flows/executions', {
    token: '',
    method: 'OPTIONS',
    headers: { origin },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(
    /Authorization.*Content-Type/,
  );
  const answer = await callApi(sandbox, '/api/v2/users/me', { token: '', headers: { origin } });
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(answer.headers.get('access-control-expose-headers')).toBe('ININ-Correlation-Id');
});
