import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { chooseFlow, leaveQuietly, openRule, type Stage, signedInStage } from '../harness/stage.ts';

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

/** As the popup opens them for the page in a tab. */
async function openOptionsFor(tabId: number): Promise<Page> {
  const options = await stage.browser.options(`?tab=${tabId}#sites`);
  await options.getByRole('region', { name: 'On the open page' }).waitFor();
  return options;
}

/** What is stored of the site rules. */
async function savedFields(): Promise<Record<string, { selector?: string }>> {
  const worker = await stage.browser.worker();
  const settings = await worker.evaluate(
    async () => (await chrome.storage.local.get('settings')).settings as { sites?: unknown[] },
  );
  return (settings.sites?.[0] as { fields?: Record<string, { selector?: string }> })?.fields ?? {};
}

/** The number that the form of a page is filled with, and where it says that it is from. */
async function numberOn(path: string): Promise<string> {
  const { tabId } = await visit(path);
  const popup = await stage.browser.popup(tabId);
  await chooseFlow(popup, 'Request callback');
  const field = popup.getByLabel(/customer ?number/i);
  await expect.poll(() => field.inputValue()).not.toBe('');
  return field.inputValue();
}

describe('the picker', () => {
  test('builds a rule that works on the next page of the same site', async () => {
    const { page, tabId } = await visit('contacts/1');
    const before = await stateOf(page);
    const options = await openRule(stage, await stage.browser.popup(tabId));

    await options.getByRole('button', { name: 'Choose on the page' }).click();
    await clickOn(page, '.title .call');
    await options.getByText('customerNumber', { exact: true }).first().waitFor();
    await expect.poll(savedFields).toMatchObject({ customerNumber: { selector: '.call' } });
    await options.locator('.site-ruled').getByText('+1 555 019 9888').waitFor();

    expect(await stateOf(page)).toEqual(before);
    expect(await numberOn('contacts/2')).toBe('+493023125555');
  });

  test('and through shadow roots, past names that are drawn by lot', async () => {
    const { page, tabId } = await visit('pages/component-1');
    const options = await openOptionsFor(tabId);
    await options.getByRole('button', { name: 'Choose on the page' }).click();
    await clickOn(page, 'text=+1 415 555 0187');
    await expect
      .poll(async () => (await savedFields()).customerNumber?.selector)
      .toBe('crm-record >>> crm-numbers >>> [data-field="office"]');
    expect(await numberOn('pages/component-2')).toBe('+12125550144');
  });

  test('and into a frame', async () => {
    const { page, tabId } = await visit('pages/framed-1');
    const options = await openOptionsFor(tabId);
    await options.getByRole('button', { name: 'Choose on the page' }).click();
    await pickerIsThere(page);
    const { x, y } = (await page.frameLocator('iframe').locator('dd').boundingBox()) ?? never();
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.click(x + 8, y + 8);
    await expect
      .poll(async () => (await savedFields()).customerNumber?.selector)
      .toBe('iframe >>> [data-field="mobile"]');
    expect(await numberOn('pages/framed-2')).toBe('+12125550143');
  });

  test('chooses by keyboard, and ends with Escape having chosen nothing and left nothing', async () => {
    const { page, tabId } = await visit('contacts/1');
    const before = await stateOf(page);
    const options = await openOptionsFor(tabId);
    const choose = options.getByRole('button', { name: 'Choose on the page' });

    await choose.click();
    await pickerIsThere(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => stateOf(page)).toEqual(before);
    expect(await savedFields()).toEqual({});

    // Moves of the mouse wait for the next frame, keys do not.
    const moved = page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          addEventListener('pointermove', () => resolve(), { capture: true, once: true }),
        ),
    );
    await choose.click();
    await pickerIsThere(page);
    const { x, y } = (await page.locator('h1').boundingBox()) ?? never();
    await page.mouse.move(x + 5, y + 5);
    await moved;
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await savedFields()).customerNumber?.selector).toBe('.call');
    expect(await stateOf(page)).toEqual(before);
  });

  test('keeps the page’s own handlers out of it', async () => {
    const { page, tabId } = await visit('contacts/1');
    await page.evaluate(() => {
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
        document.addEventListener(type, () => document.body.append(type), true);
    });
    const before = await stateOf(page);
    const options = await openOptionsFor(tabId);
    await options.getByRole('button', { name: 'Choose on the page' }).click();
    await clickOn(page, '.title .call');
    await options.locator('.site-ruled').waitFor();
    expect(await stateOf(page)).toEqual(before);
    expect(page.url()).toMatch(/contacts\/1$/);
  });
});

test('a hostile page can be chosen from, and is left as it was', async () => {
  const { page, tabId } = await visit('pages/hostile');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const options = await openOptionsFor(tabId);
  await options.getByRole('button', { name: 'Choose on the page' }).click();
  await clickOn(page, 'a[href="tel:+15550199888"]');
  await options.getByRole('button', { name: 'Choose on the page' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await options.locator('.site-ruled').getByText('+1 555 019 9888').waitFor();
});

test('everything found on the page is ready to be used', async () => {
  const { tabId } = await visit('pages/component-1');
  const options = await openOptionsFor(tabId);
  await options.getByRole('button', { name: /^Use \+1 415 555 0132 as customerNumber/ }).click();
  await options.locator('.site-ruled').getByText('+1 415 555 0132').waitFor();
  expect(await numberOn('pages/component-2')).toBe('+12125550143');
});

/** Until then a click is the page's own. */
async function pickerIsThere(page: Page): Promise<void> {
  await expect.poll(() => page.content()).toContain('cursor: crosshair');
}

/** Chooses an element where it is seen, whatever lies over it. */
async function clickOn(page: Page, selector: string): Promise<void> {
  await pickerIsThere(page);
  const { x, y, width, height } = (await page.locator(selector).boundingBox()) ?? never();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
}

function never(): never {
  throw new Error('It is not on the page');
}

/** All that a page could tell the difference by. */
function stateOf(page: Page) {
  return page.evaluate(() => ({
    html: `<!DOCTYPE html>${document.documentElement.outerHTML}`,
    globals: Object.getOwnPropertyNames(window).sort().join(),
    focus: document.activeElement?.tagName,
    scroll: [scrollX, scrollY],
  }));
}
