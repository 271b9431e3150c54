import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright';
import { ours } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import { sampleOf } from './sample.ts';
import { openStage } from './stage.ts';

/**
 * What the extension costs in a page on which the person has not clicked. Obsidian Web Clipper 1.7.1, which reads
 * pages, too, was measured once, built from its repository: its content script runs on every page.
 * https://github.com/obsidianmd/obsidian-clipper
 */
export const idleCost: Measurement = {
  name: 'idle-cost',
  async run() {
    const stage = await openStage([await ours()]);
    try {
      const { bytes, milliseconds } = await costOfIdlePage(stage.context);
      const clipper = (value: number) => against('Obsidian Web Clipper', value);
      const limit = against('no extension', 0);
      return [
        {
          name: 'idle-cost-bytes',
          unit: 'bytes',
          ours: sampleOf([bytes]),
          peer: clipper(2_640_000),
          limit,
        },
        {
          name: 'idle-cost-time',
          unit: 'ms',
          ours: sampleOf([milliseconds]),
          peer: clipper(103),
          limit,
        },
      ];
    } finally {
      await stage.close();
    }
  },
};

/** Scripts of extensions in a page that has none of its own, and how long scripts ran in it. */
export async function costOfIdlePage(
  context: BrowserContext,
): Promise<{ bytes: number; milliseconds: number }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Page</title><p>Call <a href="tel:+14155550132">us</a>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await context.newPage();
  try {
    const devTools = await context.newCDPSession(page);
    let bytes = 0;
    devTools.on('Debugger.scriptParsed', ({ url, length = 0 }) => {
      if (url.startsWith('chrome-extension://')) bytes += length;
    });
    await devTools.send('Debugger.enable');
    await devTools.send('Performance.enable');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForTimeout(1000);
    const { metrics } = await devTools.send('Performance.getMetrics');
    const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
    return { bytes, milliseconds: script * 1000 };
  } finally {
    await page.close();
    server.close();
  }
}
