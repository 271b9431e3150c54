import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionOrigin } from '../../test/harness/chrome/browser.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const id = new URL(extensionOrigin).host;
const ownPage = { id, url: `${extensionOrigin}src/popup/index.html` };

/** What the worker does with a message: whether it takes it, and what comes of it. */
async function told(message: unknown, sender: object) {
  const answers: unknown[] = [];
  const before = { calls: world.calls.length, requests: world.server.seen.length };
  const taken = world.events().onMessage.tell(message, sender, (answer) => answers.push(answer));
  await world.settle();
  const calls = world.calls.length - before.calls;
  return { taken, answers, calls, requests: world.server.seen.length - before.requests };
}

const ignored = { taken: [false], answers: [], calls: 0, requests: 0 };

test.each([
  ['a script of ours in a page', { id, url: 'https://crm.example.com/', tab: { id: 1 } }],
  ['a page whose address begins alike', { id, url: `${extensionOrigin.slice(0, -1)}.evil.test/` }],
  ['another extension', { ...ownPage, id: 'abcdefghijklmnopabcdefghijklmnop' }],
  ['nobody who says where it is', { id }],
  ['a page of the web', { url: 'https://evil.example.com/' }],
])('the worker takes no question of %s', async (_, sender) => {
  expect(await told({ ask: 'launch', question: world.request() }, sender)).toEqual(ignored);
  expect(await told({ ask: 'signOut', question: { connection: 'Example' } }, sender)).toEqual(
    ignored,
  );
});

test('a thousand messages of any shape from our own pages do nothing', async () => {
  const question = fc.oneof(fc.anything(), fc.record({ connection: fc.anything() }));
  const message = fc.oneof(
    fc.anything(),
    fc.record({ ask: fc.string(), question }),
    fc.record({
      ask: fc.constantFrom('launch', 'cancel', 'forget', 'readFlow', '__proto__', 'constructor'),
      question: fc.anything(),
    }),
  );
  for (const each of fc.sample(message, { numRuns: 1_000, seed: 7 })) {
    expect(await told(each, ownPage)).toEqual(ignored);
  }
  expect(world.complaints).toEqual([]);
});
