import { draftOf } from '../platform/keys/tab.ts';
import { forgetOwned } from '../platform/store/forget.ts';

/**
 * Forgets what is kept for a tab that is gone. What was typed in one that the browser put to sleep is kept for the
 * tab that it `becomes`.
 */
export async function forgetTab(tabId: number, becomes: number | undefined): Promise<void> {
  if (becomes !== undefined) await draftOf(becomes).set(await draftOf(tabId).get());
  await forgetOwned('tab', [tabId]);
}
