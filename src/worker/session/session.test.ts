import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../src/core/session/session.ts';
import { author } from '../../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

const ok = { ok: true, value: null };

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
});
afterEach(() => world.close());

const session = () =>
  world.browser.session.values.get(`session ${world.key}`) as Session | undefined;
const signInState = () => world.browser.session.values.get(`sign-in ${world.key}`);
const connection = 'Example';
const flowId = '8d9e6f1a-0000-4000-8000-0000000000';

/** Who signed in to the login server, and then here. */
async function signedIn(): Promise<string> {
  await world.ask('signIn', { connection });
  return session()?.accessToken ?? '';
}

/** How often the login server was visited since. */
function countVisits(): () => number {
  let visits = 0;
  const { visit } = world.browser;
  world.browser.visit = (details) => {
    visits += 1;
    return visit(details);
  };
  return () => visits;
}

describe('signing in', () => {
  test('brings a session with its user, org and rights, and asks once however many want it', async () => {
    let windows = 0;
    const visit = world.browser.visit;
    world.browser.visit = (details) => {
      windows += 1;
      return visit(details);
    };
    const asked = { connection };
    await Promise.all(Array.from({ length: 10 }, () => world.ask('signIn', asked)));
    expect(windows).toBe(1);
    expect(session()).toMatchObject({
      user: author,
      organization: { id: 'org-1', name: 'Example Org' },
      permissions: ['architect:*:*'],
    });
    expect(signInState()).toBeUndefined();
  });

  test('by a double click has one window, and the popup comes back once', async () => {
    const visits = countVisits();
    const asked = { connection };
    world.browser.views.push({ contextType: 'POPUP', documentUrl: 'x/src/popup/index.html' });
    await Promise.all([world.ask('signIn', asked), world.ask('signIn', asked)]);
    world.browser.views.length = 0;
    await world.pass(1_000);
    expect(visits()).toBe(1);
    expect(world.browser.opened).toEqual([{ what: 'popup' }]);
  });

  test('that is closed says so', async () => {
    world.browser.visit = async () => {
      throw new Error('The user did not approve access.');
    };
    await signedIn();
    expect(signInState()).toMatchObject({ state: 'failed', failure: { code: 'sign-in-closed' } });
  });

  test('that an earlier worker began ended with it', async () => {
    world.browser.session.values.set(`sign-in ${world.key}`, { state: 'signing-in' });
    world.stop();
    await world.start();
    expect(signInState()).toMatchObject({ failure: { code: 'sign-in-interrupted' } });
  });
});

describe('a session that the server no longer takes', () => {
  test('is renewed once without a window, and the launch sent', async () => {
    await signedIn();
    world.server.tokens.clear();
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(5_000);
    expect(world.record(request.id)?.state).toBe('completed');
    expect(world.server.posts()).toHaveLength(2);
  });

  test('is renewed once for ten requests at a time', async () => {
    await signedIn();
    world.server.tokens.clear();
    const visits = countVisits();
    const flowIds = Array.from({ length: 10 }, (_, n) => `8d9e6f1a-0000-4000-8000-00000000000${n}`);
    await Promise.all(flowIds.map((flowId) => world.ask('readFlow', { connection, flowId })));
    expect(visits()).toBe(1);
  });

  test('is renewed once, also for a request whose refusal comes long after the others’', async () => {
    await signedIn();
    world.server.tokens.clear();
    const visits = countVisits();
    world.server.arm({ path: /f1$/, delayMs: 8_000, process: true });
    const late = world.ask('readFlow', { connection, flowId: `${flowId}f1` });
    const early = world.ask('readFlow', { connection, flowId: `${flowId}f2` });
    await Promise.all([late, early]);
    expect(visits()).toBe(1);
  });

  test('is signed in anew in a window where a launch waits for it', async () => {
    await signedIn();
    world.server.tokens.clear();
    world.server.loggedIn = undefined;
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(5_000);
    expect(world.record(request.id)?.state).toBe('completed');
  });

  test('leaves the launch refused where the person closes that window', async () => {
    await signedIn();
    world.server.tokens.clear();
    world.browser.visit = async ({ interactive }) => {
      throw new Error(
        interactive ? 'The user did not approve access.' : 'User interaction required.',
      );
    };
    const request = world.request();
    await world.ask('launch', request);
    await world.pass(5_000);
    expect(world.record(request.id)).toMatchObject({
      state: 'refused',
      failure: { code: 'sign-in-closed' },
    });
    expect(session()).toBeUndefined();
  });

  test('ends for every view, with what was begun, where no window may open', async () => {
    await signedIn();
    world.browser.session.values.set('draft 1', { flowId: 'begun', forms: {} });
    world.server.tokens.clear();
    world.server.loggedIn = undefined;
    await world.ask('refreshFlows', { connection });
    expect(session()).toBeUndefined();
    expect(signInState()).toMatchObject({ failure: { code: 'session-ended' } });
    expect(world.browser.session.values.get('draft 1')).toMatchObject({ flowId: 'begun' });
  });
});

describe('a session in use', () => {
  const soon = 4 * 60_000;
  const endsSoon = () =>
    world.browser.session.values.set(`session ${world.key}`, {
      ...session(),
      expiresAt: Date.now() + soon,
    });

  test('is renewed before it ends, while a view is open', async () => {
    const before = await signedIn();
    endsSoon();
    world.browser.views.push({ contextType: 'SIDE_PANEL', documentUrl: 'x/src/sidepanel/' });
    await world.pass(5 * 60_000);
    expect(session()?.accessToken).not.toBe(before);
    expect(session()?.expiresAt).toBeGreaterThan(Date.now() + 3_600_000);
  });

  test('is left to end while no view is open', async () => {
    const before = await signedIn();
    endsSoon();
    await world.pass(5 * 60_000);
    expect(session()?.accessToken).toBe(before);
  });

  test('is tried to be renewed once, and lives to its end where that fails', async () => {
    const before = await signedIn();
    endsSoon();
    world.server.loggedIn = undefined;
    world.browser.views.push({ contextType: 'SIDE_PANEL', documentUrl: 'x/src/sidepanel/' });
    await world.pass(20 * 60_000);
    expect(session()?.accessToken).toBe(before);
    expect(signInState()).toBeUndefined();
  });
});

describe('signing out', () => {
  test('deletes the token at the server, forgets the person, and nothing signs them in again', async () => {
    const token = await signedIn();
    world.browser.session.values.set('draft 1', { flowId: 'begun', forms: {} });
    expect(await world.ask('signOut', { connection })).toEqual(ok);
    expect(world.server.tokens.has(token)).toBe(false);
    const left = [...world.browser.session.values.keys(), ...world.browser.local.values.keys()];
    expect(left.filter((key) => /^(session|draft|flows|recent|evidence) /.test(key))).toEqual([]);
    await world.ask('refreshFlows', { connection });
    await world.pass(3_600_000);
    expect(session()).toBeUndefined();
  });

  test('keeps no list of flows that comes in after its reader has gone', async () => {
    await signedIn();
    world.server.arm({ path: '/api/v2/flows', delayMs: 3_000, process: true });
    world.tell('refreshFlows', { connection });
    await world.pass(1_000);
    await world.ask('signOut', { connection });
    await world.pass(10_000);
    const left = [...world.browser.local.values.keys()];
    expect(left.filter((key) => key.startsWith('flows '))).toEqual([]);
  });

  test('says where the server could not be told', async () => {
    await signedIn();
    world.server.arm({ path: /tokens/, method: 'DELETE', status: 500 });
    expect(await world.ask('signOut', { connection })).toMatchObject({
      failure: { code: 'token-not-deleted' },
    });
    expect(session()).toBeUndefined();
  });

  test.each(['checkConnection', 'readFlow'] as const)(
    'wins over %s, whenever it comes',
    async (name) => {
      world.server.permissions = [];
      world.latency = 10;
      for (let wait = 0; wait < 150; wait += 3) {
        await signedIn();
        world.tell(name, { connection, flowId: world.request().flowId });
        await world.pass(wait);
        await world.ask('signOut', { connection });
        await world.pass(1_000);
        expect(session(), `signed out after ${wait} ms`).toBeUndefined();
      }
    },
  );
});
