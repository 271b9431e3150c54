import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

describe('an execution', () => {
  test.each([
    ['COMPLETED', 'completed'],
    ['FAILED', 'failed'],
    ['ERROR', 'error'],
    ['TERMINATED', 'terminated'],
    ['RUNNING', 'running'],
    ['PAUSED', 'launched'],
  ])('that is %s makes the launch %s', async (status, state) => {
    world.server.endsAs = status;
    expect((await world.launched()).record?.state).toBe(state);
  });

  test('that may not be seen leaves the launch launched, and is not asked about again', async () => {
    world.server.arm({ path: /executions\/./, status: 403, json: { code: 'missing.permissions' } });
    const { record } = await world.launched();
    expect(record).toMatchObject({
      state: 'launched',
      notFollowed: { code: 'execution-not-viewable' },
    });
    const asked = world.server.seen.length;
    await world.pass(600_000);
    expect(world.server.seen).toHaveLength(asked);
  });

  test('that the server does not find yet, just after it accepted it, is asked about again', async () => {
    const json = { status: 404, code: 'architect.flow.execution.not.found' };
    world.server.arm({ path: /executions\/./, status: 404, json, times: 2 });
    expect((await world.launched({}, 10_000)).record?.state).toBe('completed');
  });

  test.each([403, 404, 410])(
    'that a proxy answers with %i in HTML in place of the API is asked about again',
    async (status) => {
      world.server.arm({ path: /executions\/./, status, body: '<html>', times: 2 });
      expect((await world.launched({}, 10_000)).record?.state).toBe('completed');
    },
  );

  test('is asked about every 400 ms while a view is open, and by alarms where none is', async () => {
    world.server.endsAs = 'RUNNING';
    world.browser.views.push({ contextType: 'POPUP', documentUrl: 'x/src/popup/' });
    await world.launched({}, 2_000);
    const looks = () => world.server.seen.filter(({ method }) => method === 'GET').length;
    expect(looks()).toBeGreaterThan(4);
    world.browser.views.length = 0;
    await world.pass(60_000);
    const before = looks();
    await world.pass(600_000);
    expect(looks() - before).toBeLessThan(21);
    expect(looks() - before).toBeGreaterThan(5);
  });
});
