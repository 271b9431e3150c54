import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowReload, settingsFor } from '../harness/browser.ts';
import { haveSession } from '../harness/have-session.ts';
import {
  chooseFlow,
  openRule,
  openStage,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signInByHand,
} from '../harness/stage.ts';

let stage: Stage;
let page: Page;
let tabId: number;

beforeAll(async () => {
  // No other file's tests are to meet what is reloaded.
  stage = await openStage({}, {});
  await allowReload(stage.browser);
  ({ page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`));
  await signInByHand(stage, await stage.browser.popup(tabId));
});
afterAll(() => stage?.close());

/** What an update of the extension does, with all of our pages open. */
async function update(): Promise<void> {
  const { context, extensionId } = stage.browser;
  const ours = context.pages().filter((each) => each.url().includes(extensionId));
  const closed = ours.map((each) => each.waitForEvent('close'));
  const started = context.waitForEvent('serviceworker');
  await ours[0]?.evaluate(() => chrome.runtime.reload()).catch(() => {});
  // The browser takes pages of the old version away, so that there are no dead buttons in them.
  await Promise.all(closed);
  // Before, its pages cannot be opened.
  await started;
}

async function openSidePanelPage(): Promise<Page> {
  const panel = await stage.browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.browser.extensionId}/src/sidepanel/index.html`);
  return panel;
}

test('an update leaves nothing dead behind, and the page that was open works as before', async () => {
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await openSidePanelPage();
  const options = await openRule(stage, await stage.browser.popup(tabId));
  await options.getByRole('button', { name: 'Choose on the page' }).click();
  await expect.poll(() => page.content()).toContain('cursor: crosshair');
  await update();

  // What was left in the page goes at the first move, and the click is the page's own.
  await page.bringToFront();
  await page.evaluate(() => document.addEventListener('click', () => (document.title = 'clicked')));
  const { x = 0, y = 0 } = (await page.locator('h1').boundingBox()) ?? {};
  await page.mouse.move(x + 5, y + 5);
  await expect.poll(() => page.content()).not.toContain('cursor: crosshair');
  await page.mouse.click(x + 5, y + 5);
  await expect.poll(() => page.title()).toBe('clicked');

  const popup = await stage.browser.popup(tabId);
  // The token is in memory only; the login session still lives, so that nothing is typed.
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await chooseFlow(popup, 'Request callback');
  const number = popup.getByLabel(/customer ?number/i);
  await expect.poll(() => number.inputValue()).toBe('+15550199888');
  await pressLaunch(popup);
  await resultIn(popup, 'Completed');
  expect(errors.filter((line) => !line.includes('favicon'))).toEqual([]);
});

test('an update between a click in the menu and its popup launches nothing, then or later', async () => {
  const { browser, sandbox } = stage;
  const { id: flowId, name } = sandbox.flow('requestCallback');
  await browser.configure(
    settingsFor(sandbox, { flows: [{ id: flowId, name, launchAtOnce: true }] }),
  );
  const before = sandbox.executions().length;
  await (await browser.worker()).evaluate(
    ([tabId, flowId]) =>
      chrome.storage.session.set({
        [`intention ${tabId}`]: {
          ...{ id: crypto.randomUUID(), tabId, said: {}, flowId, atOnce: true },
          at: Date.now(),
        },
      }),
    [tabId, flowId] as const,
  );
  await openSidePanelPage();
  await update();
  await haveSession(stage);
  const popup = await browser.popup(tabId);
  await picker(popup).waitFor();
  // Longer than what is launched at once is shown.
  await popup.waitForTimeout(3_000);
  expect(await popup.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  expect(sandbox.executions()).toHaveLength(before);
});
