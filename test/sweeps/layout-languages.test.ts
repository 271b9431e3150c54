import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '../harness/arrange.ts';
import { speak, wideCatalogues } from '../harness/languages.ts';
import { brokenWords, clickable, smallTargets, untilStill, whatIsCut } from '../harness/layout.ts';
import { openState } from '../harness/open-state.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { states } from '../harness/states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test.each(states.filter(({ act }) => act === undefined))(
  'in $name, every target has room, and nothing is cut or sticks out at any width, whatever the language',
  async (state) => {
    const { view, close } = await openState(stage, state, speak, wideCatalogues);
    await settle(view, state);
    const small = await view.evaluate(smallTargets, clickable);
    const broken = await view.evaluate(brokenWords);
    await view.setViewportSize({ width: 320, height: 600 });
    broken.push(...(await view.evaluate(brokenWords)));
    await view.setViewportSize({ width: 400, height: 600 });
    const found: string[] = [];
    for (const locale of Object.keys(wideCatalogues)) {
      await view.evaluate((locale) => {
        window.name = locale;
      }, locale);
      await view.reload();
      await view.locator('main').waitFor();
      await view.evaluate(untilStill);
      for (const width of [400, 320]) {
        await view.setViewportSize({ width, height: 600 });
        await view.evaluate((width) => {
          document.body.style.width = `${width}px`;
        }, width);
        const cut = await view.evaluate(whatIsCut);
        found.push(...cut.map((each) => `${locale}, ${width} px: ${each}`));
      }
    }
    await close();
    expect(small).toEqual([]);
    expect(broken).toEqual([]);
    expect(found).toEqual([]);
  },
);

test('in a language from right to left, the page and what stands in it are mirrored', async () => {
  const state = states.find(({ name }) => name === 'form');
  if (state === undefined) throw new Error('There is no state form');
  const { view, close } = await openState(stage, state, speak, wideCatalogues);
  await view.evaluate(() => {
    window.name = 'mirrored';
  });
  await view.reload();
  await settle(view, state).catch(() => {});
  await view.evaluate(untilStill);
  expect(await view.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const places = await view.evaluate(() => {
    const left = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN;
    return { title: left('h1'), tools: left('header .icon-button:last-of-type') };
  });
  expect(places.title).toBeGreaterThan(places.tools);
  // A number is written from left to right in every language: its + stays before it.
  const number = view.getByLabel('Customer number').first();
  const direction = await number.evaluate((input) => getComputedStyle(input).unicodeBidi);
  expect(direction).toBe('plaintext');
  await close();
});
