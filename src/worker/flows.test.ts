import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  world.signIn();
  await world.start();
});
afterEach(() => world.close());

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
