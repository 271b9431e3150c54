import { pageReader } from '../content/page-reader.ts';
import type { Click } from '../core/form/draft.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import { readTab } from '../platform/page.ts';
import { clickedPageOf, draftOf, settings, shownLaunchOf } from '../platform/store/keys.ts';
import { tabNow } from '../platform/tabs.ts';
import { openPopup } from '../platform/views.ts';

/** What a tab's page says, with what was clicked on in it; undefined where it cannot be read. */
export async function pageOf(tabId: number, click: Click = {}): Promise<PageSnapshot | undefined> {
  const [current, tab] = await Promise.all([settings.get(), tabNow(tabId)]);
  const page = await readTab(tab, pageReader, current, click);
  return page.ok ? page.value : undefined;
}

/**
 * Opens the popup on a page as it was read, with a flow chosen where one is given. Where that flow is
 * set to launch at once, the popup launches it as soon as its form is complete.
 */
export async function openPopupOn(
  tabId: number,
  flowId: string | undefined,
  page: PageSnapshot | undefined,
): Promise<void> {
  const clicked = clickedPageOf(tabId);
  // What was read on an earlier click is of no use any more.
  await (page === undefined ? clicked.remove() : clicked.set({ snapshot: page, at: Date.now() }));
  await shownLaunchOf(tabId).remove();
  if (flowId !== undefined) {
    const draft = await draftOf(tabId).get();
    await draftOf(tabId).set({ ...draft, flowId, atOnce: true });
  }
  await openPopup(tabId);
}
