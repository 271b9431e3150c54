import { isGlancedAt } from '../core/view/visible.ts';
import { after } from '../platform/wait.ts';
import type { TabPage } from './page.ts';
import type { ViewStore } from './view-store.ts';

/** In milliseconds. */
const betweenGlances = 300;

/**
 * Glances at the page for as long as the view is open and seen, so that it notices another record that came
 * without a page load. A glance costs the page next to nothing.
 */
export async function keepGlancing(
  store: ViewStore,
  page: TabPage,
  closed: AbortSignal,
): Promise<void> {
  while (!closed.aborted) {
    await after(betweenGlances);
    const isSeen = document.visibilityState === 'visible';
    const state = store.get();
    if (!isSeen || state === undefined || !isGlancedAt(state.page) || closed.aborted) continue;
    store.happen(await page.glance());
  }
}
