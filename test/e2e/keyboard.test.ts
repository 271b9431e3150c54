import type { Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrange, settle } from '../harness/arrange.ts';
import { signInWindow } from '../harness/browser.ts';
import { expectQuiet, openLauncher, openStage, type Stage } from '../harness/stage.ts';
import { states } from '../harness/states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('the main job, from signing in to the output and back to the form, by keyboard alone', async () => {
  const { popup } = await openLauncher(stage);
  const keys = popup.keyboard;

  await expectFocus(popup, 'button', 'Sign in');
  await keys.press('Enter');
  const { email, password } = stage.sandbox.users.author;
  const form = await signInWindow(stage.browser.context);
  await form.getByLabel('Email').focus();
  // A person is filled in already; Tab selects what a field holds, as a focus by script does not.
  await form.keyboard.press('Control+a');
  await form.keyboard.type(email);
  await form.keyboard.press('Tab');
  await form.keyboard.type(password);
  await form.keyboard.press('Enter');

  await expectFocus(popup, 'combobox', 'Flow');
  await keys.type('request callb');
  await popup
    .getByRole('option', { name: /Request callback/ })
    .first()
    .waitFor();
  await expectSaid(popup, /^polite: Flows found: \d/);
  await keys.press('Enter');
  await expect.poll(() => popup.getByLabel(/customer ?number/i).inputValue()).toBe('+15550199888');

  // A browser that has just started may be late with them; `Launch` waits.
  const settings = popup.getByText(/Waiting for the browser/);
  await settings.waitFor({ state: 'hidden', timeout: 30_000 });
  for (let tries = 0; tries < 30 && !(await hasFocus(popup, 'Launch')); tries += 1) {
    await keys.press('Tab');
  }
  await keys.press('Enter');
  await popup.getByRole('status').filter({ hasText: 'Completed' }).waitFor();
  await expectFocus(popup, 'button', 'New launch');
  await expectSaid(popup, /^polite: Completed/);
  expect(stage.sandbox.executions()).toHaveLength(1);

  await keys.press('Enter');
  await expectFocus(popup, 'button', 'Launch');
  expectQuiet(stage.browser);
  await popup.close();
});

test('the focus goes on to a result whose program comes late', async () => {
  const { context } = stage.browser;
  const program = /\/result-.*\.js$/;
  const asked = new Promise<Route>((resolve) => void context.route(program, resolve));
  const popup = await openIn('form-without-inputs');
  const held = await asked;
  const before = stage.sandbox.executions().length;
  await popup.getByRole('button', { name: 'Launch', exact: true }).press('Enter');
  await expect.poll(() => stage.sandbox.executions().length).toBe(before + 1);
  await held.continue();
  await popup.getByRole('status').filter({ hasText: 'Completed' }).waitFor();
  await expectFocus(popup, 'button', 'New launch');
  await context.unroute(program);
});

describe('what has opened closes on Escape, and gives the focus back', () => {
  test('the list of keys, which a key opens that types nothing', async () => {
    const popup = await openIn('form-without-inputs');
    await popup.getByRole('button', { name: 'Options' }).focus();
    await popup.keyboard.press('?');
    await popup.keyboard.press('Control+/');
    const dialog = popup.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Alt+Shift+G').waitFor();
    await popup.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expectFocus(popup, 'button', 'Options');
  });

  test('the list of keys, asked for before its program is there', async () => {
    const { context } = stage.browser;
    // The file of the group `dialogs` in vite.config.ts.
    const program = /\/dialogs-.*\.js$/;
    const asked = new Promise<Route>((resolve) => void context.route(program, resolve));
    const popup = await openIn('form-without-inputs');
    await popup.getByRole('button', { name: 'Options' }).focus();
    const held = await asked;
    await popup.keyboard.press('Control+/');
    const dialog = popup.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(await dialog.isVisible()).toBe(false);
    await held.continue();
    await dialog.getByText('Alt+Shift+G').waitFor();
    await context.unroute(program);
  });

  test('the list of flows, in which ? is a letter', async () => {
    const popup = await openIn('form');
    const picker = popup.getByRole('combobox', { name: 'Flow' });
    await picker.fill('?');
    await popup.getByText('No flow matches.').waitFor();
    await popup.keyboard.press('Escape');
    await popup.getByText('No flow matches.').waitFor({ state: 'hidden' });
    await expectFocus(popup, 'combobox', 'Flow');
  });

  test('the other values of a field', async () => {
    const popup = await openIn('other-values');
    await popup.keyboard.press('Escape');
    await popup.getByRole('menu').waitFor({ state: 'hidden' });
    await expectFocus(popup, 'textbox', 'Customer number');
  });
});

test('a value that was typed elsewhere is answered with a button, and the focus goes on to its field', async () => {
  for (const answer of ['Keep', /^Take/]) {
    const popup = await openIn('typed-elsewhere');
    await popup.getByRole('button', { name: answer }).press('Enter');
    await popup.getByText(/^Typed on another page/).waitFor({ state: 'hidden' });
    await expectFocus(popup, 'textbox', 'Customer number');
    await popup.close();
  }
});

test('a launch tried in vain puts the focus on the first field that is wrong, tied to its error', async () => {
  const popup = await openIn('invalid');
  const focused = () =>
    popup.evaluate(() => {
      const { activeElement } = document;
      const ids = activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
      return {
        invalid: activeElement?.getAttribute('aria-invalid'),
        words: ids.map((id) => document.getElementById(id)?.textContent).join(' '),
      };
    });
  await expect
    .poll(focused)
    .toEqual({ invalid: 'true', words: expect.stringContaining('This input is required.') });
});

test('a failure is read out at once, with its cause and its remedy', async () => {
  const popup = await openIn('offline');
  await expectSaid(popup, /^assertive: .*offline.*\..+/i);
});

test('Enter takes what was typed, however fast, and never a hit of the text before', async () => {
  const popup = await openIn('flows');
  await popup.getByRole('combobox', { name: 'Flow' }).fill('');
  await popup.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('[role="combobox"]');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(input, 'Rebuild wallboard');
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect
    .poll(() => popup.getByRole('combobox', { name: 'Flow' }).inputValue())
    .toBe('Rebuild wallboard');
});

test('a click takes the flow that it is on, also while others are looked for', async () => {
  const popup = await openIn('flows');
  await popup.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('[role="combobox"]');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(input, 'Rebuild wallboard');
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // What was typed is drawn by now, and not yet what it finds.
    await Promise.resolve();
    document.querySelector<HTMLElement>('[role="option"]')?.click();
  });
  await expect
    .poll(() => popup.getByRole('combobox', { name: 'Flow' }).inputValue())
    .toBe('Request callback');
});

async function openIn(name: string): Promise<Page> {
  const state = states.find((each) => each.name === name);
  if (state === undefined) throw new Error(`There is no state ${name}`);
  const address = new URL(state.path ?? 'contacts/1', stage.sandbox.crmUrl).href;
  const { tabId } = await stage.browser.visit(address);
  await arrange(stage, state, tabId);
  const popup = await stage.browser.popup(tabId);
  await settle(popup, state);
  return popup;
}

function hasFocus(popup: Page, name: string): Promise<boolean> {
  return popup
    .getByRole('button', { name, exact: true })
    .evaluate((button) => button === document.activeElement);
}

/** What is read out without being asked for, with how pressing it is, by the accessibility tree. */
async function expectSaid(popup: Page, words: RegExp): Promise<void> {
  const client = await popup.context().newCDPSession(popup);
  const said = async () => {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const wordsIn = (node: (typeof nodes)[number]): string =>
      node.role?.value === 'StaticText'
        ? String(node.name?.value)
        : (node.childIds ?? []).map((id) => wordsIn(byId.get(id) ?? node)).join('');
    return nodes.flatMap((node) => {
      const live = node.properties?.find(({ name }) => name === 'live')?.value.value;
      return live === undefined ? [] : `${live}: ${wordsIn(node)}`;
    });
  };
  await expect.poll(said).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
  await client.detach();
}

/** By what a screen reader is told: the accessibility tree. */
async function expectFocus(popup: Page, role: string, name: string): Promise<void> {
  const client = await popup.context().newCDPSession(popup);
  await expect
    .poll(async () => {
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const focused = nodes.findLast(({ properties }) =>
        properties?.some(({ name, value }) => name === 'focused' && value.value === true),
      );
      return `${focused?.role?.value} ${focused?.name?.value}`;
    })
    .toBe(`${role} ${name}`);
  await client.detach();
}
