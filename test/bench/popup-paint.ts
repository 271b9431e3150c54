import type { Page } from 'playwright';
import { ours } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import { popupAddress, prepareContact } from './popup.ts';
import { interleave } from './sample.ts';
import { openStage } from './stage.ts';

/**
 * How long the popup's page takes to show something, from the beginning of its navigation: the first
 * contentful paint, which the browser rounds to 4 ms. https://www.w3.org/TR/paint-timing/
 *
 * A first paint may be of little use, so the moment that the flows can be searched is told, too.
 */
export const popupPaint: Measurement = {
  name: 'popup-paint',
  async run(bench) {
    const extension = await ours();
    const stage = await openStage([extension]);
    try {
      const { tabId } = await prepareContact(stage, [extension]);
      const paintOf = async (url: string): Promise<number> => {
        const page = await stage.open(url);
        const at = await firstContentfulPaint(page);
        await page.close();
        return at;
      };
      const popup = popupAddress(extension, tabId);
      const sample = await interleave(
        {
          ours: () => paintOf(popup),
          picker: async () => {
            const page = await stage.open('about:blank');
            await page.addInitScript(markWhenThere, '[role=combobox]');
            await page.goto(popup);
            const at = await markedAt(page);
            await page.close();
            return at;
          },
          react: () => paintOf(`${extension.origin}bench/hello.html`),
          static: () => paintOf(`${extension.origin}bench/static.html`),
        },
        { rounds: bench.rounds(25), seconds: 40 },
      );
      const peer = against('React alone', sample.react);
      const limit = against('static page', sample.static);
      return [
        { name: 'popup-paint', unit: 'ms', ours: sample.ours, peer, limit },
        { name: 'popup-paint-picker', unit: 'ms', ours: sample.picker, peer, limit },
      ];
    } finally {
      await stage.close();
    }
  },
};

function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Runs in the page before anything else does: marks the frame in which an element is there. */
export function markWhenThere(selector: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => performance.mark('there'));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** When the element was there, in milliseconds from the beginning of the navigation. */
export function markedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [mark] = list.getEntriesByName('there');
          if (mark) resolve(mark.startTime);
        }).observe({ type: 'mark', buffered: true });
      }),
  );
}
