import type { Click } from '../core/draft.ts';
import { failed, type Outcome } from '../core/failure.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
  type ReadingClues,
} from '../core/page-snapshot.ts';
import { ruleFor, type SiteRule, selectorsOf } from '../core/site-rule.ts';

/** The function that runs in the page: self-contained, its return value is the answer. */
export type Reader = (clues?: ReadingClues) => PageSnapshot;

/**
 * Reads a page, with all frames that the click gives access to: one injection, one answer. What
 * comes back is hostile until parsed.
 *
 * Fails with `page-not-readable` (with the reason's kind) or `page-answer-malformed`.
 */
export async function readTab(
  tabId: number,
  reader: Reader,
  rules: readonly SiteRule[],
  click: Click = {},
): Promise<Outcome<PageSnapshot>> {
  const address = await addressOf(tabId);
  const clues: ReadingClues = { ...click, selectors: selectorsOf(ruleFor(rules, address ?? '')) };
  try {
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: reader,
      args: [clues],
    });
    const [main, ...frames] = results
      .toSorted((a, b) => a.frameId - b.frameId)
      .map(({ result }) => parsePageSnapshot(result));
    if (main === undefined) return failed('page-not-readable');
    if (!main.ok) return main;
    return {
      ok: true,
      value: mergeSnapshots(
        main.value,
        frames.flatMap((frame) => (frame.ok ? [frame.value] : [])),
      ),
    };
  } catch {
    return failed(whyUnreadable(address));
  }
}

/** A tab's address, where the click or a host permission lets us see it. */
async function addressOf(tabId: number): Promise<string | undefined> {
  try {
    return (await chrome.tabs.get(tabId)).url;
  } catch {
    return undefined;
  }
}

/** The browser keeps some pages to itself; which, its address tells. */
function whyUnreadable(address: string | undefined): string {
  if (address === undefined) return 'page-not-readable';
  if (address.startsWith('file:')) return 'page-is-file';
  if (/^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore)/.test(address)) {
    return 'page-is-web-store';
  }
  return /^https?:/.test(address) ? 'page-not-readable' : 'page-is-browsers-own';
}
