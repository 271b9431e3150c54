import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { author, passed } from '../../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  world.signIn();
  world.browser.local.values.set(`recent ${world.key}`, []);
  world.browser.session.values.set(`table ${world.key} some-table`, {});
  await world.start();
});
afterEach(() => world.close());

const kept = () =>
  [...world.browser.session.values.keys(), ...world.browser.local.values.keys()].filter((key) =>
    key.includes(world.key),
  );
const deletions = () => world.server.seen.filter(({ method }) => method === 'DELETE');

describe('a connection that is deleted', () => {
  const other = { ...Object(undefined), name: 'Other', environment: { region: 'mypurecloud.ie' } };

  test.each([
    ['by hand', () => world.configure({ connections: [] })],
    [
      'by an import that brings another one',
      () => world.configure({ connections: [{ ...world.connection, ...other }] }),
    ],
    [
      'by policy',
      () => void world.browser.managed.set({ connections: [{ ...world.connection, ...other }] }),
    ],
  ])('%s leaves nothing here, and its token is deleted at its own server', async (_, remove) => {
    remove();
    await world.settle();
    expect(kept()).toEqual([]);
    expect(deletions().map(({ url }) => url)).toEqual([
      'https://api.mypurecloud.de/api/v2/tokens/me',
    ]);
    expect(world.server.tokens.size).toBe(0);
  });

  test('by policy while no worker ran is forgotten by the next one', async () => {
    world.stop();
    await world.browser.managed.set({ connections: [{ ...world.connection, ...other }] });
    await world.start({ begin: true });
    expect(kept()).toEqual([]);
    expect(world.server.tokens.size).toBe(0);
  });
});

test.each<[string, () => void]>([
  ['a sign-in window that is open', () => void world.tell('signIn', { connection: 'Example' })],
  [
    'a renewal that is under way',
    () => {
      world.server.tokens.clear();
      world.server.loggedIn = author;
      world.tell('refreshFlows', { connection: 'Example' });
    },
  ],
])('%s as its connection is deleted leaves nothing here either', async (_, begin) => {
  const { visit } = world.browser;
  world.browser.visit = async (details) => {
    await passed(5_000);
    return visit(details);
  };
  begin();
  await world.pass(1_000);
  world.configure({ connections: [] });
  await world.pass(10_000);
  expect(kept()).toEqual([]);
  expect(world.server.tokens.size).toBe(0);
});

test.each([
  ['its name changes', () => ({ connections: [{ ...world.connection, name: 'Renamed' }] })],
  [
    'its client is typed anew',
    () => ({
      connections: [{ ...world.connection, clientId: '8d9e6f1a-0000-4000-8000-000000000009' }],
    }),
  ],
  ['the settings are damaged', () => ({ defaultCountry: 7 })],
  ['nothing of the settings can be read', () => ({ version: 99 })],
])('nothing is forgotten where %s', async (_, changed) => {
  const before = kept();
  world.configure(changed());
  await world.settle();
  expect(kept()).toEqual(before);
  expect(deletions()).toEqual([]);
});
