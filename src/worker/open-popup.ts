import { unreadPage } from '../core/page/document.ts';
import type { Said } from '../core/page/said.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';
import { intentionOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { documentIn } from '../platform/page.ts';
import { addressOf, windowOf } from '../platform/tabs.ts';
import { openPopupBeside } from '../platform/views.ts';
import { after } from '../platform/wait.ts';
import { tellNotOpened } from './notify.ts';

/** How long a page may take to say which document it is, in milliseconds; the popup opens without it then. */
const patience = 3_000;

/**
 * Opens the popup beside a tab, with what a person meant: what they pointed at or typed, and the flow that
 * they chose. The popup takes that intention, once. `core/launch/intention.ts`
 *
 * Where they went to another tab or window meanwhile, or storage refuses, nothing opens and nothing is meant
 * any more; a notification says so.
 */
export async function openPopupOn(tabId: number, said: Said, flowId?: string): Promise<void> {
  const at = Date.now();
  const [current, windowId, address, document] = await Promise.all([
    settings.get(),
    windowOf(tabId),
    addressOf(tabId),
    Promise.race([documentIn(tabId), after(patience).then(() => undefined)]),
  ]);
  const flow = connectionInUse(current)?.flows.find(({ id }) => id === flowId);
  const intention = {
    id: crypto.randomUUID(),
    tabId,
    windowId: windowId ?? -1,
    // Of a page that cannot be read the browser still tells the address.
    document: document ?? (address === undefined ? undefined : unreadPage(tabId, address, at)),
    said,
    flowId,
    atOnce: flow?.launchAtOnce ?? false,
    at,
  };
  try {
    await intentionOf(tabId).set(intention);
    await shownLaunchOf(tabId).remove();
  } catch (error) {
    // A popup without what was pointed at would be about something else.
    console.warn(error);
    return tellNotOpened(tabId, 'failure_launch_not_recorded_remedy');
  }
  if (await openPopupBeside(tabId)) return;
  await intentionOf(tabId).remove();
  await tellNotOpened(tabId, 'not_opened_remedy');
}
