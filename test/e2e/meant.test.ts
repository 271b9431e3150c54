import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  configureCallback,
  holds,
  numberIn as number,
  openCallbackForm,
} from '../harness/callback-form.ts';
import { documentOf, leaveIntention } from '../harness/intention.ts';
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

describe('on the next customer’s page', () => {
  test('nothing is left of what was clicked on the one before', async () => {
    const document = await documentOf(stage, tabId);
    await goTo('contacts/2');
    await leaveIntention(stage, tabId, { document, said: { selection: alice } });
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
    await configureCallback(stage, { launchAtOnce: true });
    const document = await documentOf(stage, tabId);
    await leaveIntention(stage, tabId, { document, atOnce: true });
    await goTo('contacts/2');
    const before = posts().length;
    await openForm();
    await holds(popup, bruno);
    await popup.waitForTimeout(3_000);
    expect(posts()).toHaveLength(before);
    await configureCallback(stage, {});
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
    await leaveIntention(stage, tabId, { document: await documentOf(stage, tabId), said });
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

describe('in production', () => {
  beforeEach(() => configureCallback(stage, {}, true));
  afterEach(() => configureCallback(stage, {}));

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
