import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { haveSession } from '../harness/have-session.ts';
import { leaveQuietly, openStage, picker, type Stage } from '../harness/stage.ts';

// How many keys and clicks each task of every day takes. A word that is typed counts as one.

let stage: Stage;
let count = 0;
let stamp = 0;

beforeAll(async () => {
  stage = await openStage();
  await haveSession(stage);
});
afterEach(() => leaveQuietly(stage, [/status of 40[03]/]));
afterAll(() => stage?.close());

/** Real keys and clicks, counted. */
const hands = (view: Page) => ({
  press: async (key: string) => {
    count += 1;
    await view.keyboard.press(key);
  },
  type: async (words: string) => {
    count += 1;
    await view.keyboard.type(words);
  },
  click: async (target: Locator) => {
    count += 1;
    await target.click();
  },
});

const crm = (path: string) => new URL(path, stage.sandbox.crmUrl).href;
const launchButton = (view: Page) => view.getByRole('button', { name: 'Launch', exact: true });
const number = (view: Page) => view.getByRole('textbox', { name: 'Customer number' });
const completed = (view: Page) =>
  view.getByRole('status').filter({ hasText: 'Completed' }).waitFor();

/** The popup beside a new tab; opening it is one key, `Alt+Shift+G`. */
async function openPopup(path: string): Promise<{ page: Page; popup: Page; tabId: number }> {
  const { page, tabId } = await stage.browser.visit(crm(path));
  const popup = await stage.browser.popup(tabId);
  await picker(popup).waitFor();
  count = 1;
  return { page, popup, tabId };
}

async function filled(view: Page): Promise<void> {
  await expect.poll(() => number(view).inputValue()).toMatch(/^\+/);
}

test('the first launch after signing in takes at most 5', async () => {
  const { popup } = await openPopup('contacts/1');
  await popup.locator('[role="combobox"]:focus').waitFor();
  const { type, press } = hands(popup);
  await type('request callb');
  await popup
    .getByRole('option', { name: /Request callback/ })
    .first()
    .waitFor();
  await press('Enter');
  await filled(popup);
  await press('Control+Enter');
  await completed(popup);
  expect(count).toBeLessThanOrEqual(5);
});

test.each([
  ['with keys', ['Enter', 'Enter']],
  ['with one key, twice', ['Control+Enter', 'Control+Enter']],
])('the same flow for the next customer in the same tab takes 2, %s', async (_, keys) => {
  const { popup, page } = await openPopup('contacts/1');
  await filled(popup);
  await popup.keyboard.press('Control+Enter');
  await anyway(popup);
  await popup.locator('[data-new-launch]:focus').waitFor();
  count = 0;
  const { press } = hands(popup);
  await press(keys[0] ?? '');
  await launchButton(popup).waitFor();
  await popup.locator('button[type="submit"]:focus').waitFor();
  await number(popup).fill('+14155550100');
  await launchButton(popup).focus();
  await press(keys[1] ?? '');
  await anyway(popup);
  expect(count).toBeLessThanOrEqual(2);
  await page.close();
});

/** To a completed launch: the same customer within a minute is asked about, which is not counted here. */
async function anyway(popup: Page): Promise<void> {
  const again = popup.getByRole('button', { name: 'Launch anyway' });
  const done = popup.getByRole('status').filter({ hasText: 'Completed' });
  await again.or(done).first().waitFor();
  if (await again.isVisible()) await again.click();
  await done.waitFor();
}

test('the key that launched, still held when the result comes, goes no further', async () => {
  const { popup } = await openPopup('contacts/1');
  await filled(popup);
  stamp += 1;
  await number(popup).fill(`+1415555${1000 + stamp}`);
  await launchButton(popup).focus();
  await popup.keyboard.down('Enter');
  await popup.locator('[data-new-launch]:focus').waitFor();
  await completed(popup);
  await popup.keyboard.down('Enter');
  await popup.keyboard.down('Enter');
  await completed(popup);
  await popup.keyboard.up('Enter');
  await popup.keyboard.press('Enter');
  await launchButton(popup).waitFor();
});

test('the same flow in a new tab takes 2: its last flow is chosen', async () => {
  const { popup } = await openPopup('contacts/1');
  await expect.poll(() => picker(popup).inputValue()).toBe('Request callback');
  await filled(popup);
  await hands(popup).press('Control+Enter');
  await anyway(popup);
  expect(count).toBeLessThanOrEqual(2);
});

test('the same flow in the side panel takes 1 click in a new tab', async () => {
  const panel = await stage.browser.panel();
  await stage.browser.visit(crm('contacts/2'));
  await filled(panel);
  count = 0;
  await hands(panel).click(launchButton(panel));
  await anyway(panel);
  expect(count).toBe(1);
});

test('another number of the page takes 2', async () => {
  const { popup } = await openPopup('contacts/2');
  await filled(popup);
  const before = await number(popup).inputValue();
  count = 0;
  const { press } = hands(popup);
  await press('Alt+ArrowDown');
  await popup.locator('[role="menuitemradio"]:focus').waitFor();
  await press('Enter');
  await expect.poll(() => number(popup).inputValue()).not.toBe(before);
  expect(count).toBeLessThanOrEqual(2);
});

test('out of a refusal for a missing permission takes 1: a request to the administrator, copied', async () => {
  const { popup } = await refused(403, {
    status: 403,
    code: 'missing.permissions',
    message: 'Missing the following permission(s): [architect:flow:launch]',
  });
  await hands(popup).click(popup.getByRole('button', { name: 'Copy request to administrator' }));
  const copied = await clipboard(popup);
  for (const words of [
    'architect:flow:launch',
    'Request callback',
    stage.sandbox.users.author.email,
    'missing.permissions',
  ]) {
    expect(copied).toContain(words);
  }
  expect(copied).not.toContain('+1555');
  expect(count).toBe(1);
});

test('the correlation ID of a refusal takes 1, and so does the support bundle', async () => {
  const { popup } = await refused(400, { status: 400, code: 'bad.request', message: 'No.' });
  await hands(popup).click(popup.getByRole('button', { name: 'Copy Correlation ID' }));
  expect(await clipboard(popup)).toMatch(/^[0-9a-f-]{36}$/);
  expect(count).toBe(1);
  await hands(popup).click(popup.getByRole('button', { name: 'Copy support bundle' }));
  await expect.poll(async () => (await clipboard(popup)).slice(0, 1)).toBe('{');
  expect(JSON.parse(await clipboard(popup))).toMatchObject({ launch: { state: 'refused' } });
  expect(count).toBe(2);
});

async function refused(status: number, json: object): Promise<{ popup: Page }> {
  await stage.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  stage.sandbox.arm({
    match: { method: 'POST', path: '/api/v2/flows/executions' },
    status,
    json,
  });
  const { popup } = await openPopup('contacts/1');
  await filled(popup);
  stamp += 1;
  await number(popup).fill(`+1415555${1000 + stamp}`);
  await popup.keyboard.press('Control+Enter');
  await popup.getByRole('alert').waitFor();
  count = 0;
  return { popup };
}

function clipboard(view: Page): Promise<string> {
  return view.evaluate(() => navigator.clipboard.readText());
}
