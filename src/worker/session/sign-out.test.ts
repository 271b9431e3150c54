import { expect, test } from 'vitest';
import { agent, author, passed } from '../../../test/harness/genesys.ts';
import { signedInWorker } from '../../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../../test/harness/worker-world.ts';

// Who signs out is signed out, whatever is under way: nothing signs them in again, and nothing of theirs leaves.

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const connection = 'Example';
const by = { person: { userId: author.id, orgId: 'org-1' } };

const session = () => world.browser.session.values.get(`session ${world.key}`);

/** A sign-in window stays open for twenty seconds, and then closes by itself: the login server knows the person. */
function windowStaysOpen(): void {
  const { visit } = world.browser;
  world.browser.visit = async (details) => {
    if (details.interactive) await passed(20_000);
    return visit(details);
  };
}

/** The server refuses the next POST, and takes so long for it. */
function refuses(status: number, delayMs: number, headers = {}): void {
  world.server.arm({ path: /executions$/, status, json: { code: 'some.code' }, headers, delayMs });
}

test.each<[string, number, () => void]>([
  ['waits for a limit', 1, () => refuses(429, 0, { 'retry-after': '30' })],
  ['is out with a token that the server refuses then', 1, () => refuses(401, 3_000)],
  [
    'waits for a sign-in window',
    0,
    () => {
      world.browser.session.values.clear();
      windowStaysOpen();
    },
  ],
])('a launch that %s is not sent after the person has signed out', async (_, posts, arrange) => {
  world.server.loggedIn = author;
  arrange();
  if (posts === 0) world.server.loggedIn = undefined;
  const { request } = await world.launched({ by }, 1_000);
  world.server.loggedIn = author;
  await world.ask('signOut', { connection });
  await world.pass(60_000);
  expect(world.record(request.id)).toMatchObject({
    state: 'refused',
    failure: { code: 'signed-out' },
  });
  expect(world.server.posts()).toHaveLength(posts);
  expect(session()).toBeUndefined();
});

test('the next person signs in by a window of their own while the last one’s is still open', async () => {
  windowStaysOpen();
  world.tell('signIn', { connection });
  await world.pass(10_000);
  await world.ask('signOut', { connection });
  world.server.loggedIn = agent;
  world.tell('signIn', { connection });
  await world.pass(12_000);
  expect(session()).toBeUndefined();
  await world.pass(20_000);
  expect(session()).toMatchObject({ user: agent });
  // The token of the window that closed too late is deleted.
  expect(world.server.tokens.size).toBe(1);
});
