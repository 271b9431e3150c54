import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectionCheck } from '../../../src/core/session/check-lines.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
});
afterEach(() => world.close());

/** The lines of a check from top to bottom, each as `state id problem`. */
async function check(): Promise<string[]> {
  await world.ask('checkConnection', { connection: 'Example' });
  const stored = world.browser.session.values.get(`check ${world.key}`) as ConnectionCheck;
  return stored.lines.map(({ state, id, problem }) => [state, id, problem?.code].join(' ').trim());
}

describe('a check while a person is signed in', () => {
  beforeEach(() => {
    world.signIn();
  });

  test('is good from top to bottom where everything is in order', async () => {
    const lines = await check();
    expect(lines.filter((line) => !line.startsWith('good'))).toEqual(['bad flows flows_none']);
  });

  test.each([
    [['architect:flow:launch'], 'warn may_follow permission_missing'],
    [['architect:flow:launch'], 'warn may_pick permission_missing'],
    [['architect:flow:launch'], 'warn may_search permission_missing'],
    [['architect:flow:view'], 'bad may_launch permission_missing'],
  ])('who holds %j: %s', async (permissions, line) => {
    world.server.permissions = permissions;
    expect(await check()).toContain(line);
  });

  test('who works with flows of the settings needs no list of them', async () => {
    world.server.permissions = ['architect:flow:launch', 'architect:flowExecution:view'];
    const { flowId: id } = world.request();
    world.configure({ connections: [{ ...world.connection, flows: [{ id, name: 'Callback' }] }] });
    expect(await check()).toContain('unneeded may_pick');
  });

  test.each([
    [/\/flows\/executions\//, 403, 'warn details permission_missing'],
    [/\/flows\/executions\//, 503, 'warn details not_answered'],
    [/executiondata/, 503, 'warn history not_answered'],
    [/executiondata/, 403, 'warn history history_unknown'],
    [/\/api\/v2\/flows(\/divisionviews)?$/, 403, 'bad flows flows_unlisted'],
  ])('where %s is answered by %i: %s', async (path, status, line) => {
    world.server.arm({ path, status, json: {}, times: 2 });
    expect(await check()).toContain(line);
  });

  test('tells that history is off', async () => {
    world.server.hasHistory = false;
    expect(await check()).toContain('warn history history_off');
  });

  test('tells a token without the scope', async () => {
    const token = world.server.issueToken(undefined, ['user-basic-info']);
    const session = world.browser.session.values.get(`session ${world.key}`);
    world.browser.session.values.set(`session ${world.key}`, {
      ...Object(session),
      accessToken: token,
    });
    expect(await check()).toContain('bad scope scope_missing');
  });

  test('finds a token that is no longer accepted, and signs the person out', async () => {
    world.server.tokens.clear();
    expect(await check()).toContain('bad signed_in signed_out');
    expect(world.browser.session.values.get(`sign-in ${world.key}`)).toMatchObject({
      failure: { code: 'session-ended' },
    });
  });
});

describe('a check while no person is signed in', () => {
  test('says so', async () => {
    expect(await check()).toContain('bad signed_in signed_out');
  });

  test.each([
    ['<p>unknown client_id</p>', 'bad client client_unknown'],
    ['<p>redirect_uri is not registered</p>', 'bad redirect redirect_unregistered'],
    ['<p>invalid scope</p>', 'bad scope scope_unknown'],
    ['<p>no</p>', 'bad client login_refused'],
  ])('tells what the login page says: %s', async (body, line) => {
    world.server.arm({ path: '/oauth/authorize', status: 400, body });
    expect(await check()).toContain(line);
  });

  test('tells that the org has not approved the client, as the last sign-in came to', async () => {
    const failure = { code: 'sign-in-denied', params: { error: 'access_denied', description: '' } };
    world.browser.session.values.set(`sign-in ${world.key}`, { state: 'failed', failure });
    expect(await check()).toContain('bad approval approval_missing');
  });

  test.each([
    ['something else answers', { status: 502, body: '<html>' }, 'bad region region_not_genesys'],
    ['nothing answers', { drop: 'unreachable' as const }, 'bad region region_unreachable'],
  ])('stops at the region where %s', async (_, answer, line) => {
    world.server.arm({ path: '/api/v2/tokens/me', ...answer });
    const lines = await check();
    expect(lines[1]).toBe(line);
    expect(lines.slice(2).every((each) => each.startsWith('waiting'))).toBe(true);
  });
});
