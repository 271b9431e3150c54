import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, holds, openCallbackForm } from '../harness/callback-form.ts';
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

describe('beside an application that changes its record without a page load', () => {
  beforeEach(async () => {
    await goTo('console/1');
    await openForm();
    await holds(popup, alice);
    await page.bringToFront();
    await popup.bringToFront();
  });

  const open = (how: object) =>
    page.evaluate((how) => {
      // A name of the page’s script, no property of its window.
      void new Function('how', 'void crm.open(2, how)')(how);
    }, how);

  test.each<[string, object]>([
    [
      'its address at once, the record later',
      { after: { name: 700, number: 700, mobile: 700, id: 700, email: 700 } },
    ],
    ['only what follows #', { address: 'hash' }],
    ['only its content', { address: 'none' }],
    ['the name first, the number a second later', { after: { number: 1_000 } }],
    ['takes the record away first', { clears: true, after: { number: 900, mobile: 900 } }],
  ])('the form follows: %s', async (_, how) => {
    await open(how);
    await holds(popup, bruno);
    const before = posts().length;
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(posts().slice(before)).toEqual([
      { inputData: expect.objectContaining({ 'Flow.customerNumber': bruno }) },
    ]);
  });

  test('Launch pressed while it changes never launches for the one before', async () => {
    const before = posts().length;
    await open({ after: { number: 700, mobile: 700, id: 700, name: 700, email: 700 } });
    await pressLaunch(popup);
    await popup.waitForTimeout(6_000);
    for (const { inputData } of posts().slice(before)) {
      expect(inputData).toMatchObject({ 'Flow.customerNumber': bruno });
    }
  });
});
