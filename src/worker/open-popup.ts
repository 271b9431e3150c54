import { pageReader } from '../content/page-reader.ts';
import { withClickedText } from '../core/clicked-text.ts';
import type { Click } from '../core/draft.ts';
import { readTab } from '../platform/page.ts';
import { clickedPageOf, draftOf, settings, shownLaunchOf } from '../platform/stored.ts';
import { openPopup } from '../platform/views.ts';
import { clickedTextIn } from './site-reading.ts';

/**
 * Reads a tab's page, with what the person pointed at, and opens the popup on it, with a flow
 * chosen where one is given. Where that flow is set to launch at once, the popup launches it as
 * soon as its form is complete.
 */
export async function openPopupOn(
  tabId: number,
  flowId: string | undefined,
  click: Click,
): Promise<void> {
  const page = await readTab(tabId, pageReader, await settings.get(), click);
  if (page.ok) {
    // A selection or a link under the menu is told by the browser itself.
    const isTold = click.selectionText !== undefined || click.linkUrl !== undefined;
    const snapshot = withClickedText(page.value, isTold ? undefined : await clickedTextIn(tabId));
    await clickedPageOf(tabId).set({ snapshot, at: Date.now() });
  }
  await shownLaunchOf(tabId).remove();
  if (flowId !== undefined) {
    const draft = await draftOf(tabId).get();
    await draftOf(tabId).set({ ...draft, flowId, atOnce: true });
  }
  await openPopup(tabId);
}
