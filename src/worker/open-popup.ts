import { backToForm } from '../core/launch/back-to-form.ts';
import { cleanAddress, type PageDocument, unreadPage } from '../core/page/document.ts';
import type { Said } from '../core/page/said.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';
import { draftOf, intentionOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { documentIn } from '../platform/page.ts';
import { readLaunches } from '../platform/store/launches.ts';
import { type Asked, addressOf } from '../platform/tabs.ts';
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
  const { tabId, frame, at } = asked;
  last.set(tabId, asked);
  const [address, current, document, framed, said] = await Promise.all([
    asked.address ?? addressOf(tabId),
    settings.get(),
    inTime(documentIn(tabId), patience),
    frame && inTime(documentIn(tabId, frame.id), patience),
    saying,
  ]);
  if (last.get(tabId) !== asked) return;
  // The frame may show another record by now, although the page around it is the same.
  const isFrameThere = !frame || !framed || isOf(framed, frame.address, at);
  const flow = connectionInUse(current)?.flows.find(({ id }) => id === flowId);
  const intention = {
    id: crypto.randomUUID(),
    tabId,
    document: documentOf({ tabId, address, at }, document),
    said: isFrameThere ? said : {},
    flowId,
    atOnce: isFrameThere && (flow?.launchAtOnce ?? false),
    at,
  };
  try {
    await intentionOf(tabId).set(intention);
    await closeResult(tabId);
  } catch (error) {
    // A popup without what was pointed at would be about something else.
    console.warn(error);
    return tellNotOpened(tabId, 'failure_launch_not_recorded_remedy');
  }
  if (await openPopupBeside(tabId)) return;
  await intentionOf(tabId).remove();
  await tellNotOpened(tabId, 'not_opened_remedy');
}

/** Shows the form in place of a result. */
async function closeResult(tabId: number): Promise<void> {
  const draft = await draftOf(tabId).get();
  const sent = await readLaunches(draft.sentAs ?? []);
  const records = [...sent.values()].filter((each) => each !== 'damaged');
  const next = backToForm(draft, records);
  if (next !== draft) await draftOf(tabId).set(next);
  await shownLaunchOf(tabId).remove();
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
  return answered && isOf(answered, address, at) ? answered : unreadPage(tabId, address, at);
}

/** Whether a document is the one that was at an address at a time, in milliseconds since 1970. */
function isOf(
  { address, loadedAt = 0, readAt }: PageDocument,
  asked: string | undefined,
  at: number,
): boolean {
  // By a clock that was set back since it was loaded, it would seem to be loaded in the future.
  const isLoadedSince = loadedAt > at && loadedAt <= readAt;
  return !isLoadedSince && (asked === undefined || address === cleanAddress(asked));
}
