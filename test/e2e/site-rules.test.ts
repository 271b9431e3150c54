import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import {
  chooseFlow,
  leaveQuietly,
  openRule,
  picker,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await signedInStage();
});
afterEach(async () => {
  await leaveQuietly(stage);
  await stage.browser.configure(settingsFor(stage.sandbox));
});
afterAll(() => stage?.close());

const visit = (path: string) => stage.browser.visit(new URL(path, stage.sandbox.crmUrl).href);

/** Settings with one site rule, for the sandbox's CRM. */
async function configure(rule: object): Promise<void> {
  const match = ['http://127.0.0.1/*'];
  const sites = [{ name: 'CRM', match, ...rule }];
  await stage.browser.configure({ ...settingsFor(stage.sandbox), sites });
}

/** As if the rule had found nothing on so many pages. */
async function pagesBefore(count: number): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async (found) => {
    const key = 'rule-history CRM';
    const history = (await chrome.storage.local.get(key))[key];
    await chrome.storage.local.set({ [key]: { ...Object(history), found } });
  }, Array(count).fill(0));
}

test('the popup and the editor say that a rule no longer matches', async () => {
  await configure({ fields: { customerNumber: { selector: '.gone' } } });
  for (const id of [1, 4, 5]) {
    if (id === 4) await pagesBefore(3);
    const { page, tabId } = await visit(`contacts/${id}`);
    const popup = await stage.browser.popup(tabId);
    await popup.getByRole('button', { name: /rule for this site/ }).waitFor();
    // Opened again on the same page, it counts once.
    await popup.reload();
    const edit = popup.getByRole('button', { name: /rule for this site/ });
    await edit.waitFor();
    const isTold = await popup.getByText('found nothing on any of the last 5 pages').isVisible();
    expect(isTold).toBe(id === 5);
    if (id < 5) {
      await popup.close();
      await page.close();
    } else {
      const options = await openRule(stage, popup);
      await options.getByText('The rule found nothing on any of the last 5 pages.').waitFor();
    }
  }
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(() => chrome.storage.local.get());
  const history = JSON.stringify(kept['rule-history CRM']);
  expect(history).toContain('[0,0,0,0,0]');
  expect(history).not.toMatch(/contacts|Alice|555/);
});

describe('a page whose site names a flow', () => {
  test('opens on it, until another is chosen by hand', async () => {
    // By its id: another flow of the sandbox has the same name.
    await configure({ flow: stage.sandbox.flow('requestCallback').id });
    const { page, tabId } = await visit('contacts/1');
    const popup = await stage.browser.popup(tabId);
    await popup.getByLabel(/customer ?number/i).waitFor();
    await expect.poll(() => picker(popup).inputValue()).toBe('Request callback');
    const chosen = 'Create support ticket';
    await chooseFlow(popup, chosen);
    await expect.poll(() => picker(popup).inputValue()).toBe(chosen);
    await page.goto(new URL('contacts/2', stage.sandbox.crmUrl).href);
    const again = await stage.browser.popup(tabId);
    await again.getByRole('button', { name: 'Launch', exact: true }).waitFor();
    await expect.poll(() => picker(again).inputValue()).toBe(chosen);
  });
});

test('a value set by hand stays, whatever page comes next', async () => {
  const { page, tabId } = await visit('contacts/1');
  const popup = await stage.browser.popup(tabId);
  await chooseFlow(popup, 'Request callback');
  const number = popup.getByRole('textbox', { name: /customer ?number/i });
  await expect.poll(() => number.inputValue()).toBe('+15550199888');
  await number.fill('+14155550111');
  await page.goto(new URL('contacts/2', stage.sandbox.crmUrl).href);
  const again = await stage.browser.popup(tabId);
  const kept = again.getByRole('textbox', { name: /customer ?number/i });
  // The key opens nothing before the page was read.
  await again.locator('.form-field', { has: kept }).locator('[aria-haspopup="menu"]').waitFor();
  await kept.press('Alt+ArrowDown');
  await again.getByRole('menuitemradio').filter({ hasText: '30 23125555' }).first().waitFor();
  expect(await kept.inputValue()).toBe('+14155550111');
  await again.keyboard.press('Enter');
  await expect.poll(() => kept.inputValue()).toMatch(/^\+49/);
});

describe('a site that is read without a click', () => {
  const badgeOf = async (tabId: number) =>
    (await stage.browser.worker()).evaluate(
      (id) => chrome.action.getBadgeText({ tabId: id }),
      tabId,
    );

  test('is allowed in a click, marks customers, and is taken back in a click', async () => {
    await configure({ fields: { customerNumber: { selector: '.title .call' } } });
    const first = await visit('contacts/1');
    await first.page.waitForTimeout(700);
    expect(await badgeOf(first.tabId)).toBe('');

    const options = await openRule(stage, await stage.browser.popup(first.tabId));
    await options.getByRole('button', { name: 'Allow access to 127.0.0.1' }).click();
    await options.getByRole('button', { name: 'Revoke access to 127.0.0.1' }).first().waitFor();
    await first.page.bringToFront();
    await expect.poll(() => badgeOf(first.tabId)).toBe('•');
    await first.page.goto(new URL('pages/no-number', stage.sandbox.crmUrl).href);
    await expect.poll(() => badgeOf(first.tabId)).toBe('');
    await first.page.goto(new URL('contacts/2', stage.sandbox.crmUrl).href);
    await expect.poll(() => badgeOf(first.tabId)).toBe('•');

    await options.bringToFront();
    await options.getByRole('button', { name: 'Revoke access to 127.0.0.1' }).first().click();
    await options.getByRole('button', { name: 'Allow access to 127.0.0.1' }).waitFor();
    await first.page.bringToFront();
    await first.page.goto(new URL('contacts/1', stage.sandbox.crmUrl).href);
    await first.page.waitForTimeout(700);
    expect(await badgeOf(first.tabId)).toBe('');
  });
});
