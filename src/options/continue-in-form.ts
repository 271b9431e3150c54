import type { Form } from '../core/form/form.ts';
import { draftOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { ownTabId } from '../platform/tabs.ts';
import { openPopup } from '../platform/views.ts';

/** Puts a form into the launcher of this page's tab, and opens the launcher. */
export async function continueInForm({ flowId, form }: { flowId: string; form: Form }) {
  const tabId = await ownTabId();
  if (tabId === undefined) return;
  const draft = await draftOf(tabId).get();
  await draftOf(tabId).set({ ...draft, flowId, forms: { ...draft.forms, [flowId]: form } });
  await shownLaunchOf(tabId).remove();
  await openPopup(tabId);
}
