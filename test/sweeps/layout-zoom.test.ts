import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settle } from '../harness/arrange.ts';
import { whatIsCut } from '../harness/layout.ts';
import { openState } from '../harness/open-state.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { states } from '../harness/states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('zoomed to 200 %, nothing is cut and nothing scrolls sideways', () => {
  test('in the options, in a window of 1280 px', async () => {
    const options = await stage.browser.options();
    await options.setViewportSize({ width: 640, height: 400 });
    await options.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await options.evaluate(whatIsCut)).toEqual([]);
    await options.close();
  });

  test.each([
    ['150 %', 533, 400],
    ['250 %', 320, 240],
  ])('Launch is on screen at %s of the popup', async (_, width, height) => {
    const form = states.find(({ name }) => name === 'form-of-every-kind');
    if (form === undefined) throw new Error('There is no such state');
    const { view, close } = await openState(stage, form);
    await view.setViewportSize({ width, height });
    await settle(view, form);
    const box = await view.getByRole('button', { name: 'Launch', exact: true }).boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await close();
  });

  // Chrome makes a popup no larger than 800 × 600 px: half of that in pixels of its own.
  const shown = ['form', 'form-of-every-kind', 'completed-with-much', 'refused', 'not-set-up'];
  test.each(states.filter(({ name }) => shown.includes(name)))(
    'in the popup, of which all can be reached, and in a side panel of 640 px, in $name',
    async (state) => {
      const { view, page, close } = await openState(stage, state);
      await view.setViewportSize({ width: 400, height: 300 });
      await settle(view, state);
      expect(await view.evaluate(whatIsCut)).toEqual([]);
      const end = view.locator('.launcher').getByRole('button').last();
      // A form that is still being drawn gets another last button.
      const bottom = async () => {
        await end.focus();
        const box = await end.boundingBox();
        return (box?.y ?? 300) + (box?.height ?? 0);
      };
      await expect.poll(bottom).toBeLessThanOrEqual(300);

      const panel = await stage.browser.panel();
      await panel.setViewportSize({ width: 320, height: 400 });
      await page.bringToFront();
      await settle(panel, state);
      expect(await panel.evaluate(whatIsCut)).toEqual([]);
      await panel.close();
      await close();
    },
  );
});
