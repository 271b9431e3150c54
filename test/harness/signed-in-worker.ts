import { afterEach, beforeEach } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from './worker-world.ts';

/** Starts a worker for each test of a file, with a person signed in, and hands it to the file. */
export function signedInWorker(take: (world: WorkerWorld) => void): void {
  let world: WorkerWorld;
  beforeEach(async () => {
    world = await openWorkerWorld();
    world.signIn();
    await world.start();
    take(world);
  });
  afterEach(() => world.close());
}
