import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { arrange, settle, states } from './states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const popupSize = { width: 400, height: 600 };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe.each(states)('$name', (state) => {
  test('has no violation of WCAG 2.2 AA that axe can find, light and dark', async () => {
    const { page, tabId } = await stage.browser.visit(
      new URL(state.path ?? 'contacts/1', stage.sandbox.crmUrl).href,
    );
    await arrange(stage, state, tabId);
    const popup = await stage.browser.popup(tabId);
    await popup.setViewportSize(popupSize);
    await settle(popup, state);
    await expectNoViolation(popup);
    await popup.close();
    await page.close();
  });
});

test('the options page has no violation', async () => {
  const options = await stage.browser.options();
  await options.getByRole('heading', { level: 2 }).first().waitFor();
  await expectNoViolation(options);
  await options.close();
});

test('the side panel has no violation, on a page that it may not read', async () => {
  const panel = await stage.browser.context.newPage();
  await panel.setViewportSize({ width: 320, height: 700 });
  await panel.goto(`chrome-extension://${stage.browser.extensionId}/src/sidepanel/index.html`);
  await panel.getByRole('heading', { level: 1 }).waitFor();
  await expectNoViolation(panel);
  await panel.close();
});

/** Our pages allow no foreign script, but what the test tool evaluates is none. */
async function expectNoViolation(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      // What the bar at the bottom covers counts as too small; layout.test.ts measures all targets.
      const rules = { 'target-size': { enabled: false } };
      const { violations } = await axe.run({ runOnly: tags, rules });
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    });
    expect(found, colorScheme).toEqual([]);
  }
}
