import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { ours } from './builds.ts';
import { against, type Bench, type Finding, type Measurement } from './finding.ts';
import { longPage } from './long-page.ts';
import type { Ways } from './peers/read-page.ts';
import { interleave, sampleOf } from './sample.ts';
import { openStage } from './stage.ts';

/**
 * From a page to its context, as the popup does it, by the number of nodes; beside a library that
 * looks for numbers in the page's text, and one walk over its text nodes. And how long it takes to look
 * whether the page still says the same, and for how long the page's own thread is blocked at most.
 */
export const readPage: readonly Measurement[] = [
  measurement('read-page-500', 500, 15),
  measurement('read-page-5k', 5_000, 25),
  measurement('read-page-50k', 50_000, 10),
  measurement('read-page-500k', 500_000, 3),
];

function measurement(name: string, nodes: number, rounds: number): Measurement {
  return { name, run: (bench) => measure(name, nodes, rounds, bench) };
}

async function measure(
  name: string,
  nodes: number,
  rounds: number,
  bench: Bench,
): Promise<Finding[]> {
  const extension = await ours();
  const server = await serve(longPage(nodes));
  const stage = await openStage([extension]);
  stage.context.setDefaultTimeout(120_000);
  try {
    const { port } = server.address() as AddressInfo;
    const { page, tabId } = await stage.visit(`http://127.0.0.1:${port}/`);
    const reader = await stage.open(`${extension.origin}bench/read-page.html`);
    const way = (name: keyof Ways) => () =>
      reader.evaluate(
        async ([name, tabId]) => (globalThis as unknown as { ways: Ways }).ways[name](tabId),
        [name, tabId] as const,
      );
    await way('prepare')();
    await page.bringToFront();
    const sample = await interleave(
      { ours: way('ours'), look: way('look'), library: way('library'), walk: way('walk') },
      { rounds: bench.rounds(rounds), seconds: 25 },
    );
    const blocks: number[] = [];
    for (let round = 0; round < bench.rounds(5); round += 1) {
      blocks.push(await longestBlock(page, way('ours')));
    }
    return [
      {
        name,
        unit: 'ms',
        ours: sample.ours,
        peer: against('findPhoneNumbersInText', sample.library),
        limit: against('walk over text nodes', sample.walk),
      },
      { name: `${name}-look`, unit: 'ms', ours: sample.look },
      { name: `${name}-block`, unit: 'ms', ours: sampleOf(blocks) },
    ];
  } finally {
    await stage.close();
    server.close();
  }
}

/**
 * The longest that the page's thread could do nothing else while something was done to the page, in
 * milliseconds: the page sends itself messages without a pause and looks for the longest gap.
 */
async function longestBlock(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const watch = { longest: 0, stop: () => port1.close() };
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - last);
      last = now;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    Object.assign(globalThis, { watch });
  });
  await work();
  return page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { longest: number; stop(): void } };
    watch.stop();
    return watch.longest;
  });
}

async function serve(html: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
