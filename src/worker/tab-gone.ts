import { emptyDraft } from '../core/form/draft.ts';
import { draftOf } from '../platform/keys/tab.ts';
import { forgetOwned } from '../platform/store/forget.ts';

/**
 * Forgets what is kept for a tab that is gone. What was typed in one that the browser put to sleep is kept for the
 * tab that it `becomes`.
 */
export async function forgetTab(tabId: number, becomes: number | undefined): Promise<void> {
  if (becomes !== undefined) {
    const draft = await draftOf(tabId).get();
    if (draft !== emptyDraft) await draftOf(becomes).set(draft);
  }
  await forgetOwned('tab', [tabId]);
}
