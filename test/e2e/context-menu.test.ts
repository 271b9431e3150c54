import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
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

/** Chooses an item on a page, waits for the popup that comes of it, and opens another one to look at. */
async function clickItem(page: Page, tabId: number, click: object): Promise<Page> {
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
  await expect.poll(() => isRead(tabId)).toBe(true);
  await expect.poll(popups).toBeGreaterThan(0);
  return stage.browser.popup(tabId);
}

/** Whether the page clicked on was read, and is kept for the popup. */
async function isRead(tabId: number): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(
    async (key) => key in (await chrome.storage.session.get(key)),
    `clicked-page ${tabId}`,
  );
}

/** How many popups are open, as such or (where no window has the focus) in windows of their own. */
async function popups(): Promise<number> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({});
    return contexts.filter(({ documentUrl }) => documentUrl?.includes('/src/popup/')).length;
  });
}

const number = (popup: Page) => popup.getByRole('textbox', { name: /customer ?number/i });

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
    const popup = await clickItem(page, tabId, {
      menuItemId: `flow ${flows[0]?.id}`,
      selectionText: '+1 415 555 2671',
    });
    await expect.poll(() => number(popup).inputValue()).toBe('+14155552671');
    await expect.poll(() => picker(popup).inputValue()).toBe('Request callback');
  });

  test('on a link opens the popup on the number of the link', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}pages/text-number`);
    const popup = await clickItem(page, tabId, {
      menuItemId: `flow ${flows[0]?.id}`,
      linkUrl: 'tel:+15550199888',
    });
    await expect.poll(() => number(popup).inputValue()).toBe('+15550199888');
  });
});
