import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openBrowser, settingsFor } from '../harness/browser.ts';
import { releasedBuild } from '../harness/build.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox();
  browser = await openBrowser({ extension: releasedBuild });
  const rule = { name: 'CRM', match: ['http://127.0.0.1/*'], fields: { id: { selector: 'h1' } } };
  await browser.configure({ ...settingsFor(sandbox), sites: [rule] });
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

// The extension as it is released, on a page that nobody clicked on and nobody allowed.
describe('a page on which the person has not clicked', () => {
  let page: Page;
  let worlds: string[];

  beforeEach(async () => {
    page = await browser.context.newPage();
    worlds = [];
    const devTools = await browser.context.newCDPSession(page);
    devTools.on('Runtime.executionContextCreated', ({ context }) => {
      const { type } = context.auxData as { type: string };
      worlds.push(`${type} ${context.origin || context.name}`);
    });
    await devTools.send('Runtime.enable');
    await page.goto(new URL('contacts/1', sandbox.crmUrl).href);
  });

  test('has no world of ours, and no script, style or element of ours', async () => {
    const before = await stateOf(page);
    const other = await browser.options();
    await page.bringToFront();
    await page.goto(new URL('contacts/2', sandbox.crmUrl).href);
    await page.goto(new URL('contacts/1', sandbox.crmUrl).href);
    await page.waitForTimeout(2_000);
    expect(await stateOf(page)).toEqual(before);
    expect(worlds.filter((world) => world.includes('chrome-extension'))).toEqual([]);
    expect(worlds.some((world) => world.includes('http://127.0.0.1'))).toBe(true);
    await other.close();
  });

  test('cannot be read, and the popup says what lets it be read', async () => {
    const tabs = await (await browser.worker()).evaluate(() => chrome.tabs.query({}));
    expect(tabs.filter(({ url }) => url?.startsWith('http'))).toEqual([]);
  });
});

function stateOf(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).sort().join(),
    styles: document.styleSheets.length + document.adoptedStyleSheets.length,
    listeners: typeof Reflect.get(window, 'kickoffChosen'),
  }));
}
