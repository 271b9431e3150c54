import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOnPaste } from '../../src/core/diagnosis/pasted-request.ts';
import { arrange, openLocked, settle } from '../harness/arrange.ts';
import { english, pastedForms } from '../harness/pasted-forms.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { states } from '../harness/states.ts';

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

describe('the options page has no violation', () => {
  test('as it is, and where something is searched for', async () => {
    const options = await stage.browser.options();
    await options.getByRole('heading', { level: 2 }).first().waitFor();
    await expectNoViolation(options);
    await options.getByRole('searchbox').first().fill('country');
    await expectNoViolation(options);
    await options.close();
  });

  test('as narrow as a telephone', async () => {
    const options = await stage.browser.options();
    await options.setViewportSize({ width: 320, height: 640 });
    await options.getByRole('heading', { level: 2 }).first().waitFor();
    await expectNoViolation(options);
    await options.close();
  });

  test('with a request of each form pasted into the checker', async () => {
    const options = await stage.browser.options();
    const checker = options.getByRole('region', { name: 'Check a request' });
    for (const group of new Set(pastedForms.map(({ group }) => group))) {
      const pasted = pastedForms.find((it) => it.group === group)?.pasted ?? '';
      const reports = await reportOnPaste(pasted, english);
      await options.getByRole('textbox', { name: 'Request', exact: true }).fill(pasted);
      const words = reports.ok ? (reports.value[0]?.summary ?? '') : 'No request was found';
      await checker.getByText(words).first().waitFor();
      await expectNoViolation(options, group);
    }
    await options.close();
  });

  test('where the organization has set and locked everything', async () => {
    const options = await openLocked(stage);
    await expectNoViolation(options);
    await options.close();
  });
});

describe('the side panel has no violation', () => {
  const shown = [
    'not-set-up',
    'signed-out',
    'form-of-every-kind',
    'page-unreadable',
    'completed-with-much',
    'refused',
    'unknown',
    'history',
    'history-empty',
  ];
  test.each(states.filter(({ name }) => shown.includes(name)))('in $name', async (state) => {
    const { page, tabId } = await stage.browser.visit(
      new URL(state.path ?? 'contacts/1', stage.sandbox.crmUrl).href,
    );
    await arrange(stage, state, tabId);
    const panel = await stage.browser.panel();
    await panel.setViewportSize({ width: 320, height: 700 });
    await page.bringToFront();
    await settle(panel, state);
    await expectNoViolation(panel);
    await panel.close();
    await page.close();
  });
});

/** What depends on the colours, which are all that another scheme changes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Our pages allow no foreign script, but what the test tool evaluates is none. */
async function expectNoViolation(page: Page, where = ''): Promise<void> {
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  expect(await page.evaluate(violations, tags), `light ${where}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await page.evaluate(violations, ofColours), `dark ${where}`).toEqual([]);
}

/** Runs in the page: what axe finds by rules that are named, or have a tag. */
async function violations(runOnly: string[]): Promise<{ id: string; at: string[] }[]> {
  const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  // What the bar at the bottom covers counts as too small; layout-languages.test.ts measures all targets.
  const rules = { 'target-size': { enabled: false } };
  const { violations } = await axe.run({ runOnly, rules });
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}
