import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { hang } from '../harness/hang.ts';
import { countdownIsOver } from '../harness/intention.ts';
import { popupHolds } from '../harness/real-popup.ts';
import { leaveQuietly, picker, type Stage, signedInStage } from '../harness/stage.ts';

// The menu itself belongs to the system, and is clicked in gestures.test.ts, where there is a
// display. Here is what comes after the click, as the browser tells it.

let stage: Stage;
let flows: { id: string; name: string; pinned: boolean }[];

beforeAll(async () => {
  stage = await signedInStage();
  flows = ['requestCallback', 'customerLookup'].map((key) => {
    const { id, name } = stage.sandbox.flow(key);
    return { id, name, pinned: true };
  });
  await stage.browser.configure(settingsFor(stage.sandbox, { flows }));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

/** Whether the menu has an item: what is not there cannot be changed. */
async function has(itemId: string): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(
    (id) =>
      chrome.contextMenus.update(id, {}).then(
        () => true,
        () => false,
      ),
    itemId,
  );
}

/** Chooses an item on a page, which opens the popup. */
async function clickItem(page: Page, tabId: number, click: object): Promise<void> {
  await page.bringToFront();
  const worker = await stage.browser.worker();
  await worker.evaluate(
    ([info, id]) => {
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: unknown, tab: unknown): void;
      };
      clicked.dispatch(info, { id });
    },
    [click, tabId] as const,
  );
}

describe('the menu', () => {
  test('has the launch and the pinned flows, however often it is built', async () => {
    for (const order of [flows, flows.toReversed(), flows]) {
      await stage.browser.configure(settingsFor(stage.sandbox, { flows: order }));
    }
    await expect.poll(() => has('launch')).toBe(true);
    for (const { id } of flows) await expect.poll(() => has(`flow ${id}`)).toBe(true);
  });

  test('loses a flow that is no longer pinned', async () => {
    const [first, second] = flows;
    await stage.browser.configure(
      settingsFor(stage.sandbox, { flows: [first, { ...second, pinned: false }] }),
    );
    await expect.poll(() => has(`flow ${second?.id}`)).toBe(false);
    expect(await has(`flow ${first?.id}`)).toBe(true);
    await stage.browser.configure(settingsFor(stage.sandbox, { flows }));
  });
});

describe('a click', () => {
  test('on a selected number opens the popup on that number, with the flow clicked', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}pages/text-number`);
    await clickItem(page, tabId, {
      menuItemId: `flow ${flows[0]?.id}`,
      selectionText: '+1 415 555 2671',
    });
    await popupHolds(stage.browser, '+14155552671');
    await popupHolds(stage.browser, 'Request callback');
  });

  test('on a link opens the popup on the number of the link', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}pages/text-number`);
    await clickItem(page, tabId, {
      menuItemId: `flow ${flows[0]?.id}`,
      linkUrl: 'tel:+15550199888',
    });
    await popupHolds(stage.browser, '+15550199888');
  });

  test('on a page that is busy opens nothing in the tab that the person went on to, and launches nothing later', async () => {
    const [first] = flows;
    const atOnce = flows.map((flow) => ({ ...flow, launchAtOnce: true }));
    await stage.browser.configure(settingsFor(stage.sandbox, { flows: atOnce }));
    const before = stage.sandbox.executions().length;
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}console/1`);
    const next = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/2`);
    await page.bringToFront();
    const release = await hang(page);
    await clickItem(page, tabId, { menuItemId: `flow ${first?.id}` });
    await next.page.bringToFront();
    const worker = await stage.browser.worker();
    const notified = () => worker.evaluate(() => chrome.notifications.getAll());
    await expect.poll(notified).toHaveProperty(`tab ${tabId}`);
    await worker.evaluate((id) => chrome.notifications.clear(id), `tab ${tabId}`);
    release();
    const popups = [await stage.browser.popup(next.tabId), await stage.browser.popup(tabId)];
    for (const popup of popups) {
      await popup.bringToFront();
      await picker(popup).waitFor();
    }
    await countdownIsOver(page);
    expect(stage.sandbox.executions()).toHaveLength(before);
    await stage.browser.configure(settingsFor(stage.sandbox, { flows }));
  });
});
