import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chromeFor, fakeEvents } from '../../test/harness/chrome/api.ts';
import { fakeBrowser } from '../../test/harness/chrome/browser.ts';
import { alice, bruno, snapshotOf, tabId } from '../../test/harness/view-pages.ts';
import { openedState } from '../../test/harness/view-world.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { settings } from '../platform/keys/settings.ts';
import { pageOf } from './page.ts';

let browser: ReturnType<typeof fakeBrowser>;
let calls: string[];
let state: LauncherState;
/** The page in the tab, and whether its reader was told where it has to be. */
let front = alice;
let toldWhere: unknown[];

beforeEach(async () => {
  browser = fakeBrowser();
  calls = [];
  toldWhere = [];
  goTo(alice);
  browser.local.values.set('disclosure', true);
  vi.stubGlobal(
    'chrome',
    chromeFor(browser, fakeEvents(), async (call) => void calls.push(call)),
  );
  browser.pages.set(tabId, async ({ args }) => {
    const { documentId, address } = front;
    const [clues] = args ?? [];
    if (clues === undefined) {
      return [{ frameId: 0, documentId, result: { address, changes: 0, loadedAt: 0 } }];
    }
    const { at } = clues as { at?: string };
    toldWhere.push(at);
    const isElsewhere = at !== undefined && at !== address;
    const result = { ...snapshotOf(front), ...(isElsewhere && { facts: [], title: '' }) };
    return [{ frameId: 0, documentId, result }];
  });
  state = { ...openedState(), settings: await settings.get() };
});
afterEach(() => vi.unstubAllGlobals());

function goTo(page: typeof alice): void {
  front = page;
  browser.tabs.splice(0, 9, { id: tabId, windowId: 1, url: page.address, active: true });
}

/** The page of the tab, which the view has read already. */
async function openPage() {
  const inPage = { reader: () => snapshotOf(front), glance: () => ({}) as never };
  const page = pageOf(
    tabId,
    async () => inPage,
    () => state,
  );
  const first = await page.read({ read: 1 });
  if (first.type !== 'page-read') throw new Error(first.type);
  state = { ...state, page: { state: 'read', ...first.page, move: undefined } };
  calls.length = 0;
  toldWhere.length = 0;
  return page;
}

const look = { read: 2, isLook: true };

describe('a look before a launch', () => {
  test('goes into the page before anything else is asked of the browser', async () => {
    const page = await openPage();
    const looking = page.read(look);
    // The press is drawn as soon as the code that runs now has ended.
    const atOnce = [...calls];
    const { documentId } = alice;
    expect(await looking).toMatchObject({ type: 'page-read', page: { document: { documentId } } });
    expect(atOnce.slice(0, 2)).toEqual(['scripting.executeScript', 'scripting.executeScript']);
    expect(calls).not.toContain('tabs.get');
    expect(toldWhere).toEqual([alice.address]);
  });

  test('reads nothing of another page before it knows that it may, and then tells of it', async () => {
    const page = await openPage();
    goTo(bruno);
    const { documentId, address } = bruno;
    expect(await page.read(look)).toMatchObject({
      type: 'page-read',
      page: { document: { documentId, address }, context: { fields: { customerNumber: {} } } },
    });
    expect(toldWhere).toEqual([alice.address, undefined]);
  });

  test('counts only if the organization still lets the page be read', async () => {
    const page = await openPage();
    void browser.managed.set({ allowedSites: ['https://other.example/*'] });
    expect(await page.read(look)).toMatchObject({
      type: 'page-unreadable',
      failure: { code: 'page-not-allowed' },
    });
  });

  test('says that the tab is gone', async () => {
    const page = await openPage();
    browser.tabs.length = 0;
    browser.pages.clear();
    expect(await page.read(look)).toMatchObject({
      type: 'page-unreadable',
      failure: { code: 'tab-gone' },
    });
  });
});
