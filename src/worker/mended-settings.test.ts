import { expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

test('damaged settings keep the question before launches, and lie aside as they were', async () => {
  const connections = [{ ...world.connection, confirmLaunch: 'yes' }];
  world.stop();
  world.configure({ connections, defaultCountry: 7 });
  const damaged = world.browser.local.values.get('settings');
  await world.start();
  const stored = (key: string) => world.browser.local.values.get(key);
  expect(stored('settings')).toMatchObject({ connections: [{ confirmLaunch: true }] });
  expect(stored('settings')).not.toHaveProperty('defaultCountry');
  expect(stored('set-aside settings')).toEqual(damaged);
});
