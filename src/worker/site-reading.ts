import { clickTools } from '../content/clicks.ts';
import { pageReader } from '../content/page-reader.ts';
import { type ClickedText, clickedTextSchema } from '../core/page/said.ts';
import { showsCustomer } from '../core/page/shows-customer.ts';
import { isAmong } from '../core/settings/site-access.ts';
import { markFound } from '../platform/badge.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { settings } from '../platform/keys/settings.ts';
import { readTab } from '../platform/page.ts';
import { runInPage } from '../platform/run-in-page.ts';
import { allowedSites, onSitesChanged } from '../platform/site-access.ts';
import { addressOf, onPageInFront, tabNow, tabsInFront } from '../platform/tabs.ts';
import { readersText } from '../platform/text.ts';
import { after } from '../platform/wait.ts';
import { inBackground } from './in-background.ts';

/** Pages that draw themselves are read again when they had time to, in milliseconds. */
const waits = [200, 1500];

/** Tabs that are being read. Only to end a reading that a newer one replaces: it may be lost. */
const reading = new Map<number, symbol>();

/**
 * Follows the page in front on sites that the person lets be read without a click: remembers what
 * the menu is opened on there, and marks the toolbar button where a customer is found.
 *
 * To be called as the worker starts, because Chrome wakes a worker only for what it listens to from
 * its first moment. If no site is allowed, it stops listening at once, and Chrome does not wake it again.
 */
export function followSites(): void {
  let stop = onPageInFront((tabId) => inBackground(readInFront(tabId)));
  let isListening = true;
  const adjust = async (): Promise<void> => {
    const isWanted = (await allowedSites()).length > 0;
    if (isWanted === isListening) return;
    if (isWanted) stop = onPageInFront((tabId) => inBackground(readInFront(tabId)));
    else stop();
    isListening = isWanted;
  };
  // Of a page that came to the front before the worker listened, it heard nothing.
  const readNow = async (): Promise<void> => {
    await adjust();
    await Promise.all((await tabsInFront()).map(readInFront));
  };
  inBackground(adjust());
  onSitesChanged(() => inBackground(readNow()), new AbortController().signal);
}

async function readInFront(tabId: number): Promise<void> {
  const turn = Symbol();
  reading.set(tabId, turn);
  for (const wait of waits) {
    await after(wait);
    if (reading.get(tabId) !== turn) return;
    if (await readAllowed(tabId)) break;
  }
  if (reading.get(tabId) === turn) reading.delete(tabId);
}

/** Reads a page if its site is allowed; true when there is nothing more to look for. */
async function readAllowed(tabId: number): Promise<boolean> {
  const address = await addressOf(tabId);
  if (address === undefined || !isAmong(await allowedSites(), address)) return true;
  await runInPage({ tabId, allFrames: true }, clickTools.remember, []);
  const current = await settings.get();
  const page = await readTab(await tabNow(tabId), pageReader, current);
  if (!page.ok || !showsCustomer(page.value, current.sites)) return false;
  // The badge about open launches matters more than the mark of a page with a customer.
  if (((await openLaunchIds.get()) ?? []).length > 0) return true;
  const text = await readersText();
  await markFound(tabId, text('badge_found'));
  return true;
}

/**
 * What the element says on which the menu was just opened, in the frame where it was; undefined on sites
 * that are read on a click only, where no script remembers it. Another frame may remember a menu that the
 * person opened before, and closed.
 */
export async function clickedTextIn(
  tabId: number,
  frameId: number,
): Promise<ClickedText | undefined> {
  const address = await addressOf(tabId);
  if (address === undefined || !isAmong(await allowedSites(), address)) return undefined;
  const [answer] = (await runInPage({ tabId, frameIds: [frameId] }, clickTools.read, [])) ?? [];
  return clickedTextSchema.safeParse(answer).data;
}
