import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

const day = 86_400_000;

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const clocks: readonly (readonly [string, number])[] = [
  ['back a day', -day],
  ['ahead a month', 31 * day],
];

describe.each(clocks)('a clock that is set %s', (_, by) => {
  test('while a launch runs: it is followed to its end', async () => {
    world.configure({ history: { days: 365 } });
    world.server.endsAs = 'RUNNING';
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(3_000);
    world.setClock(by);
    world.server.loggedIn = undefined;
    world.server.endsAs = 'COMPLETED';
    world.signIn();
    await world.ask('follow', {});
    await world.pass(120_000);
    expect(world.record(request.id)).toMatchObject(
      by < 0 ? { state: 'completed' } : { notFollowed: { code: 'execution-too-old' } },
    );
    expect(world.server.posts()).toHaveLength(1);
  });

  test('while a launch waits to be sent again: it is sent once, or refused', async () => {
    world.server.arm({
      path: /executions$/,
      status: 429,
      json: { code: 'too.many.requests' },
      headers: { 'retry-after': '40' },
    });
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(2_000);
    world.setClock(by);
    world.signIn();
    await world.pass(300_000);
    expect(['completed', 'refused']).toContain(world.record(request.id)?.state);
    expect(world.server.executions.length).toBeLessThanOrEqual(1);
  });

  test('while an answer is out: what it says counts', async () => {
    world.server.arm({ path: /executions$/, method: 'POST', delayMs: 5_000, process: true });
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(1_000);
    world.setClock(by);
    world.signIn();
    await world.pass(60_000);
    expect(world.record(request.id)?.execution?.id).toBe(world.server.executions[0]?.id);
    expect(world.server.executions).toHaveLength(1);
  });

  test('after a launch: the same launch still asks first, or is one more on purpose', async () => {
    await world.ask('launch', world.request());
    await world.pass(5_000);
    world.setClock(by);
    world.signIn();
    const answer = await world.ask('launch', world.request());
    await world.pass(5_000);
    expect(world.server.posts()).toHaveLength(answer?.ok ? 2 : 1);
  });
});

test('a clock that is a month ahead for some hours deletes no history', async () => {
  world.stop();
  await world.start({ begin: true });
  const { request } = await world.launched();
  world.setClock(31 * day);
  await world.pass(10 * 3_600_000);
  expect(world.record(request.id)?.state).toBe('completed');
  world.setClock(-31 * day);
  await world.pass(2 * day);
  expect(world.record(request.id)?.state).toBe('completed');
  world.setClock(31 * day);
  await world.pass(2 * day);
  expect(world.record(request.id)).toBeUndefined();
});

describe('an alarm that never comes', () => {
  /** The browser forgets every alarm as soon as it is set. */
  const losesAlarms = () => {
    world.onCall = () => world.browser.alarms.clear();
  };

  test('does not matter while the worker lives', async () => {
    losesAlarms();
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(10_000);
    expect(world.record(request.id)?.state).toBe('completed');
  });

  test('leaves a launch to the next view that opens', async () => {
    world.server.arm({ path: /executions$/, delayMs: 5_000, process: true });
    losesAlarms();
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(1_000);
    world.stop();
    await world.pass(600_000);
    expect(world.record(request.id)?.state).toBe('sending');
    await world.ask('follow', {});
    await world.pass(1_000);
    expect(world.record(request.id)?.state).toBe('launched');
    await world.pass(120_000);
    await world.ask('follow', {});
    await world.pass(1_000);
    expect(world.record(request.id)?.state).toBe('completed');
    expect(world.server.posts()).toHaveLength(1);
  });
});
