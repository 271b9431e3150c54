import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { numberIn as number } from '../harness/callback-form.ts';
import {
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
});
afterEach(() => leaveQuietly(stage));
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the popup on a page, on the flow that asks for the customer's number. */
async function openOn(url: string): Promise<Page> {
  const { tabId } = await stage.browser.visit(url);
  const popup = await stage.browser.popup(tabId);
  await chooseFlow(popup, 'Request callback');
  return popup;
}

async function aFile(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return pathToFileURL(join(folder, name)).href;
}

const pdf = '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

describe('a page that the browser keeps to itself', () => {
  test.each([
    [
      'a page of the browser',
      async () => 'chrome://version/',
      /not allowed to read|does not allow/,
    ],
    [
      'a file',
      async () => aFile('page.html', '<p>+1 415 555 2671</p>'),
      /not allowed to read|does not allow/,
    ],
    ['a PDF', async () => aFile('page.pdf', pdf), /not allowed to read|does not allow/],
  ])('%s: the popup says so, and a flow can be launched by hand', async (what, url, words) => {
    const popup = await openOn(await url());
    await popup.getByText(words).first().waitFor();
    const typed = `+1555010${100 + what.length}`;
    await number(popup).fill(typed);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    const { inputData } = stage.sandbox.executions().at(-1) ?? {};
    expect(inputData).toMatchObject({ 'Flow.customerNumber': typed });
  });
});

test('a launch that is asked for while the page is read waits for what it says', async () => {
  const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
  const before = await stage.browser.popup(tabId);
  await chooseFlow(before, 'Request callback');
  await before.close();
  const popup = await page.context().newPage();
  await popup.addInitScript(() => {
    const { executeScript } = chrome.scripting;
    const told = new Promise((resolve) => addEventListener('read', resolve));
    const late = async (injection: Parameters<typeof executeScript>[0]) => {
      await told;
      return executeScript(injection);
    };
    chrome.scripting.executeScript = late as typeof executeScript;
  });
  await popup.goto(before.url());
  const launched = stage.sandbox.executions().length;
  await pressLaunch(popup);
  await popup.getByText('The page is still being read.').waitFor();
  // Nobody knows yet which page is in front, so nothing is launched anyway.
  expect(await popup.getByRole('button', { name: 'Launch anyway' }).count()).toBe(0);
  expect(stage.sandbox.executions()).toHaveLength(launched);
  await popup.evaluate(() => dispatchEvent(new Event('read')));
  await resultIn(popup, 'Completed');
  expect(stage.sandbox.executions().slice(launched)).toMatchObject([
    { inputData: { 'Flow.customerNumber': '+15550199888' } },
  ]);
});

describe('a page of the web', () => {
  test('is left as it was', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
    const look = () =>
      page.evaluate(() => [document.documentElement.outerHTML, Object.keys(window).join()]);
    const before = await look();
    const popup = await stage.browser.popup(tabId);
    await chooseFlow(popup, 'Request callback');
    await expect.poll(() => number(popup).inputValue()).not.toBe('');
    expect(await look()).toEqual(before);
  });

  test('without a number leaves the field empty', async () => {
    const popup = await openOn(`${stage.sandbox.crmUrl}pages/no-number`);
    await popup.waitForTimeout(500);
    expect(await number(popup).inputValue()).toBe('');
  });

  test('is read again with a key', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}pages/no-number`);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<label>Phone <input type="tel"></label>');
    });
    const popup = await stage.browser.popup(tabId);
    await chooseFlow(popup, 'Request callback');
    await popup.getByText(/, read at /).waitFor();
    // From here on the popup reads nothing by itself. The clock of Playwright would stop later popups, too.
    await popup.evaluate(() => {
      const last = Number(setTimeout(() => {}));
      for (let timer = 1; timer <= last; timer += 1) clearTimeout(timer);
      window.setTimeout = (() => 0) as unknown as typeof setTimeout;
    });
    await page.locator('input[type=tel]').evaluate((input: HTMLInputElement) => {
      input.value = '+1 415 555 2671';
    });
    await popup.keyboard.press('Alt+KeyR');
    await expect.poll(() => number(popup).inputValue()).toBe('+14155552671');
  });

  test('that is hostile gives its number all the same', async () => {
    const popup = await openOn(`${stage.sandbox.crmUrl}pages/hostile`);
    await expect.poll(() => number(popup).inputValue()).toBe('+15550199888');
    expect(await popup.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
  });
});
