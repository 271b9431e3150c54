import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type Browser, openBrowser, redirectUri, settingsFor, signInAs } from './browser.ts';
import { type Display, missingForDisplay, openDisplay } from './display.ts';

const missing = missingForDisplay();
if (missing.length > 0 && process.env.CI) {
  throw new Error(`CI must run the tests with real gestures, and lacks ${missing.join(', ')}`);
}
if (missing.length > 0) {
  console.warn(`\nNOT RUN: the tests with real gestures, for want of ${missing.join(', ')}.\n`);
}

let display: Display;
let sandbox: Sandbox;
let browser: Browser;

// The CRM is visited as `localhost`, for which the extension has no host permission: what it reads
// there, it reads because a person clicked.
describe.skipIf(missing.length > 0)(
  'real gestures, on a page that the extension may not read by itself',
  () => {
    beforeAll(async () => {
      display = await openDisplay();
      sandbox = await startSandbox({ redirectUris: [redirectUri] });
      browser = await openBrowser({ headed: true, display: display.name });
      await browser.configure(settingsFor(sandbox));
      const { tabId } = await browser.visit(`${sandbox.url}/crm/`);
      const popup = await browser.popup(tabId);
      await popup.getByRole('button', { name: 'Sign in' }).click();
      await signInAs(browser.context, sandbox.users.author);
      await popup.getByRole('combobox', { name: 'Flow' }).waitFor();
      await popup.close();
    });
    afterAll(async () => {
      await browser?.close();
      await sandbox?.close();
      display?.close();
    });

    test('the toolbar shortcut opens the popup, which reads the page and launches', async () => {
      const page = await visitWithFlow('contacts/1');
      display.press('alt+shift+g');
      await popupIsOpen();
      await launchedWith(page, '+15550199888');
    });

    test('the native context menu on a selected number opens the popup on that number', async () => {
      const page = await visitWithFlow('contacts/1');
      const { x, y } = await selectText(page, '555 2671');
      display.click(3, x, y);
      await page.waitForTimeout(500);
      display.press('Up', 'Up', 'Return');
      await popupIsOpen();
      await launchedWith(page, '+14155552671');
    });
  },
);

async function visitWithFlow(path: string): Promise<Page> {
  const address = `${sandbox.url.replace('127.0.0.1', 'localhost')}/crm/${path}`;
  const { page, tabId } = await browser.visit(address);
  await (await browser.worker()).evaluate(
    ([key, flowId]) => chrome.storage.session.set({ [key as string]: { flowId, forms: {} } }),
    [`draft ${tabId}`, sandbox.flow('requestCallback').id],
  );
  await page.bringToFront();
  return page;
}

async function popupIsOpen(): Promise<void> {
  const worker = await browser.worker();
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const popups = await chrome.runtime.getContexts({ contextTypes: ['POPUP' as never] });
        return popups.length;
      }),
    )
    .toBe(1);
}

/** Presses Ctrl+Enter in the popup and waits for the launch to arrive. */
async function launchedWith(page: Page, customerNumber: string): Promise<void> {
  const before = sandbox.executions().length;
  await page.waitForTimeout(1500);
  display.press('ctrl+Return');
  await expect.poll(() => sandbox.executions().length, { timeout: 10_000 }).toBe(before + 1);
  expect(sandbox.executions()[before]?.inputData).toMatchObject({
    'Flow.customerNumber': customerNumber,
  });
  display.press('Escape');
  await page.close();
}

/** Selects the words, and tells where on the screen they are. */
async function selectText(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.includes(wanted)) continue;
      getSelection()?.selectAllChildren(node.parentElement as Element);
      const box = (node.parentElement as Element).getBoundingClientRect();
      const chromeHeight = window.outerHeight - window.innerHeight;
      return {
        x: Math.round(window.screenX + box.left + 20),
        y: Math.round(window.screenY + chromeHeight + box.top + box.height / 2),
      };
    }
    throw new Error(`The page does not say ${wanted}`);
  }, words);
}
