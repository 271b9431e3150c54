import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { passed } from '../../test/harness/genesys.ts';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

// What is meant by a click in the menu, while the page that it was made on is busy.

const alice = 'https://crm.example.com/contacts/1';
const bruno = 'https://crm.example.com/contacts/2';

/** A frame that the browser does not let in. */
const closed = Symbol('closed');

let world: WorkerWorld;
beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
});
afterEach(() => world.close());

const intention = () => world.browser.session.values.get('intention 1');

/** The page of the tab answers after so many milliseconds, and is at this address by then. */
function answers(after: number, address: string, frames: Record<number, unknown> = {}) {
  world.browser.pages.set(1, async ({ target }) => {
    await passed(after);
    const [frameId = 0] = target.frameIds ?? [];
    const result = frames[frameId] ?? { address, title: 'Contact' };
    if (result === closed) throw new Error('Cannot access contents of the frame');
    return [{ frameId, documentId: 'document-1', result }];
  });
}

/** The menu was opened on Alice's page, and an item is chosen while the tab is at an address. */
const click = (more: object = {}, url = alice) =>
  world
    .events()
    .onMenuClick.tell(
      { menuItemId: 'launch', pageUrl: alice, frameId: 0, ...more },
      { id: 1, url },
    );

test('what was selected is of the page as it was at the click, not of the record that came by the time it answers', async () => {
  answers(2_000, bruno);
  click({ selectionText: '+1 555 019 9888' });
  await world.pass(4_000);
  expect(intention()).toMatchObject({ document: { address: alice }, said: {} });
});

test('nor of the record that came while the menu was open', async () => {
  answers(0, bruno);
  click({ selectionText: '+1 555 019 9888' }, bruno);
  await world.pass(4_000);
  expect(intention()).toMatchObject({ document: { address: alice } });
});

test('it is of that document where the page answers at the same address', async () => {
  answers(2_000, alice);
  click({ selectionText: '+1 555 019 9888' });
  await world.pass(4_000);
  expect(intention()).toMatchObject({ document: { documentId: 'document-1', address: alice } });
});

test('it is not of a document that the page has loaded since, under the same address', async () => {
  const at = Date.now();
  answers(2_000, alice, { 0: { address: alice, title: 'Contact', loadedAt: at + 500 } });
  click({ selectionText: '+1 555 019 9888' });
  await world.pass(4_000);
  expect(intention()).toMatchObject({ document: { documentId: `unread ${at} 1` } });
});

test('a clock that was set back since the page was loaded takes nothing from it', async () => {
  answers(0, alice, { 0: { address: alice, title: 'Contact', loadedAt: Date.now() + 3_600_000 } });
  click({ selectionText: '+1 555 019 9888' });
  await world.pass(4_000);
  expect(intention()).toMatchObject({ document: { documentId: 'document-1' } });
});

describe('what was selected in a frame', () => {
  const selection = '+1 555 019 9888';
  const inFrame = (address: string, loadedAt = 0) => ({ 4: { address, title: '', loadedAt } });

  test.each<[string, () => Record<number, unknown>, boolean]>([
    ['while the frame is the same', () => inFrame(alice), true],
    ['where the frame cannot be read', () => ({ 4: closed }), true],
    ['not once it shows another record', () => inFrame(bruno), false],
    ['not once it was loaded anew', () => inFrame(alice, Date.now() + 500), false],
  ])('counts, and so does the wish to launch at once, %s', async (_, frames, expected) => {
    const { flowId } = world.request();
    const flows = [{ id: flowId, name: 'Callback', launchAtOnce: true }];
    world.configure({ connections: [{ ...world.connection, flows }] });
    answers(2_000, alice, frames());
    const clicked = { menuItemId: `flow ${flowId}`, frameId: 4, frameUrl: alice };
    click({ ...clicked, selectionText: selection });
    await world.pass(4_000);
    const { said, atOnce } = Object(intention());
    expect([said.selection, atOnce]).toEqual(expected ? [selection, true] : [undefined, false]);
  });
});

test('an intention is as old as the click, however long the page took', async () => {
  answers(2_000, alice);
  const at = Date.now();
  click();
  await world.pass(4_000);
  expect(intention()).toMatchObject({ at });
});

test('of two clicks on a busy page the second counts', async () => {
  answers(2_000, alice);
  click({ selectionText: '+1 555 0100' });
  await world.pass(500);
  click({ selectionText: '+1 555 0199' });
  await world.pass(4_000);
  expect(intention()).toMatchObject({ said: { selection: '+1 555 0199' } });
  expect(world.browser.opened).toHaveLength(1);
});

describe('on a site that is read without a click', () => {
  beforeEach(() => {
    world.browser.origins.add('https://crm.example.com/*');
    world.browser.local.values.set('readable-sites', ['https://crm.example.com/*']);
  });

  test('the popup opens after 3 s on a page that never says what was clicked', async () => {
    answers(60_000, alice);
    click();
    await world.pass(4_000);
    expect(world.browser.opened).toHaveLength(1);
  });

  test('what was clicked is asked of the frame where it was, not of one where the menu was open before', async () => {
    const at = Date.now();
    const before = { text: '+1 555 019 9888', label: 'Phone', at };
    answers(0, alice, { 0: before, 4: null });
    click({ frameId: 4 });
    await world.pass(4_000);
    expect(intention()).not.toHaveProperty(['said', 'text']);
    click({ frameId: 0 });
    await world.pass(4_000);
    expect(intention()).toMatchObject({ said: { text: before } });
  });
});

describe('what was launched from the form', () => {
  const typed = async (sentAs: string) => {
    const { flowId } = world.request();
    const form = { values: { 'Flow.note': 'call back' }, sources: {}, touched: ['Flow.note'] };
    await world.browser.session.set({
      'draft 1': { flowId, forms: { [flowId]: form }, sentAs: [sentAs] },
    });
    click();
    await world.pass(4_000);
    return Object(world.browser.session.values.get('draft 1')).forms;
  };

  test('is gone from the form that a click opens, also if no view has seen that it was accepted', async () => {
    world.signIn();
    const { request } = await world.launched({ tabId: 1 });
    expect(await typed(request.id)).toEqual({});
  });

  test('is gone also while it waits, because no view may see what becomes of it', async () => {
    world.signIn();
    const headers = { 'retry-after': '50' };
    world.server.arm({ path: /executions$/, status: 429, json: { code: 'x' }, headers });
    const { request } = await world.launched({ tabId: 1 }, 2_000);
    expect(world.record(request.id)?.state).toBe('sending');
    expect(await typed(request.id)).toEqual({});
  });

  test('stays if it was refused', async () => {
    world.signIn();
    world.server.arm({ path: /executions$/, status: 400, json: { code: 'x' } });
    const { request } = await world.launched({ tabId: 1 });
    expect(await typed(request.id)).not.toEqual({});
  });
});
