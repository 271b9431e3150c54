import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Armed, author } from '../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';
import { type ConversationSample, createConversations } from '../../test/sandbox/conversations.ts';
import { users } from '../../test/sandbox/users.ts';
import type { Conversations } from '../core/conversation/recent.ts';

const path = '/api/v2/conversations';
const scopes = ['architect', 'user-basic-info', 'conversations:readonly'];
const grace = { id: users.agent.id, name: 'Grace Agent' };

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  world.configure({ connections: [{ ...world.connection, scopes }] });
  world.signIn(grace);
  await world.start();
});
afterEach(() => world.close());

const connection = 'Example';
const ask = (anew?: boolean) => world.ask('readConversations', { connection, anew });
const asked = () => world.server.seen.filter((request) => request.path === path);
const known = () =>
  world.browser.session.values.get(`conversations ${world.key}`) as Conversations | undefined;
const states = () => known()?.conversations.map(({ conversation }) => conversation.state);

/** What the server answers from now on. */
function listed(...samples: ConversationSample[]): void {
  world.server.disarm();
  const entities = createConversations(Date.now).set('agent', samples);
  world.server.arm({ path, json: { entities }, times: 99, delayMs: 100 });
}

describe('the conversations of the person', () => {
  test('are read with one request and kept in memory alone', async () => {
    listed('inboundCall', 'heldCall', 'internalCall');
    expect(await ask()).toEqual({ ok: true, value: null });
    expect(states()).toEqual(['connected', 'held']);
    expect(known()).toMatchObject({ complete: true, readAt: Date.now() });
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'error' });
    expect(JSON.stringify([...world.browser.local.values])).not.toContain('Ada Sample');
  });

  test('are read as `Launch a flow…` is chosen, and the popup that opens asks for them no more', async () => {
    listed('inboundCall');
    world.events().onMenuClick.tell({ menuItemId: 'launch' }, { id: 7, windowId: 1 });
    await world.pass(1_000);
    expect(asked()).toHaveLength(1);
    await ask();
    expect(asked()).toHaveLength(1);
    expect(states()).toEqual(['connected']);
  });

  test('are read once, however many ask at a time, and again five seconds later or when asked to', async () => {
    listed('inboundCall');
    await Promise.all([ask(), ask(), ask(true)]);
    await ask();
    expect(asked()).toHaveLength(1);
    await ask(true);
    expect(asked()).toHaveLength(2);
    await world.pass(5_000);
    await ask();
    expect(asked()).toHaveLength(3);
  });

  test('are not read if the connection is not set up for it, or no person is signed in', async () => {
    listed('inboundCall');
    world.configure({ connections: [world.connection] });
    expect(await ask()).toEqual({ ok: true, value: null });
    world.configure({ connections: [{ ...world.connection, scopes }] });
    world.browser.session.values.delete(`session ${world.key}`);
    expect(await ask()).toEqual({ ok: true, value: null });
    expect(asked()).toEqual([]);
    expect(known()).toBeUndefined();
  });

  test('are not read if the token is known to lack the scope, and the view learns why', async () => {
    const session = Object(world.browser.session.values.get(`session ${world.key}`));
    world.browser.session.values.set(`session ${world.key}`, { ...session, scopes: ['architect'] });
    await ask();
    expect(asked()).toEqual([]);
    expect(known()?.failure?.code).toBe('conversations-scope-missing');
  });

  test('are not read where little is left of the limit of requests', async () => {
    const limit = { count: 250, allowed: 300, resetAt: Date.now() + 30_000 };
    world.browser.session.values.set(`limit ${world.key}`, limit);
    await ask();
    expect(asked()).toEqual([]);
    expect(known()?.failure?.code).toBe('conversations-rate-limited');
    await world.pass(30_000);
    listed('inboundCall');
    await ask();
    expect(states()).toEqual(['connected']);
    expect(known()?.failure).toBeUndefined();
  });

  test.each<[string, Omit<Armed, 'path'>, string]>([
    [
      'the scope',
      { status: 403, json: { code: 'app.not.authorized.for.scope' } },
      'conversations-scope-missing',
    ],
    [
      'a policy',
      { status: 403, json: { code: 'authz.policy.denied' } },
      'conversations-not-allowed',
    ],
    ['nothing there', { status: 404, json: { code: 'not.found' } }, 'conversations-not-read'],
    ['too many requests', { status: 429, json: {} }, 'conversations-rate-limited'],
    ['a server’s fault', { status: 500 }, 'conversations-not-read'],
    ['a busy server', { status: 503 }, 'conversations-not-read'],
    ['a page of a proxy', { body: '<!doctype html><h1>Hello</h1>' }, 'proxy-answered'],
    [
      'ten megabytes',
      { body: `{"entities":["${'x'.repeat(10_000_000)}"]}` },
      'conversations-too-large',
    ],
    ['a broken connection', { drop: 'after' }, 'connection-failed'],
    ['silence', { delayMs: 30_000 }, 'timeout'],
  ])('where %s keeps them from being read, that is said', async (_, armed, code) => {
    world.server.arm({ path, ...armed, times: 9 });
    expect(await ask()).toEqual({ ok: true, value: null });
    expect(known()?.failure?.code).toBe(code);
    listed('inboundCall');
    await world.pass(60_000);
    await ask();
    expect(states()).toEqual(['connected']);
  });

  test('stay as they were while the network is away, and the view learns why', async () => {
    listed('inboundCall');
    await ask();
    world.isOnline = false;
    await ask(true);
    expect(known()?.failure?.code).toBe('offline');
    expect(states()).toEqual(['connected']);
  });

  test('stay for ten minutes after they have ended', async () => {
    listed('inboundCall');
    await ask();
    listed();
    await world.pass(60_000);
    await ask();
    expect(states()).toEqual(['ended']);
    await world.pass(9 * 60_000);
    await ask();
    expect(states()).toEqual([]);
  });

  test('are not kept for another person who signed in meanwhile', async () => {
    listed('inboundCall');
    const answer = ask();
    while (asked().length === 0) await Promise.resolve();
    world.signIn(author);
    await answer;
    expect(known()).toBeUndefined();
  });

  test('are forgotten when they sign out', async () => {
    listed('inboundCall');
    await ask();
    await world.ask('signOut', { connection });
    expect(known()).toBeUndefined();
  });
});
