import { describe, expect, test } from 'vitest';
import { author } from '../../test/harness/genesys.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

const ok = { ok: true, value: null };

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

describe('a launch', () => {
  test('is one POST that the browser cannot double, and is followed to its end', async () => {
    const { answer, record, request } = await world.launched();
    expect(answer).toEqual(ok);
    expect(record).toMatchObject({ state: 'completed', sentAs: 'stream' });
    const [post, ...others] = world.server.posts();
    expect(others).toEqual([]);
    expect(post).toMatchObject({ as: 'stream', redirect: 'error', credentials: 'omit' });
    expect(post?.body).toBe(record?.request?.body);
    expect(JSON.parse(post?.body ?? '')).toEqual({
      flowId: request.flowId,
      inputData: request.inputData,
      name: request.name,
    });
  });

  // docs/decisions/011-a-short-way-to-the-post.md
  test('takes three turns of storage before its POST leaves', async () => {
    world.latency = 10;
    const asked = Date.now();
    await world.launched();
    expect((world.server.posts()[0]?.at ?? 0) - asked).toBe(30);
  });

  test('asked for twice under one id is made once', async () => {
    const request = world.request();
    const answers = await Promise.all([world.ask('launch', request), world.ask('launch', request)]);
    await world.pass(5_000);
    expect(answers).toEqual([ok, ok]);
    expect(await world.ask('launch', request)).toEqual(ok);
    expect(world.server.posts()).toHaveLength(1);
  });
});

test('the record of a launch holds the conversation that it was about', async () => {
  const conversationId = '00000000-0000-4000-8000-0000000000c1';
  expect((await world.launched({ conversationId })).record).toMatchObject({ conversationId });
});

describe('the same flow with the same inputs', () => {
  test('within a minute asks first, and is launched where that is meant', async () => {
    const { request } = await world.launched();
    const again = await world.launched();
    expect(again.answer).toMatchObject({
      failure: { code: 'launched-just-now', params: { launchId: request.id, seconds: 5 } },
    });
    expect(again.record).toBeUndefined();
    expect((await world.launched({ anyway: true })).record?.state).toBe('completed');
  });

  test('after a minute, with other inputs, or after a refusal, does not ask', async () => {
    world.server.arm({ path: /executions$/, status: 400, json: { code: 'x' } });
    expect((await world.launched()).record?.state).toBe('refused');
    expect((await world.launched()).answer).toEqual(ok);
    expect(
      (await world.launched({ inputData: { 'Flow.customerNumber': '+15550199' } })).answer,
    ).toEqual(ok);
    await world.pass(60_000);
    expect((await world.launched()).answer).toEqual(ok);
  });
});

describe('what the server says', () => {
  test.each([
    ['a refusal with a code', { status: 400, json: { code: 'some.code' } }, 'refused', 1],
    ['an empty 400', { status: 400, body: '' }, 'refused', 1],
    ['403', { status: 403, json: { code: 'missing.permissions' } }, 'refused', 1],
    ['503', { status: 503 }, 'unknown', 1],
    ['408', { status: 408 }, 'unknown', 1],
    ['HTML in place of an answer', { status: 200, body: '<html>' }, 'unknown', 1],
    ['JSON that breaks off', { status: 200, body: '{"id":"ab' }, 'unknown', 1],
    ['10 MB', { status: 200, body: 'x'.repeat(10_000_000) }, 'unknown', 1],
    ['nothing before the time limit', { delayMs: 60_000 }, 'unknown', 1],
    ['a connection lost before processing', { drop: 'before' as const }, 'unknown', 1],
    ['a length wanted', { status: 411 }, 'completed', 2],
    ['no connection, once', { drop: 'unreachable' as const }, 'completed', 1],
    ['the token refused by a proxy', { status: 401, body: '<html>' }, 'refused', 1],
    [
      'too many by a proxy',
      { status: 429, body: '<html>', headers: { 'retry-after': '1' } },
      'refused',
      1,
    ],
    ['a 400 of a proxy', { status: 400, body: '<html>' }, 'refused', 1],
    ['the token refused once', { status: 401, json: { code: 'bad.credentials' } }, 'completed', 2],
  ])('%s: %j', async (_, answer, state, posts) => {
    world.server.loggedIn = author;
    world.server.hasHistory = false;
    world.server.arm({ path: /executions$/, method: 'POST', ...answer });
    const { record } = await world.launched({}, 60_000);
    expect(record?.state).toBe(state);
    expect(world.server.posts()).toHaveLength(posts);
    expect(world.server.executions.length).toBeLessThanOrEqual(1);
  });

  test('that only HTTP/1.1 is spoken: an ordinary body, and the next one at once so', async () => {
    world.server.speaksHttp2 = false;
    expect((await world.launched()).record).toMatchObject({ state: 'completed', sentAs: 'body' });
    const asked = world.server.seen.length;
    expect((await world.launched({ inputData: {} })).record).toMatchObject({ state: 'completed' });
    expect(world.server.seen.slice(asked).map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('that it is not there at all: refused, with that proof', async () => {
    world.server.arm({ path: /./, drop: 'unreachable', times: 9 });
    const { record } = await world.launched();
    expect(record).toMatchObject({ state: 'refused', failure: { code: 'not-reached' } });
  });

  test('and names the token back, is kept without it', async () => {
    const token = [...world.server.tokens.keys()][0] ?? '';
    world.server.arm({ path: /executions$/, status: 400, json: { message: `No ${token}` } });
    const { record } = await world.launched();
    expect(record?.failure?.params.message).toMatch(/^No /);
    expect(JSON.stringify([...world.browser.local.values])).not.toContain(token);
  });

  test('is not heard where the browser is offline', async () => {
    world.isOnline = false;
    const { record } = await world.launched();
    expect(record).toMatchObject({ state: 'refused', failure: { code: 'offline' } });
    expect(world.server.posts()).toEqual([]);
  });
});

describe('a wait that the server tells', () => {
  const tooMany = { path: /executions$/, status: 429, json: { code: 'too.many.requests' } };

  test('is sat out, and the launch sent', async () => {
    world.server.arm({ ...tooMany, headers: { 'retry-after': '20' } });
    const { record, request } = await world.launched({}, 19_000);
    expect(record).toMatchObject({ state: 'sending', waiting: { failure: {} } });
    await world.pass(10_000);
    expect(world.record(request.id)?.state).toBe('completed');
    expect(world.server.posts()).toHaveLength(2);
  });

  test('is sat out by the next worker where the first ended', async () => {
    world.server.arm({ ...tooMany, headers: { 'retry-after': '40' } });
    const { request } = await world.launched({}, 2_000);
    world.stop();
    await world.pass(120_000);
    expect(world.record(request.id)?.state).toBe('completed');
    expect(world.server.executions).toHaveLength(1);
  });

  test('ends where it is cancelled', async () => {
    world.server.arm({ ...tooMany, headers: { 'retry-after': '20' } });
    const { request } = await world.launched({}, 2_000);
    expect(await world.ask('cancel', { launchId: request.id })).toEqual(ok);
    await world.pass(60_000);
    expect(world.record(request.id)).toMatchObject({ failure: { code: 'cancelled' } });
    expect(world.server.posts()).toHaveLength(1);
  });

  test.each([
    ['more than a minute', '3600', 1],
    ['again and again', '5', 4],
  ])('is reported where it is %s', async (_, seconds, posts) => {
    world.server.arm({ ...tooMany, times: 9, headers: { 'retry-after': seconds } });
    const { record } = await world.launched({}, 60_000);
    expect(record).toMatchObject({ state: 'refused', failure: { code: 'rate-limited-long' } });
    expect(world.server.posts()).toHaveLength(posts);
  });
});

describe('is not begun', () => {
  test('over a connection that is not there', async () => {
    const { answer } = await world.launched({ connection: 'Other' });
    expect(answer).toMatchObject({ failure: { code: 'connection-missing' } });
  });

  test('where the policy does not allow the flow', async () => {
    world.browser.managed.values.set('allowedFlows', []);
    expect((await world.launched()).answer).toMatchObject({
      failure: { code: 'flow-not-allowed' },
    });
  });

  test('where its id holds something that cannot be read: it may have been sent', async () => {
    const request = world.request();
    world.browser.local.values.set(`launch ${request.id}`, { state: 'nonsense' });
    expect(await world.ask('launch', request)).toMatchObject({
      failure: { code: 'launch-record-damaged' },
    });
  });

  test('where storage does not take its record', async () => {
    world.onCall = (call) => {
      if (call === 'storage.local.set') throw new Error('QUOTA_BYTES quota exceeded');
    };
    const { answer } = await world.launched();
    expect(answer).toMatchObject({ failure: { code: 'launch-not-recorded' } });
    expect(world.server.posts()).toEqual([]);
  });
});

test('a server that wants another request gets inputs under another name, and the flow in the path', async () => {
  const requestFormat = { inputsKey: 'data', flowIdIn: 'path' };
  world.configure({ connections: [{ ...world.connection, requestFormat }] });
  const { request } = await world.launched();
  const [sent] = world.server.seen.filter(({ method }) => method === 'POST');
  expect(sent?.path).toBe(`/api/v2/flows/executions/${request.flowId}`);
  expect(JSON.parse(sent?.body ?? '')).toEqual({ data: request.inputData, name: request.name });
});

describe('settings that change after the view showed them', () => {
  test.each([
    ['its client', { clientId: '8d9e6f1a-0000-4000-8000-000000000002' }],
    ['its region', { environment: { region: 'mypurecloud.com.au' } }],
    ['whether it asks before a launch', { confirmLaunch: true }],
    ['the shape of its requests', { requestFormat: { inputsKey: 'data', flowIdIn: 'path' } }],
  ])('launch nothing: %s', async (_what, changed) => {
    const shown = world.request();
    world.configure({ connections: [{ ...world.connection, ...changed }] });
    const { answer, record } = await world.launched(shown);
    expect(answer).toMatchObject({ failure: { code: 'settings-changed' } });
    expect(record).toBeUndefined();
    expect(world.server.posts()).toEqual([]);
  });

  test('change nothing of a launch that was made before, though it is asked for again', async () => {
    const { request } = await world.launched();
    world.configure({ connections: [{ ...world.connection, confirmLaunch: true }] });
    expect(await world.ask('launch', request)).toEqual(ok);
    expect(world.server.posts()).toHaveLength(1);
  });

  test('launch as before where they change nothing of the way out', async () => {
    const shown = world.request();
    world.configure({ connections: [{ ...world.connection, flows: [] }], notifications: false });
    expect((await world.launched(shown)).answer).toEqual(ok);
  });
});
