import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import {
  alice,
  bruno,
  holds,
  numberIn as number,
  openCallbackForm,
} from '../harness/callback-form.ts';
import {
  answer,
  leaveQuietly,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

// A launch is meant: for the customer in front, by what the form shows, once. Each of these was seen
// happen otherwise.

let stage: Stage;
let page: Page;
let tabId: number;
let popup: Page;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  // The same launch twice within a minute is asked about.
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.remove('lately'));
  ({ page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

/** Opens the popup beside the page, on the flow that wants a customer's number. */
async function openForm(): Promise<void> {
  popup = await openCallbackForm(stage, tabId);
}

async function goTo(path: string): Promise<void> {
  await page.goto(new URL(path, stage.sandbox.crmUrl).href);
}

function posts(): readonly { inputData: unknown }[] {
  return stage.sandbox.executions().map(({ inputData }) => ({ inputData }));
}

/** What a click in the menu on the page in front leaves for the popup. */
async function meant(intention: object): Promise<void> {
  const { id: flowId } = stage.sandbox.flow('requestCallback');
  const found = { id: crypto.randomUUID(), tabId, windowId: 1, said: {}, flowId, atOnce: false };
  const worker = await stage.browser.worker();
  await worker.evaluate(([key, value]) => chrome.storage.session.set({ [key]: value }), [
    `intention ${tabId}`,
    { ...found, at: Date.now(), ...intention },
  ] as const);
}

/** The page in front as a click on it is remembered. */
async function documentInFront(): Promise<object> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async (tabId) => {
    const [main] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => location.href,
    });
    return { tabId, documentId: main?.documentId, address: main?.result, readAt: Date.now() };
  }, tabId);
}

describe('on the next customer’s page', () => {
  test('nothing is left of what was clicked on the one before', async () => {
    const document = await documentInFront();
    await goTo('contacts/2');
    await meant({ document, said: { selection: alice } });
    await openForm();
    await holds(popup, bruno);
  });

  test('a number that was chosen on the one before is gone', async () => {
    await openForm();
    await holds(popup, alice);
    await popup
      .getByRole('button', { name: /Other values/ })
      .first()
      .click();
    await popup.getByRole('menuitemradio', { checked: false }).first().click();
    await expect.poll(() => number(popup).inputValue()).not.toBe(alice);
    await popup.close();
    await goTo('contacts/2');
    await openForm();
    await holds(popup, bruno);
  });

  test('a number that was typed on the one before says so, and is launched only when it is meant', async () => {
    await openForm();
    await holds(popup, alice);
    await number(popup).fill('+15550100001');
    await popup.close();
    await goTo('contacts/2');
    const before = posts().length;
    await openForm();
    await holds(popup, '+15550100001');
    await popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    await pressLaunch(popup);
    await popup.waitForTimeout(500);
    expect(posts()).toHaveLength(before);
    await number(popup).press('Alt+ArrowRight');
    await holds(popup, bruno);
  });

  test('the form comes first, and a line leads to the launch for the one before', async () => {
    await openForm();
    await holds(popup, alice);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    await popup.close();
    await goTo('contacts/2');
    await openForm();
    await holds(popup, bruno);
    await popup.getByRole('button', { name: /Request callback for .*1555/ }).click();
    await resultIn(popup, 'Completed');
  });

  test('what was meant to be launched at once for the one before is not launched', async () => {
    await configure({ launchAtOnce: true });
    const document = await documentInFront();
    await meant({ document, atOnce: true });
    await goTo('contacts/2');
    const before = posts().length;
    await openForm();
    await holds(popup, bruno);
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
    await configure({});
  });
});

describe('what was just said wins', () => {
  test.each([
    ['selected', { selection: '+1 415 555 2671' }],
    ['typed in the address bar', { number: '+14155552671' }],
  ])('over a number that was set before: a number that was %s', async (_, said) => {
    await openForm();
    await holds(popup, alice);
    await number(popup).fill('+15550100001');
    await popup.close();
    await meant({ document: await documentInFront(), said });
    await openForm();
    await holds(popup, '+14155552671');
  });
});

describe('while the list of flows is open', () => {
  test.each<[string, () => Promise<void>]>([
    ['Ctrl+Enter', () => picker(popup).press('Control+Enter')],
    ['a click on Launch', () => pressLaunch(popup)],
  ])('%s takes the highlighted flow, and launches nothing', async (_, press) => {
    await openForm();
    await holds(popup, alice);
    const before = posts().length;
    await picker(popup).fill('Look up customer');
    await popup
      .getByRole('option', { name: /Look up customer/ })
      .first()
      .waitFor();
    await press();
    await popup.getByRole('textbox', { name: 'Phone number' }).waitFor();
    expect(await picker(popup).inputValue()).toBe('Look up customer');
    expect(posts()).toHaveLength(before);
  });

  test('what is no flow at all launches nothing', async () => {
    await openForm();
    await holds(popup, alice);
    const before = posts().length;
    await picker(popup).fill('no flow is called this');
    await picker(popup).press('Control+Enter');
    await pressLaunch(popup);
    await popup.waitForTimeout(500);
    expect(posts()).toHaveLength(before);
  });
});

describe('a flow that is set to launch at once', () => {
  beforeEach(() => configure({ launchAtOnce: true }));
  afterEach(() => configure({}));

  test('shows what it launches, and Stop stops it', async () => {
    const before = posts().length;
    await meant({ document: await documentInFront(), atOnce: true });
    popup = await stage.browser.popup(tabId);
    await popup.getByRole('button', { name: 'Stop' }).click();
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
    await holds(popup, alice);
  });

  test('launches what it shows, once, whatever popups there are', async () => {
    const before = posts().length;
    await meant({ document: await documentInFront(), atOnce: true });
    popup = await stage.browser.popup(tabId);
    const other = await stage.browser.popup(tabId);
    await resultIn(popup, 'Completed');
    await other.waitForTimeout(500);
    expect(posts().slice(before)).toHaveLength(1);
    expect(posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': alice });
  });

  test('waits for Launch where the page has no number, whatever is typed', async () => {
    await goTo('pages/no-number');
    const before = posts().length;
    await meant({ document: await documentInFront(), atOnce: true });
    popup = await stage.browser.popup(tabId);
    await number(popup).pressSequentially('+15550100001', { delay: 200 });
    await popup.waitForTimeout(2_500);
    expect(posts()).toHaveLength(before);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550100001' });
  });
});

describe('a flow that is set to launch at once, on a page without the number that it requires', () => {
  beforeEach(() => configure({ launchAtOnce: true }));
  afterEach(() => configure({}));

  test('is not launched on the next customer’s page, where the popup is opened again', async () => {
    await goTo('pages/no-number');
    const before = posts().length;
    await meant({ document: await documentInFront(), atOnce: true });
    await openForm();
    await number(popup).waitFor();
    await popup.close();
    await goTo('contacts/2');
    await openForm();
    await holds(popup, bruno);
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
  });
});

test('a flow that is set to launch at once waits until its inputs were read', async () => {
  await configure({ launchAtOnce: true });
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const keys = await chrome.storage.session.getKeys();
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('flow-details')));
  });
  const { id } = stage.sandbox.flow('requestCallback');
  stage.sandbox.arm({ match: { path: new RegExp(`/flows/${id}`) }, delayMs: 4_000, times: 2 });
  const before = posts().length;
  await meant({ document: await documentInFront(), atOnce: true });
  popup = await stage.browser.popup(tabId);
  await popup.waitForTimeout(3_000);
  expect(posts()).toHaveLength(before);
  await resultIn(popup, 'Completed');
  expect(posts().slice(before)).toEqual([
    { inputData: expect.objectContaining({ 'Flow.customerNumber': alice }) },
  ]);
  stage.sandbox.disarm();
  await configure({});
});

describe('beside an application that changes its record without a page load', () => {
  beforeEach(async () => {
    await goTo('console/1');
    await openForm();
    await holds(popup, alice);
    await page.bringToFront();
    await popup.bringToFront();
  });

  const open = (how: object) =>
    page.evaluate((how) => {
      // A name of the page’s script, no property of its window.
      void new Function('how', 'void crm.open(2, how)')(how);
    }, how);

  test.each<[string, object]>([
    [
      'its address at once, the record later',
      { after: { name: 700, number: 700, mobile: 700, id: 700, email: 700 } },
    ],
    ['only what follows #', { address: 'hash' }],
    ['only its content', { address: 'none' }],
    ['the name first, the number a second later', { after: { number: 1_000 } }],
    ['takes the record away first', { clears: true, after: { number: 900, mobile: 900 } }],
  ])('the form follows: %s', async (_, how) => {
    await open(how);
    await holds(popup, bruno);
    const before = posts().length;
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(posts().slice(before)).toEqual([
      { inputData: expect.objectContaining({ 'Flow.customerNumber': bruno }) },
    ]);
  });

  test('Launch pressed while it changes never launches for the one before', async () => {
    const before = posts().length;
    await open({ after: { number: 700, mobile: 700, id: 700, name: 700, email: 700 } });
    await pressLaunch(popup);
    await popup.waitForTimeout(6_000);
    for (const { inputData } of posts().slice(before)) {
      expect(inputData).toMatchObject({ 'Flow.customerNumber': bruno });
    }
  });
});

describe('in production', () => {
  beforeEach(() => configure({}, true));
  afterEach(() => configure({}));

  test('Enter that is held on Launch does not answer the question', async () => {
    await openForm();
    await holds(popup, alice);
    const before = posts().length;
    await popup.getByRole('button', { name: 'Launch', exact: true }).focus();
    for (let times = 0; times < 10; times += 1) {
      await popup.keyboard.down('Enter');
      await popup.waitForTimeout(40);
    }
    await popup.keyboard.up('Enter');
    expect(posts()).toHaveLength(before);
    await answer(popup, 'Launch now');
    await resultIn(popup, 'Completed');
  });
});

async function configure(flow: object, confirmLaunch = false): Promise<void> {
  const { id, name } = stage.sandbox.flow('requestCallback');
  const flows = [{ id, name, ...flow }];
  await stage.browser.configure(settingsFor(stage.sandbox, { flows, confirmLaunch }));
}
