import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const refused = { status: 403, json: { status: 403, code: 'not.authorized', message: 'No' } };
const flows = [{ id: '11111111-2222-4333-8444-555566667777', name: 'Request callback' }];

async function listRefused(configured: object[]): Promise<unknown> {
  world.configure({ connections: [{ ...world.connection, flows: configured }] });
  for (const list of ['flows', 'flows/divisionviews']) {
    world.server.arm({ path: `/api/v2/${list}`, ...refused });
  }
  await world.ask('refreshFlows', { connection: world.connection.name });
  return world.browser.local.values.get(`flows ${world.key}`);
}

test('an agent who may not list flows sees why', async () => {
  expect(await listRefused([])).toMatchObject({
    complete: false,
    failure: { code: 'flows-not-listable' },
  });
});

test('one whose settings name their flows has what they need, and sees no failure', async () => {
  const cache = await listRefused(flows);
  expect(cache).toMatchObject({ flows: [], complete: true });
  expect(cache).not.toHaveProperty('failure');
});

describe('a web page in place of the answer, of a proxy or of a network that wants a sign-in', () => {
  const page = { body: '<!DOCTYPE html><html><title>Sign in</title></html>' };
  const proxy = { failure: { code: 'proxy-answered' } };

  test.each([200, 403])('is named as the cause for the list of flows: %i', async (status) => {
    for (const list of ['flows', 'flows/divisionviews']) {
      world.server.arm({ path: `/api/v2/${list}`, status, ...page });
    }
    await world.ask('refreshFlows', { connection: world.connection.name });
    expect(world.browser.local.values.get(`flows ${world.key}`)).toMatchObject(proxy);
  });

  test.each([200, 403, 404])('is named as the cause for one flow: %i', async (status) => {
    const flowId = '11111111-2222-4333-8444-555566667777';
    world.server.arm({ path: /flows/, status, times: 9, ...page });
    const { name: connection } = world.connection;
    expect(await world.ask('readFlow', { connection, flowId })).toMatchObject(proxy);
  });
});
