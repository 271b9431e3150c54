import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrange, settle } from '../harness/arrange.ts';
import { focusOrderOf, keepAlerts, saidIn, steady } from '../harness/heard.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { type State, states } from '../harness/states.ts';

// For each state of the popup one file under test/heard, for people to read in a review: what a screen
// reader is told without being asked, and what Tab leads to, in that order. `-u` writes them anew.

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

// In these two, what Tab leads to depends on what has come from storage by then, so nothing is recorded.
const unsteady = ['another-person', 'unfinished'];
const heard = states.filter(({ name }) => !unsteady.includes(name));

test.each(heard)('what is heard in $name', async (state) => {
  const { said, order } = await heardIn(state);
  const part = (title: string, lines: readonly string[]) => [
    `${title}:`,
    ...(lines.length === 0 ? ['nothing'] : lines).map((line) => `  ${steady(line)}`),
  ];
  const record = [...part('Said', said), '', ...part('Tab leads to', order), ''].join('\n');
  await expect(record).toMatchFileSnapshot(`../heard/${state.name}.txt`);
});

test('every stop of the focus has a name, in every state', async () => {
  const { readdir, readFile } = await import('node:fs/promises');
  const folder = new URL('../heard/', import.meta.url);
  const names = await readdir(folder);
  expect(names.toSorted()).toEqual(heard.map(({ name }) => `${name}.txt`).toSorted());
  for (const name of names) {
    const text = await readFile(new URL(name, folder), 'utf8');
    expect(text.split('Tab leads to')[1], name).not.toMatch(/^ {2}(nothing$|\w+ “”)/m);
  }
});

async function heardIn(state: State): Promise<{ said: string[]; order: string[] }> {
  const address = new URL(state.path ?? 'contacts/1', stage.sandbox.crmUrl).href;
  const { page, tabId } = await stage.browser.visit(address);
  await arrange(stage, state, tabId);
  const view = await stage.browser.context.newPage();
  await view.setViewportSize({ width: 400, height: 600 });
  await view.addInitScript(keepAlerts);
  const { extensionId } = stage.browser;
  await view.goto(`chrome-extension://${extensionId}/src/popup/index.html?tab=${tabId}`);
  await settle(view, state);
  // The last that comes, under the list of flows once that was read to its end.
  if (state.name === 'flows') {
    await view.getByRole('button', { name: 'Make a rule for this site' }).waitFor();
  }
  const said = await saidIn(view);
  const order = await focusOrderOf(view);
  await view.close();
  await page.close();
  return { said, order };
}
