import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  openBrowser,
  redirectUri,
  settingsFor,
  signInAs,
} from '../harness/browser.ts';
import { haveChosenFlow } from '../harness/chosen-flow.ts';
import { type Display, missingForDisplay, openDisplay } from '../harness/display.ts';
import { popupHolds, popupShows } from '../harness/real-popup.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

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
    });
    afterAll(async () => {
      await browser?.close();
      await sandbox?.close();
      display?.close();
    });

    test('the popup, which closes when the sign-in window opens, comes back after it', async () => {
      const { page } = await browser.visit(`${sandbox.url}/crm/`);
      await (await browser.worker()).evaluate(() => chrome.storage.session.clear());
      await page.bringToFront();
      await openByShortcut();
      await popupShows(browser, `document.activeElement?.textContent === 'Sign in'`);
      display.press('Return');
      await signInAs(browser.context, sandbox.users.author);
      await expect.poll(signedIn).toBe(true);
      // The one from before can still be there, and go; `popupShows` would keep it, as it is inspected by that.
      await expect.poll(popupHasFocus).toBe(true);
      await popupIsOpen();
      expect(browser.context.pages().filter((one) => one.url().includes('popup'))).toEqual([]);
      await closePopup(page);
    });

    test('the toolbar shortcut opens the popup, which reads the page and launches', async () => {
      const page = await visitWithFlow('contacts/1');
      await openByShortcut();
      await launchedWith(page, '+15550199888');
    });

    test('the native context menu on a selected number opens the popup on that number', async () => {
      // The browser tells the address at which the menu was opened, whole.
      const page = await visitWithFlow('contacts/1?tab=phones#numbers');
      const { x, y } = await selectText(page, '555 2671');
      await chooseMenuItem({ x, y });
      await launchedWith(page, '+14155552671');
    });

    test('the native context menu on a tel: link opens the popup on that number', async () => {
      const page = await visitWithFlow('');
      await chooseMenuItem(await placeOf(page, '[href="tel:+493023125555"]'));
      await launchedWith(page, '+493023125555');
    });

    test('the native context menu in a phone input opens the popup on what is selected in it', async () => {
      const page = await visitWithFlow('pages/no-number');
      await page.evaluate(() => {
        const input = document.createElement('input');
        Object.assign(input, { type: 'tel', id: 'phone', value: '+14155552671' });
        document.querySelector('h1')?.after(input);
        input.select();
      });
      await chooseMenuItem(await placeOf(page, '#phone'));
      await launchedWith(page, '+14155552671');
    });

    test('on a page that never finishes loading the menu opens the popup on the selected number', async () => {
      const page = await visitWithFlow('contacts/1');
      const endless = page.url().replace('contacts/1', 'pages/endless');
      await page.goto(endless, { waitUntil: 'commit' });
      await page.getByText('Orders').waitFor();
      await chooseMenuItem(await selectText(page, '555 2671'));
      await launchedWith(page, '+14155552671');
    });

    test('on a site allowed without a click, so it does on a number in a table in a shadow root', async () => {
      // The build for the sandbox has the permission; what counts is the person's word.
      await (await browser.worker()).evaluate(() =>
        chrome.storage.local.set({ 'readable-sites': ['http://127.0.0.1/*'] }),
      );
      const page = await visitWithFlow('pages/component-1', '127.0.0.1');
      await expect.poll(remembersClicks).toBe(true);
      // The menu of a page ends with `View page source`, too.
      await chooseMenuItem(await placeOf(page, '[data-field=office]'), 3);
      await launchedWith(page, '+14155550187');
    });
  },
);

async function visitWithFlow(path: string, host = 'localhost'): Promise<Page> {
  const address = `${sandbox.url.replace('127.0.0.1', host)}/crm/${path}`;
  const { page, tabId } = await browser.visit(address);
  await haveChosenFlow({ sandbox, browser }, tabId);
  await page.bringToFront();
  return page;
}

/** Opens the native context menu at a place of the screen and chooses our item in it. */
async function chooseMenuItem({ x, y }: { x: number; y: number }, fromBelow = 2): Promise<void> {
  await openMenu({ x, y });
  // The extension's entry stands above `Inspect`; its first item is `Launch a flow…`.
  display.press(...Array<string>(fromBelow).fill('Up'), 'Right', 'Return');
  await popupIsOpen();
}

async function openMenu({ x, y }: { x: number; y: number }): Promise<void> {
  const before = display.windows();
  display.click(3, x, y);
  await expect.poll(() => display.windows()).toBeGreaterThan(before);
}

/** Where on the screen an element is, in shadow roots, too. */
async function placeOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`The page does not show ${selector}`);
  const [left, top] = await page.evaluate(() => [
    window.screenX,
    window.screenY + window.outerHeight - window.innerHeight,
  ]);
  return {
    x: Math.round((left ?? 0) + box.x + box.width / 2),
    y: Math.round((top ?? 0) + box.y + box.height / 2),
  };
}

async function signedIn(): Promise<boolean> {
  return (await browser.worker()).evaluate(async () =>
    Object.keys(await chrome.storage.session.get()).some((key) => key.startsWith('session ')),
  );
}

/** Whether the page in front was read since it has loaded, and what is clicked in it is remembered. */
async function remembersClicks(): Promise<unknown> {
  return (await browser.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0 };
    const func = () => Reflect.get(globalThis, 'kickoffRemembers');
    const [answer] = await chrome.scripting.executeScript({ target, func });
    return answer?.result;
  });
}

async function openByShortcut(): Promise<void> {
  const worker = await browser.worker();
  // A key goes to the window that has the focus, and a browser that has just started may not have it yet.
  const hasFocus = async () => (await chrome.windows.getLastFocused()).focused;
  await expect.poll(() => worker.evaluate(hasFocus)).toBe(true);
  display.press('alt+shift+g');
  await popupIsOpen();
}

async function popupHasFocus(): Promise<boolean> {
  return (await browser.worker()).evaluate(async () => {
    const { clients } = globalThis as unknown as {
      clients: { matchAll(which: object): Promise<{ url: string; focused: boolean }[]> };
    };
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    return pages.some(({ url, focused }) => focused && url.includes('/src/popup/'));
  });
}

async function popupIsOpen(isOpen = true): Promise<void> {
  const worker = await browser.worker();
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const popups = await chrome.runtime.getContexts({ contextTypes: ['POPUP' as never] });
        return popups.length;
      }),
    )
    .toBe(isOpen ? 1 : 0);
}

/** Presses Ctrl+Enter in the popup and waits for the launch to arrive. */
async function launchedWith(page: Page, customerNumber: string): Promise<void> {
  const before = sandbox.executions().length;
  await popupHolds(browser, customerNumber);
  display.press('ctrl+Return');
  await expect.poll(() => sandbox.executions().length, { timeout: 10_000 }).toBe(before + 1);
  expect(sandbox.executions()[before]?.inputData).toMatchObject({
    'Flow.customerNumber': customerNumber,
  });
  await closePopup(page);
}

async function closePopup(page: Page): Promise<void> {
  // It may open and not be ready for keys yet.
  await popupShows(browser, 'document.querySelector("main") !== null && document.hasFocus()');
  display.press('Escape');
  await popupIsOpen(false);
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
