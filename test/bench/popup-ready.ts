import { another, ours } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import { filledIn, finishedLaunches, popupAddress, prepareContact } from './popup.ts';
import { markedAt, markWhenThere } from './popup-paint.ts';
import { interleave } from './sample.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * How long it takes until the form of the chosen flow stands there with the page's number in it, from
 * the beginning of the popup's navigation; beside a static page that injects one line and shows what
 * comes back.
 */
export const popupReady: Measurement = {
  name: 'popup-ready',
  async run(bench) {
    const extension = await ours();
    const stage = await openStage([extension]);
    try {
      const { tabId } = await prepareContact(stage, [extension]);
      const sample = await interleave(
        {
          ours: () => readyAt(stage, popupAddress(extension, tabId)),
          static: () => readyAt(stage, `${extension.origin}bench/static-read.html?tab=${tabId}`),
        },
        { rounds: bench.rounds(25), seconds: 30 },
      );
      const limit = against('static page that injects', sample.static);
      return [{ name: 'popup-ready', unit: 'ms', ours: sample.ours, limit }];
    } finally {
      await stage.close();
    }
  },
};

/** The same with a long history, in a second copy of the extension beside the first. */
export const popupReadyHistory: Measurement = {
  name: 'popup-ready-history',
  async run(bench) {
    const fresh = await ours();
    const used = another(fresh);
    const stage = await openStage([fresh, used]);
    try {
      const { tabId } = await prepareContact(stage, [fresh, used]);
      await stage.store(used, 'local', finishedLaunches(2000));
      const sample = await interleave(
        {
          used: () => readyAt(stage, popupAddress(used, tabId)),
          fresh: () => readyAt(stage, popupAddress(fresh, tabId)),
        },
        { rounds: bench.rounds(40), seconds: 35 },
      );
      const limit = against('ours without launches', sample.fresh);
      return [{ name: 'popup-ready-history', unit: 'ms', ours: sample.used, limit }];
    } finally {
      await stage.close();
    }
  },
};

async function readyAt(stage: Stage, url: string): Promise<number> {
  const page = await stage.open('about:blank');
  await page.addInitScript(markWhenThere, filledIn);
  await page.goto(url);
  const at = await markedAt(page);
  await page.close();
  return at;
}
