import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { numberIn as number } from '../harness/callback-form.ts';
import { focusedWords } from '../harness/focus.ts';
import {
  chooseFlow,
  leaveQuietly,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';
import type { ConversationWish } from '../sandbox/conversations.ts';

// Page and conversation in one form, with the sandbox's conversations as the API gives them.

let stage: Stage;
let tabId: number;
let popup: Page;

const alice = '+15550199888';
const other = '+493023125555';
const scopes = ['architect', 'user-basic-info', 'conversations:readonly'];
const aliceCalls: ConversationWish = { sample: 'inboundCall', number: alice, name: 'Alice Martin' };
const otherCalls: ConversationWish = { sample: 'inboundCall', number: other, name: 'Bruno Keller' };

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 }, { scopes });
});
beforeEach(async () => {
  const { sandbox, browser } = stage;
  sandbox.setConversations('author', []);
  await browser.configure(settingsFor(sandbox, { scopes }));
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const keys = await chrome.storage.session.getKeys();
    const gone = keys.filter((key) => /^(?:lately|conversations|contacts|draft) ?/.test(key));
    await chrome.storage.session.remove(gone);
  });
  ({ tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`));
});
afterEach(() => leaveQuietly(stage, [/status of (?:403|429|500)/]));
afterAll(() => stage?.close());

const holds = (value: string) => expect.poll(() => number(popup).inputValue()).toBe(value);
const part = () => popup.getByRole('region', { name: 'Your conversation' });
const button = (name: string) => part().getByRole('button', { name, exact: true });
const asked = () =>
  stage.sandbox.requests().filter(({ path }) => path === '/api/v2/conversations').length;
const sent = () => stage.sandbox.executions().map(({ inputData }) => Object(inputData));

async function openForm(): Promise<void> {
  popup = await stage.browser.popup(tabId);
  await picker(popup).waitFor();
  await chooseFlow(popup, 'Request callback');
}

describe('the conversation in hand', () => {
  test('agrees with the page, is launched with, and is found by its ID afterwards', async () => {
    const [conversation] = stage.sandbox.setConversations('author', [aliceCalls]);
    const before = asked();
    await openForm();
    await part().getByText('This page is about the same customer.').waitFor();
    await part()
      .getByText(/Alice Martin/)
      .waitFor();
    await holds(alice);
    expect(asked()).toBe(before + 1);
    await pressLaunch(popup);
    const result = await resultIn(popup, 'Completed');
    expect(asked()).toBe(before + 2);
    await result.getByText(conversation?.id ?? 'none').waitFor();
    await result.getByRole('button', { name: 'Copy conversation ID' }).waitFor();
  });

  test('fills the form where the page says no number', async () => {
    stage.sandbox.setConversations('author', [otherCalls]);
    ({ tabId } = await stage.browser.visit(stage.sandbox.url));
    await openForm();
    await holds(other);
    await popup.getByText('from your conversation').first().waitFor();
  });

  test('disagrees with the page: nothing is filled in or launched until one is chosen', async () => {
    stage.sandbox.setConversations('author', [otherCalls]);
    const before = sent().length;
    await openForm();
    await part()
      .getByText(/You are talking to Bruno Keller, \+49.*; this page is about \+1 555/)
      .waitFor();
    await holds('');
    await pressLaunch(popup);
    await popup
      .getByText('Choose the customer whom this launch is about.', { exact: true })
      .waitFor();
    expect(sent()).toHaveLength(before);
    await popup.keyboard.press('Alt+KeyS');
    await holds(other);
    await popup.keyboard.press('Alt+KeyS');
    await holds(alice);
    await button('Use the conversation').click();
    await holds(other);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(sent().at(-1)).toMatchObject({ 'Flow.customerNumber': other });
  });

  test('that ended before the press is not launched for', async () => {
    stage.sandbox.setConversations('author', [aliceCalls]);
    await openForm();
    await part().getByText('This page is about the same customer.').waitFor();
    const before = sent().length;
    stage.sandbox.setConversations('author', []);
    await pressLaunch(popup);
    await popup.getByText('Your conversation changed or ended, so nothing was launched.').waitFor();
    expect(sent()).toHaveLength(before);
    await part().getByRole('button', { name: 'Other conversations' }).click();
    await part()
      .getByText(/ended at/)
      .waitFor();
  });

  test('is chosen from several', async () => {
    stage.sandbox.setConversations('author', [aliceCalls, otherCalls]);
    ({ tabId } = await stage.browser.visit(stage.sandbox.url));
    await openForm();
    await part()
      .getByText(/You have several conversations/)
      .waitFor();
    await part()
      .getByRole('button', { name: /Use Bruno Keller/ })
      .press('Enter');
    await holds(other);
    // The pressed button is gone.
    await expect.poll(() => focusedWords(popup)).toMatch(/^Bruno Keller/);
    await button('Other conversations').click();
    await part()
      .getByRole('button', { name: /Use Alice Martin/ })
      .press('Enter');
    await holds(alice);
    await expect.poll(() => focusedWords(popup)).toMatch(/^Alice Martin/);
  });

  test('that was read long ago says so in a view that stays open, and is read again with a click', async () => {
    stage.sandbox.setConversations('author', [aliceCalls]);
    await openForm();
    await part().getByText('This page is about the same customer.').waitFor();
    const readAgain = part().getByRole('button', { name: 'Read again' });
    expect(await readAgain.count()).toBe(0);
    const worker = await stage.browser.worker();
    await worker.evaluate(async () => {
      const all = await chrome.storage.session.get();
      const [key = ''] = Object.keys(all).filter((each) => each.startsWith('conversations '));
      const known = { ...Object(all[key]), readAt: Date.now() - 5 * 60_000 };
      await chrome.storage.session.set({ [key]: known });
    });
    await part()
      .getByText(/Your conversations were read at/)
      .waitFor();
    const before = asked();
    await readAgain.click();
    await expect.poll(asked).toBe(before + 1);
    await readAgain.waitFor({ state: 'hidden' });
  });

  test('is named by the page’s own address', async () => {
    const [, second] = stage.sandbox.setConversations('author', [aliceCalls, otherCalls]);
    const address = `${stage.sandbox.url}/directory/#/engage/admin/interactions/${second?.id}`;
    ({ tabId } = await stage.browser.visit(address));
    await openForm();
    await holds(other);
  });
});

describe('without a conversation the form works as before, and says why', () => {
  const launches = async () => {
    await holds(alice);
    const before = sent().length;
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(sent()).toHaveLength(before + 1);
  };

  test('there is none', async () => {
    await openForm();
    await part().getByText('You have no active conversation.').waitFor();
    await launches();
  });

  test('the scope is missing', async () => {
    stage.sandbox.arm({
      match: { path: '/api/v2/conversations' },
      status: 403,
      json: { code: 'app.not.authorized.for.scope', status: 403, message: 'Not for this scope' },
      times: 9,
    });
    await openForm();
    await part()
      .getByText(/does not have the scope conversations:readonly/)
      .waitFor();
    await launches();
    stage.sandbox.disarm();
  });

  test.each([
    ['a proxy answers with a page of its own', { html: true }, /could not be read/],
    ['the answer has 12 MB', { bytes: 12_000_000 }, /more data about your conversations/],
  ])('%s', async (_, answer, words) => {
    stage.sandbox.arm({ match: { path: '/api/v2/conversations' }, times: 9, ...answer });
    await openForm();
    await part().getByText(words).waitFor();
    await launches();
    stage.sandbox.disarm();
  });

  test('nothing is read or shown where the connection is not set up for it', async () => {
    await stage.browser.configure(settingsFor(stage.sandbox));
    stage.sandbox.setConversations('author', [otherCalls]);
    const before = asked();
    await openForm();
    await launches();
    expect(asked()).toBe(before);
    expect(await part().count()).toBe(0);
  });
});

test('what was typed stays when the conversation comes late', async () => {
  stage.sandbox.setConversations('author', [aliceCalls]);
  stage.sandbox.arm({ match: { path: '/api/v2/conversations' }, delayMs: 1_500 });
  await openForm();
  await number(popup).fill('+15550100001');
  await part()
    .getByText(/Alice Martin/)
    .waitFor();
  await holds('+15550100001');
});
