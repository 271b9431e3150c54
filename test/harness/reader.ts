import type { Page } from 'playwright';
import { pageReader } from '../../src/content/page-reader.ts';
import { type PageContext, pageContext } from '../../src/core/page/context.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
  type ReadingClues,
} from '../../src/core/page/snapshot.ts';
import { openServedPage } from './served-page.ts';

/** A browser without the extension, whose pages are read as the extension reads them. */
export interface ReaderStage {
  page: Page;
  /** Opens a page, at the address that it names in a comment, if it does. */
  open(html: string): Promise<void>;
  /** What the injected function answers. */
  read(clues?: ReadingClues): Promise<PageSnapshot>;
  /** The same, taken in as the extension does it. */
  snapshot(clues?: ReadingClues): Promise<PageSnapshot>;
  /** The page once for each of the clues, at once. */
  looks(clues: readonly ReadingClues[]): Promise<PageSnapshot[]>;
  /** Writes one page after the other into the page that is open, and takes each in: as many in a tenth of the time. */
  snapshots(pages: readonly string[]): Promise<PageSnapshot[]>;
  context(clues?: ReadingClues): Promise<PageContext>;
  /** How often a reading asks the browser for what is dear. */
  work(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

const address = 'https://crm.example.com/';

export async function openReader(): Promise<ReaderStage> {
  const { browser, page, evaluate } = await openServedPage();
  let body = '';
  await page.route('**/*', (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  const stage: ReaderStage = {
    page,
    open: async (html) => {
      body = html;
      await page.goto(/<!-- address: (\S+) -->/.exec(html)?.[1] ?? address);
    },
    // As the browser runs it: by its text alone.
    read: async (clues = {}) =>
      (await evaluate(`(${pageReader.toString()})(${JSON.stringify(clues)})`)) as PageSnapshot,
    snapshot: async (clues) => takenIn(await stage.read(clues)),
    looks: async (clues) => {
      const answers = await evaluate(`${JSON.stringify(clues)}.map(${pageReader.toString()})`);
      return (answers as unknown[]).map(takenIn);
    },
    snapshots: async (pages) => {
      await stage.open('<!doctype html>');
      const answers = await evaluate(`${JSON.stringify(pages)}.map((html) => {
        document.open();
        document.write(html);
        document.close();
        return (${pageReader.toString()})({});
      })`);
      return (answers as unknown[]).map(takenIn);
    },
    work: async () => (await evaluate(counting)) as Record<string, number>,
    context: async (clues) => pageContext(await stage.snapshot(clues), { defaultCountry: 'US' }),
    close: () => browser.close(),
  };
  return stage;
}

function takenIn(answer: unknown): PageSnapshot {
  const read = parsePageSnapshot(answer);
  if (!read.ok) throw new Error('the answer is malformed');
  return mergeSnapshots(read.value, []);
}

const counting = `(() => {
  const counts = {};
  const dear = [
    [window, 'getComputedStyle'],
    [Element.prototype, 'getBoundingClientRect'],
    [Element.prototype, 'closest'],
    [Element.prototype, 'querySelectorAll'],
    [Document.prototype, 'querySelectorAll'],
  ];
  for (const [owner, name] of dear) {
    const original = owner[name];
    owner[name] = function (...values) {
      counts[name] = (counts[name] ?? 0) + 1;
      return original.apply(this, values);
    };
  }
  (${pageReader.toString()})({});
  return counts;
})()`;
