import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settle } from '../harness/arrange.ts';
import { clickable, withoutEdge } from '../harness/layout.ts';
import { openState } from '../harness/open-state.ts';
import { openStage, picker, resultIn, type Stage } from '../harness/stage.ts';
import { hardStates } from '../harness/state-hard.ts';
import { type State, states } from '../harness/states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test.each(['form', 'flows', 'history', 'refused-explained', 'completed-with-much', 'keys'])(
  'with the colours of the system, every control of %s has words or an edge',
  async (name) => {
    const state = stateOf(name);
    const { view, close } = await openState(stage, state);
    await view.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await settle(view, state);
    expect(await view.evaluate(withoutEdge, clickable)).toEqual([]);
    await close();
  },
);

test('with reduced motion, nothing moves but what says that something is under way', async () => {
  for (const state of [stateOf('flows'), stateOf('form'), stateOf('refused-explained')]) {
    const { view, close } = await openState(stage, state);
    await view.emulateMedia({ reducedMotion: 'reduce' });
    await settle(view, state);
    await view.locator('button').first().hover();
    const moving = await view.evaluate(() => [
      ...document
        .getAnimations()
        .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML ?? '')
        .filter((html) => !/spinner/.test(html)),
      ...[...document.querySelectorAll('*')]
        .filter((each) => /[1-9]/.test(getComputedStyle(each).transitionDuration))
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    ]);
    await close();
    expect(moving).toEqual([]);
  }
});

test('a name from right to left keeps its marks at its own end', async () => {
  const state = stateOf('hard-form');
  const { view, close } = await openState(stage, state);
  await settle(view, state);
  const places = await view.evaluate(placesIn, {
    words: 'بصيغة E.164: +49 30',
    parts: ['بصيغة', '30'],
  });
  await close();
  // It begins at its right, and the number that it ends with stands at its left.
  expect(places[0]).toBeGreaterThan(places[1] ?? Number.NaN);
});

describe('by touch alone', () => {
  let popup: Page;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const opened = await openState(stage, stateOf('flows'));
    ({ view: popup, close } = opened);
    const client = await popup.context().newCDPSession(popup);
    await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await client.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'hover', value: 'none' },
        { name: 'any-hover', value: 'none' },
        { name: 'pointer', value: 'coarse' },
      ],
    });
  });
  afterEach(() => close());

  test('a flow is pinned, chosen and launched, and its output copied', async () => {
    await tap(picker(popup));
    await picker(popup).fill('Look up customer');
    const option = popup.getByRole('option', { name: /Look up customer/ });
    await tap(option.locator('[data-star]'));
    await popup.locator('[data-star][data-on]').first().waitFor();
    await tap(option);
    await popup.getByLabel('Phone number').waitFor();
    await tap(popup.getByLabel('Phone number'));
    await popup.getByLabel('Phone number').fill('+15550199888');
    await tap(popup.getByRole('button', { name: 'Launch', exact: true }));
    const result = await resultIn(popup, 'Completed');
    const hidden = await popup.evaluate(
      (clickable) =>
        [...document.querySelectorAll(clickable)]
          .filter((each) => getComputedStyle(each).opacity === '0')
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      clickable,
    );
    expect(hidden).toEqual([]);
    await tap(result.getByRole('button', { name: 'Copy execution ID' }));
    await result.getByText('Copied').first().waitFor();
    await tap(result.getByRole('button', { name: 'New launch' }));
    await popup.getByLabel('Phone number').waitFor();
  });
});

function stateOf(name: string): State {
  const found = [...states, ...hardStates].find((state) => state.name === name);
  if (found === undefined) throw new Error(`There is no state ${name}`);
  return found;
}

/** A finger on the middle of a control, for a moment. */
async function tap(control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (box === null) throw new Error('There is nothing to tap');
  const client = await control.page().context().newCDPSession(control.page());
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

/** Runs in the page: how far from the left each part of a text stands. */
function placesIn({ words, parts }: { words: string; parts: string[] }): number[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { textContent } = node;
    if (textContent !== words) continue;
    return parts.map((part) => {
      const range = document.createRange();
      range.setStart(node, words.indexOf(part));
      range.setEnd(node, words.indexOf(part) + part.length);
      return range.getBoundingClientRect().left;
    });
  }
  return [];
}
