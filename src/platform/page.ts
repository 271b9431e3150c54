import { done, type FailureCode, failed, type Outcome } from '../core/base/failure.ts';
import type { Click } from '../core/form/draft.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
  type ReadingClues,
} from '../core/page/snapshot.ts';
import { type EffectiveSettings, mayRead } from '../core/settings/managed.ts';
import { ruleFor, selectorsOf } from '../core/settings/site-rule.ts';
import type { Tab } from './tabs.ts';

/** A function that runs in the page: self-contained, its return value is its answer. */
export type PageReader = (clues?: ReadingClues) => PageSnapshot;

/**
 * Reads a page, with all frames that the click gives access to. What comes back is hostile until
 * parsed.
 *
 * Fails with `page-not-allowed` by the policy, `page-not-readable` (with the reason's kind) or
 * `page-answer-malformed`.
 */
export async function readTab(
  { id, address }: Tab,
  reader: PageReader,
  settings: EffectiveSettings,
  click: Click = {},
): Promise<Outcome<PageSnapshot>> {
  if (!mayRead(settings, address ?? '')) return failed('page-not-allowed');
  const rule = ruleFor(settings.sites, address ?? '');
  const clues: ReadingClues = { ...click, selectors: selectorsOf(rule) };
  const [main, ...frames] = (await inject(id, reader, clues)) ?? [];
  if (main === undefined) return failed(whyUnreadable(address));
  if (!main.ok) return main;
  const readable = frames.flatMap((frame) => (frame.ok ? [frame.value] : []));
  return done(mergeSnapshots(main.value, readable));
}

/** The answers of all frames, the page's own first; undefined where the browser does not let it in. */
async function inject(
  tabId: number,
  reader: PageReader,
  clues: ReadingClues,
): Promise<Outcome<PageSnapshot>[] | undefined> {
  try {
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: reader,
      args: [clues],
    });
    return results
      .toSorted((a, b) => a.frameId - b.frameId)
      .map(({ result }) => parsePageSnapshot(result));
  } catch {
    return undefined;
  }
}

/** The browser keeps some pages to itself; which, its address tells. */
function whyUnreadable(address: string | undefined): FailureCode {
  if (address === undefined) return 'page-not-readable';
  if (address.startsWith('file:')) return 'page-is-file';
  if (/^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore)/.test(address)) {
    return 'page-is-web-store';
  }
  return /^https?:/.test(address) ? 'page-not-readable' : 'page-is-browsers-own';
}
