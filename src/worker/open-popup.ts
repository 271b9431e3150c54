import { cleanAddress, type PageDocument, unreadPage } from '../core/page/document.ts';
import type { Said } from '../core/page/said.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';
import { intentionOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { documentIn } from '../platform/page.ts';
import { type Asked, addressOf, windowOf } from '../platform/tabs.ts';
import { openPopupBeside } from '../platform/views.ts';
import { inTime } from '../platform/wait.ts';
import { tellNotOpened } from './notify.ts';

/** How long a page may take to say what it is asked, in milliseconds; the popup opens without it then. */
export const patience = 3_000;

/** What was asked for last in each tab: an earlier wish is not meant any more. */
const last = new Map<number, Asked>();

/**
 * Opens the popup beside a tab, with what a person meant: what they pointed at or typed, and the flow that
 * they chose. The popup takes that intention, once. `core/launch/intention.ts`
 *
 * Where they went to another tab or window meanwhile, or storage refuses, nothing opens and nothing is meant
 * any more; a notification says so.
 */
export async function openPopupOn(
  asked: Asked,
  saying: Said | Promise<Said>,
  flowId?: string,
): Promise<void> {
  const { tabId, at } = asked;
  last.set(tabId, asked);
  const [address, current, windowId, document, said] = await Promise.all([
    asked.address ?? addressOf(tabId),
    settings.get(),
    windowOf(tabId),
    inTime(documentIn(tabId), patience),
    saying,
  ]);
  if (last.get(tabId) !== asked) return;
  const flow = connectionInUse(current)?.flows.find(({ id }) => id === flowId);
  const intention = {
    id: crypto.randomUUID(),
    tabId,
    windowId: windowId ?? -1,
    document: documentOf({ tabId, address, at }, document),
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

/**
 * The page that something was asked for on. By the time that a busy page answers, it may be another one: then,
 * and where it does not answer, what the browser told of its address is what is known.
 */
function documentOf(
  { tabId, address, at }: Asked,
  answered: PageDocument | undefined,
): PageDocument | undefined {
  if (address === undefined) return answered;
  return answered?.address === cleanAddress(address) ? answered : unreadPage(tabId, address, at);
}
