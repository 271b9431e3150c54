import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

const launches = { method: 'POST', path: '/api/v2/flows/executions' };
const ok = { ok: true, value: null };

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  world.signIn();
  await world.start();
});
afterEach(() => world.close());

/** Launches, and lets a while pass. */
async function launched(more = {}, milliseconds = 5_000) {
  const request = world.request(more);
  const answer = await world.ask('launch', request);
  await world.pass(milliseconds);
  return { request, answer, record: world.record(request.id) };
}

describe('a launch', () => {
  test('is one POST that the browser cannot double, and is followed to its end', async () => {
    const { answer, record, request } = await launched();
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
    await launched();
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
