import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { oneChunk } from '../../scripts/one-chunk.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
} from '../../src/core/page/snapshot.ts';

export interface Snapshots {
  read(page: { html: string; language: string; url?: string | undefined }): Promise<PageSnapshot>;
  close(): Promise<void>;
}

/** A browser that reads one page after the other, as the extension reads them, for scripts. */
export async function openSnapshots(): Promise<Snapshots> {
  const code = await oneChunk({
    build: {
      target: 'chrome130',
      lib: { entry: 'src/content/read-page.ts', formats: ['iife'], name: 'content' },
      rolldownOptions: { output: { generatedCode: { symbols: false } } },
    },
  });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage();
  const devTools = await page.context().newCDPSession(page);
  let body = '';
  await page.route('**/*', (route) => {
    const isPage =
      route.request().frame() === page.mainFrame() && route.request().isNavigationRequest();
    return isPage
      ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      : route.abort();
  });
  return {
    read: async ({ html, language, url = 'https://crm.example.com/' }) => {
      body = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>T</title><body>${html}`;
      // An address that differs only behind # loads nothing.
      if (url.includes('#')) await page.goto('about:blank');
      await page.goto(url);
      const { frameTree } = await devTools.send('Page.getFrameTree');
      const { executionContextId: contextId } = await devTools.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
      });
      const expression = `(() => { ${code}\nreturn content.readPage(); })()`;
      const answer = await devTools.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
      const read = parsePageSnapshot(answer.result.value);
      if (!read.ok) throw new Error('the answer is malformed');
      return mergeSnapshots(read.value, []);
    },
    close: () => browser.close(),
  };
}
