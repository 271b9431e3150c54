import { isLookedAfter } from '../core/view/visible.ts';
import { after } from '../platform/wait.ts';
import type { TabPage } from './page.ts';
import type { ViewStore } from './view-store.ts';

/** How often a view looks where its page is, in milliseconds. */
const often = 300;

/**
 * Looks where the page is for as long as the view is open and seen, so that it notices another record that
 * came without a page load. A quick look costs the page next to nothing.
 */
export async function lookAfterPage(
  store: ViewStore,
  page: TabPage,
  closed: AbortSignal,
): Promise<void> {
  while (!closed.aborted) {
    await after(often);
    const isSeen = document.visibilityState === 'visible';
    const state = store.get();
    if (!isSeen || state === undefined || !isLookedAfter(state.page) || closed.aborted) continue;
    store.happen(await page.glance());
  }
}
