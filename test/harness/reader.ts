import { type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { pageReader } from '../../src/content/page-reader.ts';
import { type PageContext, pageContext } from '../../src/core/page/context.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
  type ReadingClues,
} from '../../src/core/page/snapshot.ts';

/** A browser without the extension, whose pages are read as the extension reads them. */
export interface ReaderStage {
  page: Page;
  /** Opens a page, at the address that it names in a comment, if it does. */
  open(html: string): Promise<void>;
  /** What the injected function answers. */
  read(clues?: ReadingClues): Promise<PageSnapshot>;
  /** The same, taken in as the extension does it. */
  snapshot(clues?: ReadingClues): Promise<PageSnapshot>;
  context(clues?: ReadingClues): Promise<PageContext>;
  close(): Promise<void>;
}

const address = 'https://crm.example.com/';

export async function openReader(): Promise<ReaderStage> {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage();
  const devTools = await page.context().newCDPSession(page);
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
    read: async (clues = {}) => (await inject(devTools, clues)) as PageSnapshot,
    snapshot: async (clues) => {
      const read = parsePageSnapshot(await stage.read(clues));
      if (!read.ok) throw new Error('the answer is malformed');
      return mergeSnapshots(read.value, []);
    },
    context: async (clues) => pageContext(await stage.snapshot(clues), { defaultCountry: 'US' }),
    close: () => browser.close(),
  };
  return stage;
}

/** Runs the reader as the browser runs it: its text alone, in a world apart from the page's. */
async function inject(devTools: CDPSession, clues: ReadingClues): Promise<unknown> {
  const { frameTree } = await devTools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devTools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `(${pageReader.toString()})(${JSON.stringify(clues)})`;
  const answer = await devTools.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
  });
  if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
  return answer.result.value;
}
