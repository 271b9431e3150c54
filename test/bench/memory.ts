import type { CDPSession, Page } from 'playwright';
import { type Extension, ours } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import { popupAddress, prepareContact } from './popup.ts';
import { sampleOf } from './sample.ts';
import { openStage, type Stage } from './stage.ts';

const few = 10;
const many = 1000;
const atATime = 10;

/** As in platform/http.ts, in milliseconds, and a second more. */
const timeLimit = 26_000;

/** The heaps of the worker and of a popup that stays open, after a thousand launches and after ten. */
export const memory: Measurement = {
  name: 'memory-1000',
  async run() {
    const extension = await ours();
    const stage = await openStage([extension]);
    try {
      const { tabId } = await prepareContact(stage, [extension]);
      const popup = await stage.open(popupAddress(extension, tabId));
      await popup.locator('form').waitFor();
      await launchAndFollow(stage, popup, tabId, few);
      const before = await heaps(stage, extension, popup);
      await launchAndFollow(stage, popup, tabId, many - few);
      // Each request holds on to a little until its time limit has run out.
      await popup.waitForTimeout(timeLimit);
      const after = await heaps(stage, extension, popup);
      return (['worker', 'popup'] as const).map((place) => ({
        name: `memory-1000-${place}`,
        unit: 'bytes' as const,
        ours: sampleOf([after[place]]),
        limit: against(`after ${few} launches`, before[place]),
      }));
    } finally {
      await stage.close();
    }
  },
};

/** Asks the worker for launches as the popup does, some at a time, and waits until all have ended. Throws if one fails. */
async function launchAndFollow(
  { sandbox }: Stage,
  popup: Page,
  tabId: number,
  count: number,
): Promise<void> {
  const { id: flowId, name: flowName } = sandbox.flow('noInputs');
  const before = sandbox.executions().length;
  for (let left = count; left > 0; left -= atATime) {
    await popup.evaluate(
      async ({ flowId, flowName, tabId, count }) => {
        const ids = Array.from({ length: count }, () => crypto.randomUUID());
        await Promise.all(
          ids.map((id) => {
            const request = {
              id,
              connection: 'Sandbox',
              flowId,
              flowName,
              name: flowName,
              tabId,
              anyway: true,
            };
            return chrome.runtime.sendMessage({ ask: 'launch', question: request });
          }),
        );
      },
      { flowId, flowName, tabId, count: Math.min(left, atATime) },
    );
  }
  await popup.waitForFunction(
    async () => {
      const { 'open-launches': open } = await chrome.storage.local.get('open-launches');
      return Array.isArray(open) && open.length === 0;
    },
    undefined,
    { polling: 500, timeout: 120_000 },
  );
  const launched = sandbox.executions().length - before;
  if (launched !== count) throw new Error(`${launched} of ${count} flows were launched`);
}

async function heaps(
  { context }: Stage,
  { origin }: Extension,
  popup: Page,
): Promise<{ worker: number; popup: number }> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('The browser cannot be asked');
  const { targetInfos } = await browser.send('Target.getTargets');
  const find = (address: string) =>
    targetInfos.find(({ url }) => url.startsWith(address))?.targetId ?? '';
  return {
    worker: await heapOf(browser, find(`${origin}service-worker`)),
    popup: await heapOf(browser, find(popup.url())),
  };
}

/** What a target's heap holds once its garbage is gone, in bytes. */
async function heapOf(browser: CDPSession, targetId: string): Promise<number> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId });
  const ask = (id: number, method: string) =>
    new Promise<{ usedSize: number }>((resolve) => {
      browser.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
        const answer = JSON.parse(message);
        if (from === sessionId && answer.id === id) resolve(answer.result);
      });
      const message = JSON.stringify({ id, method });
      void browser.send('Target.sendMessageToTarget', { message, sessionId });
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage');
  await browser.send('Target.detachFromTarget', { sessionId });
  return usedSize;
}
