import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

describe('the token goes to the connection’s API only', () => {
  /** A launch that an earlier worker left waiting, with another address in its record. */
  async function leftWaiting(url: string) {
    world.server.arm({
      path: /executions$/,
      status: 429,
      json: { code: 'too.many.requests' },
      headers: { 'retry-after': '40' },
    });
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(2_000);
    world.stop();
    const key = `launch ${request.id}`;
    const record = Object(world.browser.local.values.get(key));
    world.browser.local.values.set(key, { ...record, request: { ...record.request, url } });
    await world.pass(120_000);
    return world.record(request.id);
  }

  test.each([
    'https://evil.example.com/api/v2/flows/executions',
    'https://api.mypurecloud.de.evil.example.com/api/v2/flows/executions',
    'https://api.mypurecloud.ie/api/v2/flows/executions',
    'https://api.mypurecloud.de/api/v2/other',
    'nonsense',
  ])('not to %s, though a record says so', async (url) => {
    const record = await leftWaiting(url);
    expect(record).toMatchObject({ state: 'refused', failure: { code: 'other-address' } });
    const { origin } = new URL(world.server.posts()[0]?.url ?? '');
    expect(world.server.seen.filter((each) => new URL(each.url).origin !== origin)).toEqual([]);
    expect(world.server.posts()).toHaveLength(1);
  });
});

test('what is stored is for our own pages and worker only', () => {
  const { local, session, managed } = world.browser;
  for (const { accessLevels } of [local, session, managed]) {
    expect(accessLevels).toEqual(['TRUSTED_CONTEXTS']);
  }
});
