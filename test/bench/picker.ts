import type { Page } from 'playwright';
import { untilStill } from '../harness/layout.ts';
import { generatedFlows } from '../sandbox/flows-generated.ts';
import { ours } from './builds.ts';
import type { Finding, Measurement } from './finding.ts';
import { popupAddress } from './popup.ts';
import { sampleOf } from './sample.ts';
import { openStage } from './stage.ts';

/** From a key pressed in the flow picker to its results on screen, by how many flows there are. */
export const picker: readonly Measurement[] = [
  measurement('picker-100', 100),
  measurement('picker-1k', 1_000),
  measurement('picker-10k', 10_000),
];

const queries = ['callback', 'billing check 0', 'update 99', 'returns', 'zzz'];

function measurement(name: string, count: number): Measurement {
  return {
    name,
    async run(bench) {
      const extension = await ours();
      // Without the wait for the screen's next refresh, which is up to 17 ms for everybody.
      const stage = await openStage(
        [extension],
        ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
      );
      try {
        const flows = generatedFlows(count).map(({ id, name, description, division }) => ({
          id,
          name,
          description,
          division,
          type: 'WORKFLOW',
        }));
        // A person who may not list flows, so that the list stays as it is.
        await stage.prepare(extension, { user: 'agent', flows });
        const { tabId } = await stage.visit(`${stage.sandbox.crmUrl}contacts/1`);
        const popup = await stage.open(popupAddress(extension, tabId));
        await popup.getByRole('combobox', { name: 'Flow' }).click();
        await popup.getByRole('option').first().waitFor();
        await popup.evaluate(untilStill);
        await popup.evaluate(timeKeys);
        for (let round = 0; round < Math.ceil(bench.rounds(10) / 2); round += 1) {
          for (const query of queries) await typeAndClear(popup, query);
        }
        const times = await timesIn(popup);
        const finding: Finding = { name, unit: 'ms', ours: sampleOf(times) };
        return [finding];
      } finally {
        await stage.close();
      }
    },
  };
}

async function typeAndClear(popup: Page, query: string): Promise<void> {
  const before = (await timesIn(popup)).length;
  for (const [place, key] of [...query].entries()) {
    await popup.keyboard.press(key === ' ' ? 'Space' : key);
    await popup.waitForFunction(
      (count) => (globalThis as unknown as { times: number[] }).times.length > count,
      before + place,
    );
  }
  await popup.keyboard.press('Control+a');
  await popup.keyboard.press('Backspace');
  await popup.evaluate(untilStill);
}

function timesIn(popup: Page): Promise<number[]> {
  return popup.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}

/** Runs in the popup: from the key's own time to the first task after the frame that it changed. */
function timeKeys(): void {
  const times: number[] = [];
  Object.assign(globalThis, { times });
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key.length > 1) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(0);
      });
    },
    { capture: true },
  );
}
