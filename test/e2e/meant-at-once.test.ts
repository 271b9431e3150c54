import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  configureCallback,
  holds,
  numberIn as number,
  openCallbackForm,
} from '../harness/callback-form.ts';
import { documentOf, leaveIntention } from '../harness/intention.ts';
import {
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

let stage: Stage;
let page: Page;
let tabId: number;
let popup: Page;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
  // The flow and its inputs have been read before, as on any day but the first.
  ({ tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`));
  await openForm();
  await number(popup).waitFor();
  await leaveQuietly(stage);
});
beforeEach(async () => {
  // The same launch twice within a minute is asked about.
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.remove('lately'));
  ({ page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

/** Opens the popup beside the page, on the flow that wants a customer's number. */
async function openForm(): Promise<void> {
  popup = await openCallbackForm(stage, tabId);
}

async function goTo(path: string): Promise<void> {
  await page.goto(new URL(path, stage.sandbox.crmUrl).href);
}

function posts(): readonly { inputData: unknown }[] {
  return stage.sandbox.executions().map(({ inputData }) => ({ inputData }));
}

describe('a flow that is set to launch at once', () => {
  beforeEach(() => configureCallback(stage, { launchAtOnce: true }));
  afterEach(() => configureCallback(stage, {}));

  test('shows what it launches, and Stop stops it', async () => {
    const before = posts().length;
    await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), atOnce: true });
    popup = await stage.browser.popup(tabId);
    await popup.getByRole('button', { name: 'Stop' }).click();
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
    await holds(popup, alice);
  });

  test('launches what it shows, once, whatever popups there are', async () => {
    const before = posts().length;
    await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), atOnce: true });
    popup = await stage.browser.popup(tabId);
    const other = await stage.browser.popup(tabId);
    await resultIn(popup, 'Completed');
    await other.waitForTimeout(500);
    expect(posts().slice(before)).toHaveLength(1);
    expect(posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': alice });
  });

  test('waits for Launch where the page has no number, whatever is typed', async () => {
    await goTo('pages/no-number');
    const before = posts().length;
    await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), atOnce: true });
    popup = await stage.browser.popup(tabId);
    await number(popup).pressSequentially('+15550100001', { delay: 200 });
    await popup.waitForTimeout(2_500);
    expect(posts()).toHaveLength(before);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550100001' });
  });
});

describe('a flow that is set to launch at once, on a page without the number that it requires', () => {
  beforeEach(() => configureCallback(stage, { launchAtOnce: true }));
  afterEach(() => configureCallback(stage, {}));

  test('is not launched on the next customer’s page, where the popup is opened again', async () => {
    await goTo('pages/no-number');
    const before = posts().length;
    await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), atOnce: true });
    await openForm();
    await number(popup).waitFor();
    await popup.close();
    await goTo('contacts/2');
    await openForm();
    await holds(popup, bruno);
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
  });
});

test('a flow that is set to launch at once waits until its inputs were read', async () => {
  await configureCallback(stage, { launchAtOnce: true });
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const keys = await chrome.storage.session.getKeys();
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('flow-details')));
  });
  const { id } = stage.sandbox.flow('requestCallback');
  stage.sandbox.arm({ match: { path: new RegExp(`/flows/${id}`) }, delayMs: 4_000, times: 2 });
  const before = posts().length;
  await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), atOnce: true });
  popup = await stage.browser.popup(tabId);
  await popup.waitForTimeout(3_000);
  expect(posts()).toHaveLength(before);
  await resultIn(popup, 'Completed');
  expect(posts().slice(before)).toEqual([
    { inputData: expect.objectContaining({ 'Flow.customerNumber': alice }) },
  ]);
  stage.sandbox.disarm();
  await configureCallback(stage, {});
});
