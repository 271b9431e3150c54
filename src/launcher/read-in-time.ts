import type { Happening } from '../core/view/happening.ts';
import { pageReadAt } from '../platform/keys/tab.ts';
import { after } from '../platform/wait.ts';
import type { Reading, TabPage } from './page.ts';

/** How long a page may take to be read before the form goes on without it, in milliseconds. */
const longestReading = 3_000;

/** How long a launch waits for its page to be looked at once more, in milliseconds. */
const longestLook = 1_000;

/**
 * Reads a page, and tells the view what it says, or that it does not answer in time. What it answers later,
 * the view hears all the same. Resolves with the first of the two.
 */
export async function readInTime(
  page: TabPage,
  happen: (happening: Happening) => void,
  reading: Reading,
): Promise<void> {
  let isThere = false;
  const answer = page.read(reading).then((happening) => {
    isThere = true;
    happen(happening);
    // Other views beside the tab may read it now, too.
    if (happening.type !== 'page-read') return;
    const { tabId, readAt } = happening.page.document;
    void pageReadAt(tabId).set(readAt);
  });
  const limit = reading.isLook ? longestLook : longestReading;
  const silence = after(limit).then(async () => {
    if (isThere) return;
    happen(await page.silence(reading));
  });
  await Promise.race([answer, silence]);
}
