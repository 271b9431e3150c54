import type { Outcome } from '../core/base/failure.ts';
import type { Glance } from '../core/page/document.ts';
import { isWhereItWas } from '../core/page/look.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { settings } from '../platform/keys/settings.ts';
import {
  glanceAt,
  type PageGlance,
  type PageReader,
  type ReadDocument,
  readDocument,
} from '../platform/page.ts';
import { tabNow } from '../platform/tabs.ts';

/** What is sent into a page to read it, and to look where it is. */
export interface InPage {
  reader: PageReader;
  glance: PageGlance;
}

/** How long a page's frames may take where a launch waits for it, in milliseconds. */
const shortPatience = 500;

/** What a reading of a page came to, and with which settings. */
interface PageAnswer {
  answer: Outcome<ReadDocument>;
  glanced: Glance | undefined;
  current: EffectiveSettings;
  /** Of the tab, where the browser tells it. */
  address: string | undefined;
}

/**
 * Reads the page that a tab has now.
 *
 * @param isLook a launch waits for it
 */
export async function readTab(
  tabId: number,
  inPage: Promise<InPage>,
  isLook = false,
): Promise<PageAnswer> {
  // All asked for at once: a form waits for the last of them.
  const [{ reader, glance }, current, tab] = await Promise.all([
    inPage,
    settings.get(),
    tabNow(tabId),
  ]);
  // Counting changes begins before the reading, so that none is missed.
  const [glanced, answer] = await Promise.all([
    glanceAt(tabId, glance),
    readDocument(tab, reader, current, isLook ? shortPatience : undefined),
  ]);
  return { answer, glanced, current, address: tab.address };
}

/**
 * Reads the page in front once more for a launch. It asks for nothing before: the view draws the press meanwhile, and
 * would hear the answer only after that. Undefined if by now the tab has another page, or there are other settings.
 *
 * @param shown what the view shows: the page in front, and the settings
 */
export async function readAgain(
  tabId: number,
  { reader, glance }: InPage,
  shown: Pick<LauncherState, 'page' | 'settings'> | undefined,
): Promise<PageAnswer | undefined> {
  if (shown?.page.state !== 'read') return undefined;
  const { address, documentId } = shown.page.document;
  const tab = { id: tabId, address, isGone: false };
  const [glanced, answer, current] = await Promise.all([
    glanceAt(tabId, glance),
    readDocument(tab, reader, shown.settings, shortPatience, { at: address }),
    settings.get(),
  ]);
  if (!answer.ok || !isWhereItWas({ documentId, address }, answer.value)) return undefined;
  if (JSON.stringify(shown.settings) !== JSON.stringify(current)) return undefined;
  return { answer, glanced, current, address };
}
