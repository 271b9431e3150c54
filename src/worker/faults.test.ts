import { describe, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

/** What is done to the worker at one of its calls of the browser. */
type Fault = 'refused once' | 'refused for a minute' | 'refused from then on' | 'stopped';

const quota = () => new Error('QUOTA_BYTES quota exceeded');

/** Launches with a fault at the n-th call after the question, and lets an hour pass. */
async function launchWith(fault: Fault, at: number) {
  const world = await openWorkerWorld();
  world.server.hasHistory = true;
  world.signIn();
  await world.start();
  let count = 0;
  let struckAt = 0;
  world.onCall = (call) => {
    count += 1;
    if (fault === 'stopped') {
      if (count === at) world.stop();
      return;
    }
    if (count === at) struckAt = Date.now();
    const isStruck = {
      'refused once': count === at,
      'refused for a minute': struckAt > 0 && Date.now() - struckAt < 60_000,
      'refused from then on': struckAt > 0,
    }[fault];
    if (isStruck && call.startsWith('storage.')) throw quota();
  };
  const request = world.request();
  const answer = await world.ask('launch', request);
  await world.pass(3_600_000);
  return { world, request, answer, calls: count };
}

function executionsOf({ server }: WorkerWorld, launchId: string) {
  return server.executions.filter(({ name }) => name?.includes(launchId));
}

/** What the extension says is what the server did. */
function expectTrue({ world, request, answer }: Awaited<ReturnType<typeof launchWith>>): void {
  const record = world.record(request.id);
  const executions = executionsOf(world, request.id);
  expect(executions.length).toBeLessThanOrEqual(1);
  const posts = world.server.posts().filter(({ body }) => body.includes(request.id));
  expect(posts.length).toBeLessThanOrEqual(1);
  if (record === undefined) {
    expect(executions).toEqual([]);
    expect(answer?.ok ?? false).toBe(false);
    return;
  }
  expect(['completed', 'refused', 'unknown']).toContain(record.state);
  if (record.state === 'completed') expect(executions).toHaveLength(1);
  if (record.state === 'refused') expect(executions).toEqual([]);
}

async function expectUsable(world: WorkerWorld): Promise<void> {
  world.onCall = () => {};
  const next = world.request({ inputData: { 'Flow.customerNumber': '+15550199' } });
  expect(await world.ask('launch', next)).toEqual({ ok: true, value: null });
  await world.pass(60_000);
  expect(world.record(next.id)?.state).toBe('completed');
}

const { calls } = await launchWith('refused once', Number.POSITIVE_INFINITY).then((result) => {
  result.world.close();
  return result;
});
const everyCall = Array.from({ length: calls }, (_, place) => place + 1);

test('a launch makes so many calls of the browser that there is something to refuse', () => {
  expect(calls).toBeGreaterThan(20);
});

describe.each<Fault>(['refused once', 'refused for a minute', 'stopped'])('%s', (fault) => {
  test.each(everyCall)('at call %i of a launch', async (at) => {
    const result = await launchWith(fault, at);
    try {
      expectTrue(result);
      await expectUsable(result.world);
    } finally {
      result.world.close();
    }
  });
});

describe('storage that refuses from then on', () => {
  test.each(everyCall)('at call %i of a launch', async (at) => {
    const result = await launchWith('refused from then on', at);
    try {
      const { world, request } = result;
      expect(executionsOf(world, request.id).length).toBeLessThanOrEqual(1);
      await expectUsable(world);
      await world.pass(600_000);
      expectTrue(result);
    } finally {
      result.world.close();
    }
  });
});
