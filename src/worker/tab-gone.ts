import { emptyDraft } from '../core/form/draft.ts';
import { draftOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { forgetOwned } from '../platform/store/forget.ts';

/**
 * Forgets what is kept for a tab that is gone. What was typed in one that the browser put to sleep is kept for the
 * tab that it `becomes`, with the launch that is shown: once that is accepted, its form is emptied.
 */
export async function forgetTab(tabId: number, becomes: number | undefined): Promise<void> {
  if (becomes !== undefined) {
    const [draft, shown] = await Promise.all([draftOf(tabId).get(), shownLaunchOf(tabId).get()]);
    if (draft !== emptyDraft) await draftOf(becomes).set(draft);
    if (shown !== undefined) await shownLaunchOf(becomes).set(shown);
  }
  await forgetOwned('tab', [tabId]);
}
