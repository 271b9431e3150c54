import { pageReader } from '../../../src/content/page-reader.ts';
import { pageContext } from '../../../src/core/page/context.ts';
import { factsOf } from '../../../src/core/page/facts-behind.ts';
import { type Look, saysTheSame, wantedFor } from '../../../src/core/page/look.ts';
import { noPolicy, underPolicy } from '../../../src/core/settings/managed.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { type ReadDocument, readDocument, readTab } from '../../../src/platform/page.ts';
import { tabNow } from '../../../src/platform/tabs.ts';

const settings = underPolicy(defaultSettings, noPolicy);

/** Reads a tab in one of three ways; each gives back how many milliseconds it took from here. */
const ways = {
  /** As the popup does it: from the page to its context. */
  ours: (tabId: number) =>
    timed(async () => {
      const page = await readTab(await tabNow(tabId), pageReader, settings);
      if (!page.ok) throw new Error(page.failure.code);
      const { fields } = pageContext(page.value, { defaultCountry: 'US' });
      if (fields.customerNumber === undefined) throw new Error('No number was found');
    }),
  /** As the worker looks before the POST: whether the page still says the number that it said first. */
  look: (tabId: number) =>
    timed(async () => {
      const clues = known && { wanted: wantedFor(known) };
      const page = await readDocument(await tabNow(tabId), pageReader, settings, 250, clues);
      if (!page.ok) throw new Error(page.failure.code);
      known ??= lookOf(tabId, page.value);
      if (!saysTheSame(known, page.value)) throw new Error('The page says something else');
    }),
  /** A library over the page's text; `prepare` has put it into the page before. */
  library: (tabId: number) =>
    timed(() => inject(tabId, () => (globalThis as { findNumbers?(): number }).findNumbers?.())),
  /** The least that sees all text. */
  walk: (tabId: number) =>
    timed(() =>
      inject(tabId, () => {
        const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
        let length = 0;
        while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
        return length;
      }),
    ),
  prepare: (tabId: number) =>
    timed(() =>
      chrome.scripting.executeScript({ target: { tabId }, files: ['bench/find-numbers.js'] }),
    ),
};

let known: Look | undefined;

function lookOf(tabId: number, { documentId, snapshot }: ReadDocument): Look {
  const { customerNumber } = factsOf(
    snapshot,
    pageContext(snapshot, { defaultCountry: 'US' }),
    undefined,
  );
  if (customerNumber === undefined) throw new Error('No number was found');
  return { tabId, documentId, address: snapshot.url, facts: [...customerNumber] };
}

async function inject(tabId: number, func: () => unknown): Promise<void> {
  const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func });
  if (answer?.result === undefined || answer.result === null) throw new Error('Nothing came back');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

Object.assign(globalThis, { ways });

export type Ways = typeof ways;
