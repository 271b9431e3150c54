import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settle } from '../harness/arrange.ts';
import { openState } from '../harness/open-state.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { states } from '../harness/states.ts';

/** How long a page takes to be read, in milliseconds: the form is painted before. */
const slowly = 400;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('nothing moves between the first paint and the last', () => {
  // Why a launch failed is found out, and grows, before the eyes of whoever looks at its result.
  const still = states.filter(({ act, launch }) => act === undefined && launch === undefined);
  test.each(still)('$name', async (state) => {
    const { view, close } = await openState(stage, state, observeShifts, slowly);
    await settle(view, state);
    await view.waitForTimeout(2 * slowly);
    const shifts = await view.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
    await close();
    expect(shifts).toEqual([]);
  });
});

test('the buttons of a result stay where they are when it is found out why it was refused', async () => {
  const refused = states.filter(({ name }) => name === 'refused' || name === 'failed');
  expect(refused).toHaveLength(2);
  for (const state of refused) {
    const { view, close } = await openState(stage, state, gatherWhenTold);
    await settle(view, state);
    const places = async () =>
      Promise.all(
        ['New launch', 'Launch again', 'Copy as cURL', 'Open in Architect'].map((name) =>
          view.getByText(name, { exact: true }).boundingBox(),
        ),
      );
    await view.getByText('Finding out why').waitFor();
    const before = await places();
    await view.evaluate(() => dispatchEvent(new Event('gather')));
    await view.getByText('Finding out why').waitFor({ state: 'hidden' });
    expect(await places(), state.name).toEqual(before);
    await close();
  }
});

/** Runs in the page: reads slowly, and keeps what the browser tells of anything that moved. */
function observeShifts(slowly: number): void {
  const { executeScript } = chrome.scripting;
  chrome.scripting.executeScript = (async (...what: Parameters<typeof executeScript>) => {
    await new Promise((resolve) => setTimeout(resolve, slowly));
    return executeScript(...what);
  }) as unknown as typeof executeScript;
  const shifts: unknown[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      const at = ({ x, y, width, height }: DOMRect) => `${x}, ${y}, ${width} × ${height}`;
      // What is gone by now, as a notice of something under way, is nothing to point at.
      const moved = entry.sources.flatMap(({ node, previousRect, currentRect }) => {
        if (!node?.isConnected) return [];
        const what = (node.outerHTML ?? node.textContent)?.slice(0, 120);
        return [`${what}: from ${at(previousRect)} to ${at(currentRect)}`];
      });
      if (moved.length === 0) continue;
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: what explains a launch comes late. */
function gatherWhenTold(): void {
  const { sendMessage } = chrome.runtime;
  chrome.runtime.sendMessage = (async (message: { ask?: string }) => {
    if (message.ask === 'gatherEvidence') {
      await new Promise((resolve) => addEventListener('gather', resolve, { once: true }));
    }
    return sendMessage(message);
  }) as typeof sendMessage;
}
