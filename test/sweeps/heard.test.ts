import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrange, settle } from '../harness/arrange.ts';
import { focusOrderOf, keepAlerts, saidIn, steady } from '../harness/heard.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { type State, states } from '../harness/states.ts';

// For each state of the popup, and for the options and the side panel, one file under test/heard, for people to read in a review: what a screen
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
  await record(state.name, await heardIn(state));
});

/** Another of our pages, with how it comes into the state that is recorded. */
interface OtherView {
  name: string;
  open: () => Promise<Page>;
}

const others: readonly OtherView[] = [
  { name: 'options', open: openOptions },
  {
    name: 'options-checked',
    open: async () => {
      const options = await openOptions();
      await options.getByRole('button', { name: 'Check connection' }).click();
      await options.getByText(/^(?:All \d+ checks passed|Not passed)/).waitFor();
      return options;
    },
  },
  {
    name: 'options-import',
    open: async () => {
      const options = await openOptions();
      await options.locator('input[type=file]').setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(imported)),
      });
      await options.getByRole('region', { name: 'What the file would change' }).waitFor();
      return options;
    },
  },
  {
    name: 'options-search',
    open: async () => {
      const options = await openOptions();
      await options.getByRole('searchbox').fill('history');
      await options.getByText(/matching section/).waitFor();
      return options;
    },
  },
  { name: 'side-panel', open: openSidePanel },
];

/** Settings that go somewhere else, and launch by themselves. */
const imported = {
  version: 1,
  defaultCountry: 'DE',
  connections: [
    {
      name: 'Elsewhere',
      environment: {
        region: 'custom',
        loginUrl: 'https://login.example.com',
        apiUrl: 'https://api.example.com',
      },
      clientId: '8d9e6f1a-1111-4222-8333-444455556666',
      flows: [{ id: '8d9e6f1a-2222-4222-8333-444455556666', name: 'At once', launchAtOnce: true }],
    },
  ],
};

test.each(others)('what is heard in $name', async ({ name, open }) => {
  const view = await open();
  await record(name, { said: await saidIn(view), order: await focusOrderOf(view) });
  await view.close();
});

async function openOptions(): Promise<Page> {
  const form = states.find(({ name }) => name === 'form');
  if (form === undefined) throw new Error('There is no state form');
  await arrange(stage, form, 0);
  const options = await stage.browser.context.newPage();
  await options.addInitScript(keepAlerts);
  const { extensionId } = stage.browser;
  await options.goto(`chrome-extension://${extensionId}/src/options/index.html`);
  await options.getByRole('button', { name: 'Check connection' }).waitFor();
  await browserKnowsPolicies(options);
  return options;
}

/** A browser that has just started says late that there is no policy, and views say meanwhile that they wait for it. */
async function browserKnowsPolicies(view: Page): Promise<void> {
  await view.getByText(/Waiting for the browser/).waitFor({ state: 'hidden', timeout: 30_000 });
}

async function openSidePanel(): Promise<Page> {
  const form = states.find(({ name }) => name === 'form');
  if (form === undefined) throw new Error('There is no state form');
  const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
  await arrange(stage, form, tabId);
  const panel = await stage.browser.panel();
  await page.bringToFront();
  await panel.evaluate(keepAlerts);
  await settle(panel, form);
  await browserKnowsPolicies(panel);
  await panel.getByText('from a link').first().waitFor();
  return panel;
}

async function record(name: string, { said, order }: { said: string[]; order: string[] }) {
  const part = (title: string, lines: readonly string[]) => [
    `${title}:`,
    ...(lines.length === 0 ? ['nothing'] : lines).map((line) => `  ${steady(line)}`),
  ];
  const text = [...part('Said', said), '', ...part('Tab leads to', order), ''].join('\n');
  await expect(text).toMatchFileSnapshot(`../heard/${name}.txt`);
}

test('every stop of the focus has a name, in every state', async () => {
  const { readdir, readFile } = await import('node:fs/promises');
  const folder = new URL('../heard/', import.meta.url);
  const names = await readdir(folder);
  const all = [...heard, ...others].map(({ name }) => `${name}.txt`);
  expect(names.toSorted()).toEqual(all.toSorted());
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
  await browserKnowsPolicies(view);
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
