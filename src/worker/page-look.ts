import { pageReader } from '../content/page-reader.ts';
import { type Look, saysTheSame } from '../core/page/look.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { readDocument } from '../platform/page.ts';
import { tabNow } from '../platform/tabs.ts';
import { after } from '../platform/wait.ts';

/**
 * How long a page may take to be looked at, in milliseconds. The view looked a moment ago, and asked the
 * person where the page did not answer.
 */
const patience = 500;

/** How long its other frames may take, in milliseconds. */
const patienceWithFrames = 250;

/**
 * Whether a page still says what a launch was filled with, looked at in the page itself. `not seen` where
 * it cannot be read any more, or not in time: then the person has decided on what was on screen.
 */
export async function lookAtPage(
  look: Look,
  settings: EffectiveSettings,
): Promise<'same' | 'other' | 'not seen'> {
  const reading = tabNow(look.tabId).then((tab) =>
    readDocument(tab, pageReader, settings, patienceWithFrames),
  );
  const read = await Promise.race([reading, after(patience).then(() => undefined)]).catch(
    () => undefined,
  );
  if (read === undefined || !read.ok) return 'not seen';
  return saysTheSame(look, read.value) ? 'same' : 'other';
}
