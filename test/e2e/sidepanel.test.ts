import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrange } from '../harness/arrange.ts';
import { type Browser, openBrowser, redirectUri, settingsFor } from '../harness/browser.ts';
import { haveChosenFlow } from '../harness/chosen-flow.ts';
import { type Display, missingForDisplay, openDisplay } from '../harness/display.ts';
import { popupShows } from '../harness/real-popup.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import type { State } from '../harness/states.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

const chosen: State = {
  name: 'form',
  signedIn: 'author',
  flow: 'requestCallback',
  says: 'Customer number',
};

describe('the side panel', () => {
  let stage: Stage;
  let panel: Page;
  const number = () => panel.getByLabel(/customer ?number/i);

  beforeAll(async () => {
    stage = await openStage();
    panel = await stage.browser.panel();
  });
  afterAll(() => stage?.close());

  test('follows the tab in front, each with its own form', async () => {
    const one = await visitWithForm(stage, 'contacts/1');
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    const two = await visitWithForm(stage, 'contacts/2');
    await expect.poll(() => number().inputValue()).toBe('+493023125555');
    // It is filled in from the page once more, as the panel comes back to the tab.
    await expect
      .poll(async () => {
        await number().fill('+4930111111');
        return number().inputValue();
      })
      .toBe('+4930111111');
    await one.bringToFront();
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    await two.bringToFront();
    await expect.poll(() => number().inputValue()).toBe('+4930111111');
  });

  test('and the popup on the same tab show one form, whichever of them it is filled in', async () => {
    const page = await visitWithForm(stage, 'contacts/1');
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    const tabId = await tabIdOf(stage, page);
    const popup = await stage.browser.popup(tabId);
    await page.bringToFront();
    const inPopup = popup.getByLabel(/customer ?number/i);
    await inPopup.fill('+4930222222');
    await expect.poll(() => number().inputValue()).toBe('+4930222222');
    await number().press('End');
    await number().pressSequentially('77');
    await expect.poll(() => inPopup.inputValue()).toBe('+493022222277');
    expect(await number().inputValue()).toBe('+493022222277');
    await popup.close();
  });

  test('reads the page anew when the tab goes on to another', async () => {
    const page = await visitWithForm(stage, 'contacts/1');
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    await page.goto(new URL('contacts/2', stage.sandbox.crmUrl).href);
    await expect.poll(() => number().inputValue()).toBe('+493023125555');
  });

  // https://github.com/BroadSoft-Xtended/Project-Chrome-Extension/issues/18
  test.each([
    ['by its path, drawn at once', '/contacts/8', 0],
    ['by its path, drawn 0.7 seconds later', '/contacts/8', 700],
    ['behind #, drawn half a second later', '#/contacts/8', 500],
  ])('reads the record that the page changes to: %s', async (_, address, wait) => {
    const page = await visitWithForm(stage, 'contacts/1');
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    await page.evaluate(
      ([to, late]) => {
        const draw = () => {
          document.body.innerHTML = '<h1>Bea Stone</h1><p>Phone: (415) 555-0187</p>';
        };
        if (to.startsWith('#')) location.hash = to;
        else history.pushState({}, '', to);
        if (late === 0) draw();
        else setTimeout(draw, late);
      },
      [address, wait] as const,
    );
    await expect.poll(() => number().inputValue(), { timeout: 8_000 }).toBe('+14155550187');
  });

  test('launches, and shows the result beside the page', async () => {
    await visitWithForm(stage, 'contacts/1');
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
    await panel.getByRole('button', { name: 'Launch', exact: true }).click();
    const result = panel.getByRole('region', { name: 'Result' });
    await result.getByRole('status').filter({ hasText: 'Completed' }).waitFor();
    expect(stage.sandbox.executions()).toHaveLength(1);
  });

  test('says what lets it read a page on which the person has not clicked', async () => {
    const { hostname } = new URL(stage.sandbox.crmUrl);
    const page = await visitWithForm(stage, 'contacts/1');
    await page.goto(stage.sandbox.crmUrl.replace(hostname, 'localhost'));
    await panel.getByText(/click the toolbar button/).waitFor();
  });
});

describe.skipIf(missingForDisplay().length > 0)('with real gestures', () => {
  let display: Display;
  let sandbox: Sandbox;
  let browser: Browser;

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

  test('its key opens it, and lets it read the page; so does the popup’s key on the next page', async () => {
    const address = sandbox.crmUrl.replace('127.0.0.1', 'localhost');
    const first = await browser.visit(`${address}contacts/1`);
    await first.page.bringToFront();
    await first.page.waitForTimeout(500);
    display.press('alt+shift+k');
    await expect.poll(() => count(browser, 'SIDE_PANEL')).toBe(1);
    await expect.poll(() => wasRead(browser, first.tabId)).toBe(true);

    const second = await browser.visit(`${address}contacts/2`);
    await second.page.bringToFront();
    await second.page.waitForTimeout(500);
    expect(await wasRead(browser, second.tabId)).toBe(false);
    display.press('alt+shift+g');
    await expect.poll(() => wasRead(browser, second.tabId)).toBe(true);
  });

  test.each<[string, object]>([
    [
      'its address at once, the record 0.7 s later',
      { after: { name: 700, number: 700, mobile: 700, id: 700, email: 700 } },
    ],
    ['only what follows #', { address: 'hash' }],
    ['only its content', { address: 'none' }],
  ])(
    'it follows an application that changes %s, and launches for the record in front',
    async (_, how) => {
      const { page, tabId } = await browser.visit(`${sandbox.crmUrl}console/1`);
      await haveChosenFlow({ sandbox, browser }, tabId);
      await page.bringToFront();
      // The panel that is open shows the form of the tab in front.
      if ((await count(browser, 'SIDE_PANEL')) === 0) display.press('alt+shift+k');
      await popupShows(browser, numberIs('+15550199888'), 'sidepanel');
      await page.evaluate(`crm.open(2, ${JSON.stringify(how)})`);
      await popupShows(browser, numberIs('+493023125555'), 'sidepanel');
      const before = sandbox.executions().length;
      await popupShows(browser, pressLaunch, 'sidepanel');
      await expect.poll(() => sandbox.executions().length).toBe(before + 1);
      expect(sandbox.executions().at(-1)?.inputData).toMatchObject({
        'Flow.customerNumber': '+493023125555',
      });
      await page.close();
    },
  );
});

const numberIs = (value: string) =>
  `[...document.querySelectorAll('input')].some((each) => each.value === '${value}')`;

/** Presses `Launch` as soon as it is there. */
const pressLaunch = `(() => {
  const launch = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Launch');
  launch?.click();
  return launch !== undefined;
})()`;

async function visitWithForm(stage: Stage, path: string): Promise<Page> {
  const { page, tabId } = await stage.browser.visit(new URL(path, stage.sandbox.crmUrl).href);
  const [key, value] = [`draft ${tabId}`, stage.sandbox.flow('requestCallback').id];
  const signedIn = await stage.browser.worker();
  const isSignedIn = await signedIn.evaluate(async () =>
    (await chrome.storage.session.getKeys()).some((each) => each.startsWith('session ')),
  );
  if (!isSignedIn) await arrange(stage, chosen, tabId);
  else {
    await signedIn.evaluate(
      ([key, flowId]) => chrome.storage.session.set({ [key as string]: { flowId, forms: {} } }),
      [key, value],
    );
  }
  // Another tab comes to the front and this one again, so that the panel opens its form anew.
  await (await stage.browser.context.newPage()).close();
  await page.bringToFront();
  return page;
}

async function tabIdOf(stage: Stage, page: Page): Promise<number> {
  const found = await (await stage.browser.worker()).evaluate(
    async (url) => (await chrome.tabs.query({ active: true })).find((tab) => tab.url === url)?.id,
    page.url(),
  );
  if (found === undefined) throw new Error('The page is not in front');
  return found;
}

async function count(browser: Browser, type: string): Promise<number> {
  return (await browser.worker()).evaluate(
    async (type) => (await chrome.runtime.getContexts({ contextTypes: [type as never] })).length,
    type,
  );
}

async function wasRead(browser: Browser, tabId: number): Promise<boolean> {
  return (await browser.worker()).evaluate(
    async (key) => key in (await chrome.storage.session.get(key)),
    `page-read ${tabId}`,
  );
}
