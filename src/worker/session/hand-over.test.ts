import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agent, author } from '../../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
  await signIn();
});
afterEach(() => world.close());

const connection = 'Example';

async function signIn(user = author): Promise<void> {
  world.server.loggedIn = user;
  await world.ask('signIn', { connection });
}

/** What a person began and read. */
const theirs = () => ({
  [`recent ${world.key}`]: [],
  [`flows ${world.key}`]: {},
  'draft 1': { flowId: 'begun', forms: {} },
  'intention 1': {},
  'evidence 8d9e6f1a-0000-4000-8000-000000000009': {},
});

function begin(): void {
  for (const [key, value] of Object.entries(theirs())) {
    const { local, session } = world.browser;
    (key.startsWith('recent') ? local : session).values.set(key, value);
  }
}

const left = () =>
  [...world.browser.local.values.keys(), ...world.browser.session.values.keys()].filter(
    (key) => key in theirs(),
  );

describe('what a person began and read', () => {
  beforeEach(begin);

  test.each([
    ['signs in over it', async () => signIn(agent)],
    [
      'is who the session is renewed as',
      async () => {
        world.server.tokens.clear();
        world.server.loggedIn = agent;
        await world.ask('refreshFlows', { connection });
      },
    ],
    [
      'signs in after their session ended by itself, and the browser was started anew',
      async () => {
        world.browser.session.values.clear();
        world.browser.session.values.set('draft 1', { flowId: 'begun', forms: {} });
        await signIn(agent);
      },
    ],
  ])('goes where another one %s', async (_, handOver) => {
    await handOver();
    expect(world.browser.session.values.get(`session ${world.key}`)).toMatchObject({ user: agent });
    expect(left().filter((key) => !key.startsWith('flows'))).toEqual([]);
  });

  test('stays where the same person signs in again, or their session is renewed', async () => {
    await signIn(author);
    world.server.tokens.clear();
    await world.ask('refreshFlows', { connection });
    expect(left()).toEqual(expect.arrayContaining(['draft 1', `recent ${world.key}`]));
  });
});

test('another account is asked for, and the token of the one before is deleted', async () => {
  const [token = ''] = world.server.tokens.keys();
  const asked: (string | null)[] = [];
  const { visit } = world.browser;
  world.browser.visit = (details) => {
    asked.push(new URL(details.url).searchParams.get('prompt'));
    world.server.loggedIn = agent;
    return visit(details);
  };
  await world.ask('signIn', { connection, asksWho: true });
  await world.settle();
  expect(asked).toEqual(['login']);
  expect(world.browser.session.values.get(`session ${world.key}`)).toMatchObject({ user: agent });
  expect(world.server.tokens.has(token)).toBe(false);
  expect(world.server.tokens.size).toBe(1);
});

describe('the launches of a person who signs out', () => {
  async function launched(by = author) {
    const person = { userId: by.id, orgId: 'org-1' };
    return (await world.launched({ by: { person } })).request.id;
  }

  test('stay, unless the settings or the policy want them deleted', async () => {
    const id = await launched();
    await world.ask('signOut', { connection });
    expect(world.record(id)?.state).toBe('completed');
  });

  test.each([
    ['settings', () => world.configure({ history: { deleteOnSignOut: true } })],
    ['policy', () => void world.browser.managed.values.set('history', { deleteOnSignOut: true })],
  ])('go by the %s, those of others stay', async (_, arrange) => {
    const id = await launched();
    await signIn(agent);
    const other = await launched(agent);
    arrange();
    await world.ask('signOut', { connection });
    expect(world.record(id)?.state).toBe('completed');
    expect(world.record(other)).toBeUndefined();
  });

  test('that have not ended stay', async () => {
    world.configure({ history: { deleteOnSignOut: true } });
    world.server.endsAs = 'RUNNING';
    const id = await launched();
    await world.ask('signOut', { connection });
    expect(world.record(id)?.state).toBe('running');
  });
});
