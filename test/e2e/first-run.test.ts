import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser, redirectUri, settingsFor } from '../harness/browser.ts';
import { chooseFlow, expectQuiet, type Stage, signInByHand } from '../harness/stage.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

let sandbox: Sandbox;
let browser: Browser;
let stage: Stage;
let tabId: number;
let popup: Page;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectUris: [redirectUri] });
  browser = await openBrowser();
  browser.context.setDefaultTimeout(15_000);
  stage = { sandbox, browser, close: async () => {} };
  // Set up, and never used: nobody was told anything.
  await (await browser.worker()).evaluate(
    (settings) => chrome.storage.local.set({ settings }),
    settingsFor(sandbox),
  );
  ({ tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`));
  popup = await browser.popup(tabId);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const told = () => popup.getByText('What Kickoff reads, sends and keeps');

/** When a view last read the page, if it did. */
async function pageRead(): Promise<unknown> {
  const worker = await browser.worker();
  return worker.evaluate(
    async (key) => (await chrome.storage.session.get(key))[key],
    `page-read ${tabId}`,
  );
}

test('nothing is read before the person has seen what will be, and has chosen to sign in', async () => {
  await told().waitFor();
  await popup.getByText('Nothing is read before you choose “Sign in”.').waitFor();
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await pageRead()).toBeUndefined();

  const options = await browser.options();
  await options.getByText('What Kickoff reads, sends and keeps').waitFor();
  await options.close();
});

test('contacts and conversations are among what will be read only if the connection reads them', async () => {
  const configure = async (settings: object) =>
    (await browser.worker()).evaluate((value) => chrome.storage.local.set({ settings: value }), {
      ...settings,
    });
  const contact = popup.getByText('which external contact has the customer’s number');
  const talks = popup.getByText('It reads your active conversations');
  await expect(contact.count()).resolves.toBe(0);
  await expect(talks.count()).resolves.toBe(0);
  const scopes = ['architect', 'conversations:readonly', 'external-contacts:readonly'];
  await configure(settingsFor(sandbox, { scopes }));
  await contact.waitFor();
  await talks.waitFor();
  await configure(settingsFor(sandbox));
  await contact.waitFor({ state: 'hidden' });
});

test('then the page is read at once, and nothing explains it a second time', async () => {
  await signInByHand(stage, popup);
  await expect.poll(pageRead).toBeTypeOf('number');
  await chooseFlow(popup, 'Request callback');
  await expect.poll(() => popup.getByLabel(/customer ?number/i).inputValue()).toBe('+15550199888');

  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await told().count()).toBe(0);
  expectQuiet(browser);
});
