import { oneChunk } from '../../scripts/one-chunk.ts';
import {
  mergeSnapshots,
  type PageSnapshot,
  parsePageSnapshot,
} from '../../src/core/page/snapshot.ts';
import { openServedPage } from './served-page.ts';

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
  const { browser, page, evaluate } = await openServedPage();
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
      const expression = `(() => { ${code}\nreturn content.readPage(); })()`;
      const read = parsePageSnapshot(await evaluate(expression));
      if (!read.ok) throw new Error('the answer is malformed');
      return mergeSnapshots(read.value, []);
    },
    close: () => browser.close(),
  };
}
