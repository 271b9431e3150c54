import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shownPerson } from '../../../src/core/session/person.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { agent, author } from '../../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
  await world.ask('signIn', { connection: 'Example' });
});
afterEach(() => world.close());

const session = () => world.browser.session.values.get(`session ${world.key}`) as Session;

/** The launch that a view asks for which shows who is signed in now. */
const request = () => world.request({ by: shownPerson(session()) });

describe('a launch under one name', () => {
  test('is made by that person, whose it is', async () => {
    const asked = request();
    await world.ask('launch', asked);
    await world.pass(5_000);
    expect(world.record(asked.id)).toMatchObject({
      state: 'completed',
      by: { person: { userId: author.id, orgId: 'org-1' } },
    });
  });

  test('goes on when the session is renewed for the same person', async () => {
    const asked = request();
    world.server.tokens.clear();
    await world.ask('launch', asked);
    await world.pass(5_000);
    expect(world.record(asked.id)?.state).toBe('completed');
  });

  test('is refused where another person has signed in since', async () => {
    const asked = request();
    world.server.loggedIn = agent;
    await world.ask('signIn', { connection: 'Example' });
    expect(session().user).toMatchObject(agent);
    expect(await world.ask('launch', asked)).toMatchObject({ failure: { code: 'another-person' } });
    await world.pass(5_000);
    expect(world.records()).toEqual([]);
    expect(world.server.posts()).toEqual([]);
  });

  test('is refused where the session is renewed on the way as that of another', async () => {
    const asked = request();
    world.server.tokens.clear();
    world.server.loggedIn = agent;
    await world.ask('launch', asked);
    await world.pass(5_000);
    expect(world.record(asked.id)).toMatchObject({
      state: 'refused',
      failure: { code: 'another-person' },
    });
    expect(world.server.executions).toEqual([]);
  });

  test('is refused where another signs in while it waits', async () => {
    world.server.arm({
      path: /executions$/,
      status: 429,
      json: { code: 'x' },
      headers: { 'retry-after': '30' },
    });
    const asked = request();
    await world.ask('launch', asked);
    await world.pass(2_000);
    world.server.loggedIn = agent;
    await world.ask('signIn', { connection: 'Example' });
    await world.pass(60_000);
    expect(world.record(asked.id)).toMatchObject({ failure: { code: 'another-person' } });
    expect(world.server.executions).toEqual([]);
  });

  test('is refused if the server does not say who it is, and it is not the session that was shown', async () => {
    const me = { path: /users\/me/, status: 403, json: { code: 'missing.scope' }, times: 99 };
    world.server.arm(me);
    await world.ask('signIn', { connection: 'Example' });
    expect(session().user).toBeUndefined();
    const asked = request();
    await world.ask('signIn', { connection: 'Example' });
    expect(await world.ask('launch', asked)).toMatchObject({ failure: { code: 'another-person' } });
    const again = request();
    expect(await world.ask('launch', again)).toEqual({ ok: true, value: null });
  });
});
