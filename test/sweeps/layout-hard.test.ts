import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settle } from '../harness/arrange.ts';
import { settingsFor } from '../harness/browser.ts';
import { launchOutOfSight } from '../harness/layout.ts';
import { faultsIn, hiddenFocusIn } from '../harness/layout-faults.ts';
import { openState } from '../harness/open-state.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { hardStates } from '../harness/state-hard.ts';
import { states } from '../harness/states.ts';

/** Twice the text that a browser shows unless its user wants it otherwise. */
const largeText = ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'];

const alsoHard = ['form-of-every-kind', 'other-values', 'talking-to-another', 'confirm', 'history'];
const looked = [...hardStates, ...states.filter(({ name }) => alsoHard.includes(name))];

let stage: Stage;
let withLargeText: Stage;

beforeAll(async () => {
  stage = await openStage();
  withLargeText = await openStage({}, { args: largeText });
});
afterAll(async () => {
  await stage?.close();
  await withLargeText?.close();
});

describe.each(looked)('in $name, all can be read and reached', (state) => {
  test('in a window of 320 × 400, and at 400 % of one of 1280 × 1024', async () => {
    const { view, close } = await openState(stage, state);
    await view.setViewportSize({ width: 320, height: 400 });
    await settle(view, state);
    await expectWhole(view);
    await view.setViewportSize({ width: 320, height: 256 });
    await expectWhole(view);
    await close();
  });

  // With as much text as that, Chrome’s widest popup has the room of a usual one.
  test('with text of 200 %', async () => {
    const { view, close } = await openState(withLargeText, state);
    await view.setViewportSize({ width: 800, height: 600 });
    await settle(view, state);
    expect(await view.evaluate(() => document.body.clientWidth)).toBe(800);
    await expectWhole(view);
    await close();
  });

  test('with text of 200 % in a side panel of 400 px', async () => {
    const { view: popup, page, close } = await openState(withLargeText, state);
    await popup.close();
    const view = await withLargeText.browser.panel();
    await view.setViewportSize({ width: 400, height: 700 });
    await page.bringToFront();
    await settle(view, state);
    // Fewer letters fit on its lines than a long word has.
    await expectWhole(view, { wordsMayBreak: true });
    await view.close();
    await close();
  });
});

test.each([
  ['400 % of 1280 px', 320, () => stage],
  ['text of 200 %', 1280, () => withLargeText],
])('the options of 40 connections and their long names are whole at %s', async (_, width, at) => {
  const { browser, sandbox } = at();
  const { connections } = settingsFor(sandbox) as { connections: object[] };
  const flow = sandbox.flow('hardNames');
  const flows = [{ id: flow.id, name: flow.name, inputs: { 'Flow.arabic': '{{customerNumber}}' } }];
  await browser.configure({
    version: 1,
    connections: Array.from({ length: 40 }, (_, index) => ({
      ...connections[0],
      flows,
      name: `${index + 1} Kundenservicegesellschaft_für_Versicherungsangelegenheiten`,
    })),
  });
  const options = await browser.options();
  await options.setViewportSize({ width, height: 800 });
  await options.getByText('40 Kundenservice').first().waitFor();
  await options
    .getByRole('button', { name: /Callback Customer/ })
    .first()
    .click();
  expect(await faultsIn(options)).toEqual([]);
  await options.close();
});

/** Nothing is cut, overlaps, scrolls sideways or is too small to be hit, and the focus is seen wherever it goes. */
async function expectWhole(view: Page, { wordsMayBreak = false } = {}): Promise<void> {
  expect(await faultsIn(view, wordsMayBreak)).toEqual([]);
  expect(await view.evaluate(launchOutOfSight)).toEqual([]);
  expect(await hiddenFocusIn(view)).toEqual([]);
}
