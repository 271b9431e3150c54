import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi, launch } from './api-caller.ts';
import type { ArmedAnswer } from './armed.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const launchFast = () => launch(sandbox, { flowId: sandbox.flow('fast').id });
const isLaunch = { method: 'POST', path: '/api/v2/flows/executions' };

test.each<[string, ArmedAnswer, number, string]>([
  ['a status alone', { status: 503 }, 503, ''],
  ['JSON', { status: 400, json: { code: 'x' } }, 400, '{"code":"x"}'],
  ['text', { body: 'plain' }, 200, 'plain'],
  ['HTML', { html: true, status: 502 }, 502, '<!doctype html>'],
  ['JSON that breaks off', { invalidJson: true }, 200, '{"id"'],
])('the next launch is answered with %s, and launches nothing', async (_, armed, status, text) => {
  const before = sandbox.executions().length;
  sandbox.arm({ match: isLaunch, ...armed });
  const answer = await fetchLaunch();
  expect([answer.status, (await answer.text()).startsWith(text)]).toEqual([status, true]);
  expect(sandbox.executions()).toHaveLength(before);
  expect((await launchFast()).status).toBe(200);
});

test('an answer may be huge', async () => {
  sandbox.arm({ bytes: 10_000_000 });
  expect((await launchFast()).text.length).toBeGreaterThanOrEqual(10_000_000);
});

test('a launch may have its effect although the answer is an error', async () => {
  const before = sandbox.executions().length;
  sandbox.arm({ status: 504, process: true });
  expect((await launchFast()).status).toBe(504);
  expect(sandbox.executions()).toHaveLength(before + 1);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('the connection may break %s the launch', async (drop, more) => {
  const before = sandbox.executions().length;
  sandbox.arm({ drop });
  await expect(launchFast()).rejects.toThrow('fetch failed');
  expect(sandbox.executions()).toHaveLength(before + more);
});

test('an answer may come late, but otherwise as usual', async () => {
  sandbox.arm({ delayMs: 120, headers: { 'x-late': 'yes' } });
  const start = performance.now();
  const answer = await launchFast();
  expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  expect([answer.status, answer.headers.get('x-late')]).toEqual([200, 'yes']);
});

test('only requests that match are hit, as often as was said', async () => {
  sandbox.arm({ match: { path: /users\/me\?expand=token/ }, status: 429, times: 2 });
  const token = sandbox.issueToken('agent');
  const statuses = [];
  for (const query of ['', '?expand=token', '?expand=token', '?expand=token']) {
    statuses.push((await callApi(sandbox, `/api/v2/users/me${query}`, { token })).status);
  }
  expect(statuses).toEqual([200, 429, 429, 200]);
});

test('requests are recorded as they arrived', async () => {
  await launchFast();
  expect(sandbox.requests().at(-1)).toMatchObject({
    ...isLaunch,
    query: '',
    headers: {
      'content-type': 'application/json',
      authorization: expect.stringMatching(/^Bearer /),
    },
    bodyText: JSON.stringify({ flowId: sandbox.flow('fast').id }),
  });
});

test('a launch is answered at its port, and no longer once the sandbox is closed', async () => {
  const other = await startSandbox();
  other.arm({ delayMs: 60_000 });
  const waiting = launch(other, {});
  await other.close();
  await expect(waiting).rejects.toThrow('fetch failed');
  await expect(fetch(other.crmUrl)).rejects.toThrow('fetch failed');
});

function fetchLaunch(): Promise<Response> {
  return fetch(`${sandbox.url}${isLaunch.path}`, { method: 'POST' });
}
