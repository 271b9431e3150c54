import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { numberIn } from '../harness/callback-form.ts';
import { focusedWords } from '../harness/focus.ts';
import { chooseFlow, leaveQuietly, picker, type Stage, signedInStage } from '../harness/stage.ts';

// The external contact who has the number of a form.

const alice = '+15550199888';
const path = '/api/v2/externalcontacts/reversewhitepageslookup';
const scopes = ['architect', 'user-basic-info', 'external-contacts:readonly'];

let stage: Stage;
let popup: Page;
let lookUp: Locator;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 }, { scopes });
});
beforeEach(async () => {
  const { sandbox, browser } = stage;
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const keys = await chrome.storage.session.getKeys();
    await chrome.storage.session.remove(keys.filter((key) => /^(?:contacts|draft) ?/.test(key)));
  });
  const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
  popup = await browser.popup(tabId);
  await picker(popup).waitFor();
  await chooseFlow(popup, 'Request callback');
  lookUp = popup.getByRole('button', { name: `Look up ${alice} in external contacts` });
});
afterEach(() => leaveQuietly(stage, [/status of 403/]));
afterAll(() => stage?.close());

test('is looked up with a click, with one request', async () => {
  const lookUps = () => stage.sandbox.requests().filter((request) => request.path === path).length;
  await expect.poll(() => numberIn(popup).inputValue()).toBe(alice);
  expect(lookUps()).toBe(0);
  await lookUp.click();
  await popup.getByText(/External contact: Alice Martin/).waitFor();
  expect(lookUps()).toBe(1);
  // The button is gone, and what was found has its focus.
  await expect.poll(() => focusedWords(popup)).toMatch(/^External contact: Alice Martin/);
});

test('is looked up again after a failure with the same button, which shows that it works', async () => {
  const { sandbox } = stage;
  sandbox.arm({ match: { path }, status: 403, json: {}, times: 2 });
  await lookUp.press('Enter');
  await popup.getByText(/not allowed to look up external contacts/).waitFor();
  sandbox.disarm();
  sandbox.arm({ match: { path }, delayMs: 1_500 });
  await lookUp.press('Enter');
  await expect.poll(() => lookUp.getAttribute('aria-disabled')).toBe('true');
  await popup.getByText(/External contact: Alice Martin/).waitFor();
});
