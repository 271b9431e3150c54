import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

describe('a launch that has ended', () => {
  test('is not cancelled, also where its inputs are no longer to be kept', async () => {
    const { id } = (await world.launched()).request;
    // As the options page of another version would leave it: nothing tells the worker of it.
    world.configure({ history: { days: 30, keepInputs: false } });
    expect(await world.ask('cancel', { launchId: id })).toMatchObject({
      failure: { code: 'too-late-to-cancel' },
    });
    expect(world.record(id)?.state).toBe('completed');
  });
});

describe('where the settings keep nothing of the customer', () => {
  const output = { 'Flow.result': 'canary output' };

  test('nothing of it is on the disk once the launch has ended, and the result is still shown', async () => {
    world.configure({ history: { days: 30, keepInputs: false } });
    const path = /executions\/./;
    world.server.arm({ path, json: { id: 'x', status: 'COMPLETED', outputData: output } });
    const { id } = (await world.launched()).request;
    expect(world.record(id)).toMatchObject({ state: 'completed', inputsRemoved: true });
    const disk = JSON.stringify([...world.browser.local.values]);
    for (const canary of ['+15550100', 'canary output']) expect(disk).not.toContain(canary);
    expect(world.browser.session.values.get('whole-launches')).toMatchObject([
      { id, state: 'completed', execution: { outputData: output } },
    ]);
  });

  test('it goes as soon as they do, also from records of earlier versions', async () => {
    const { id } = (await world.launched()).request;
    const record = world.record(id);
    world.browser.local.values.set(`launch ${id}`, {
      ...record,
      inputs: undefined,
      inputsRemoved: true,
      execution: { id: 'e', status: 'COMPLETED', outputData: output },
    });
    world.configure({ history: { days: 30, keepInputs: false } });
    world.stop();
    await world.start({ begin: true });
    await world.pass(1_000);
    expect(JSON.stringify(world.record(id))).not.toContain('canary output');
  });
});

describe('an output larger than what an extension may store', () => {
  test('is kept cut, and the launch has completed', async () => {
    const outputData = { first: 'kept', long: 'x'.repeat(7_000_000) };
    world.server.arm({ path: /executions\/./, json: { id: 'x', status: 'COMPLETED', outputData } });
    const { id } = (await world.launched()).request;
    expect(world.record(id)).toMatchObject({
      state: 'completed',
      execution: { outputCut: true, outputData: { first: 'kept' } },
    });
    expect(JSON.stringify(world.record(id)).length).toBeLessThan(1_000_000);
  });
});

describe('storage that refuses while the worker starts', () => {
  test.each(['storage.local.get', 'storage.local.set'])(
    '%s: launching works once it does not',
    async (call) => {
      world.stop();
      world.browser.local.values.delete('open-launches');
      const end = Date.now() + 45_000;
      world.onCall = (name) => {
        if (name === call && Date.now() < end) throw new Error('QUOTA_BYTES quota exceeded');
      };
      await world.start();
      expect(await world.ask('launch', world.request())).toMatchObject({
        failure: { code: 'launch-not-recorded' },
      });
      await world.pass(45_000);
      const { id } = (await world.launched()).request;
      expect(world.record(id)?.state).toBe('completed');
    },
  );

  test('what was left behind is put right by itself, as soon as it can be', async () => {
    const request = world.request();
    world.server.arm({ path: /executions$/, delayMs: 60_000 });
    world.tell('launch', request);
    await world.pass(1_000);
    world.stop();
    const end = Date.now() + 100_000;
    world.onCall = (name) => {
      if (name.startsWith('storage.') && Date.now() < end) throw new Error('QUOTA_BYTES exceeded');
    };
    await world.start();
    await world.pass(300_000);
    expect(world.record(request.id)?.state).not.toBe('sending');
  });
});

describe('a worker that wakes up', () => {
  test('says of a launch that was out that it is not known, and finds it', async () => {
    const request = world.request();
    world.server.arm({ path: /executions$/, method: 'POST', process: true, delayMs: 60_000 });
    world.tell('launch', request);
    await world.pass(1_000);
    expect(world.record(request.id)).toMatchObject({ state: 'sending', inFlight: true });
    world.stop();
    await world.pass(120_000);
    const record = world.record(request.id);
    expect(record).toMatchObject({ state: 'completed', instances: [{}] });
    expect(record?.times.lost).toBeDefined();
    expect(world.server.posts()).toHaveLength(1);
  });

  test('sets a record aside that cannot be read, and goes on with the others', async () => {
    world.browser.local.values.set('launch broken', { state: 'nonsense' });
    world.browser.local.values.set('open-launches', ['broken']);
    world.stop();
    await world.start();
    expect(world.browser.local.values.get('set-aside launch broken')).toEqual({
      state: 'nonsense',
    });
    expect(world.browser.local.values.has('launch broken')).toBe(false);
    const { id } = (await world.launched()).request;
    expect(world.record(id)?.state).toBe('completed');
  });

  test('makes a list anew that is damaged, from the records', async () => {
    const { id } = (await world.launched()).request;
    world.stop();
    world.browser.local.values.set('open-launches', 'nonsense');
    world.browser.local.values.set(`launch ${id}`, { ...world.record(id), state: 'running' });
    await world.start();
    await world.pass(60_000);
    expect(world.record(id)?.state).toBe('completed');
  });
});

describe('a launch whose answer was lost', () => {
  const lost = { path: /executions$/, method: 'POST', status: 503, process: true };

  test('is looked for, and followed to its end where it is found', async () => {
    world.server.arm(lost);
    const { id } = (await world.launched()).request;
    expect(world.record(id)).toMatchObject({ state: 'completed' });
    expect(world.server.posts()).toHaveLength(1);
  });

  test('shows both where the history has two of its name', async () => {
    world.server.arm(lost);
    const request = world.request();
    world.tell('launch', request);
    await world.settle();
    const [execution] = world.server.executions;
    if (execution) world.server.executions.push({ ...execution, id: 'another' });
    await world.pass(5_000);
    expect(world.record(request.id)?.instances).toHaveLength(2);
  });

  test('stays unknown where there is no history, and says so at the end', async () => {
    world.server.hasHistory = false;
    world.server.arm(lost);
    const { id } = (await world.launched()).request;
    await world.pass(600_000);
    expect(world.record(id)).toMatchObject({
      state: 'unknown',
      lookUp: { over: true, failure: { code: 'look-up-no-history' } },
    });
    expect(world.server.posts()).toHaveLength(1);
    expect(world.browser.badge).toMatchObject({ text: '?' });
  });

  test('is looked for once more when the person asks for it', async () => {
    world.server.hasHistory = false;
    world.server.arm(lost);
    const { id } = (await world.launched()).request;
    await world.pass(600_000);
    world.server.hasHistory = true;
    await world.ask('lookUp', { launchId: id });
    await world.pass(120_000);
    expect(world.record(id)?.state).toBe('completed');
  });
});
