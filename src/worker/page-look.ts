import { pageReader } from '../content/page-reader.ts';
import { cleanAddress } from '../core/page/document.ts';
import { isWhereItWas, type Look, saysTheSame, wantedFor } from '../core/page/look.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { readDocument, readMainAgain } from '../platform/page.ts';
import { tabNow } from '../platform/tabs.ts';
import { inTime } from '../platform/wait.ts';

/**
 * How long a page may take to be looked at, in milliseconds. The view looked a moment ago, and asked the
 * person where the page did not answer.
 */
const patience = 500;

/** How long its other frames may take, in milliseconds. */
const patienceWithFrames = 250;

/** What a look at a page comes to. */
export type Looked =
  /** It still says what the launch was filled with. */
  | 'same'
  | 'other'
  /** Another page is in the tab by now. */
  | 'elsewhere'
  /**
   * It cannot be read any more, or not in time, while the browser still names the same address: the person
   * has then decided on what was on screen.
   */
  | 'not seen'
  /** Its tab is gone. */
  | 'gone';

/** Whether a page still says what a launch was filled with, as the page itself shows now. */
export async function lookAtPage(
  look: Look,
  settings: Promise<EffectiveSettings>,
): Promise<Looked> {
  const clues = { wanted: wantedFor(look) };
  const again = settings.then((current) => readMainAgain(look, pageReader, current, clues));
  const heard = await inTime(
    again.then((main) => ({ main })),
    patience,
  );
  // Mostly, all of it stands in the page itself. Only if not, its frames are read, of which each may be slow.
  const main = heard?.main;
  if (main && main !== 'gone' && saysTheSame(look, main)) return 'same';
  const reading = Promise.all([tabNow(look.tabId), settings]).then(([tab, current]) =>
    readDocument(tab, pageReader, current, patienceWithFrames, clues),
  );
  const read = heard && (await inTime(reading, patience).catch(() => undefined));
  if (read?.ok) {
    if (!isWhereItWas(look, read.value)) return 'elsewhere';
    return saysTheSame(look, read.value) ? 'same' : 'other';
  }
  const tab = await tabNow(look.tabId);
  if (tab.isGone) return 'gone';
  // Under the same address, too: what was loaded anew may be another customer's.
  if (main === 'gone') return 'elsewhere';
  // Of a page that could not be read before, the browser may have told no address.
  const isElsewhere = look.address !== '' && cleanAddress(tab.address ?? '') !== look.address;
  return isElsewhere ? 'elsewhere' : 'not seen';
}
