import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  configureCallback,
  holds,
  numberIn as number,
} from '../harness/callback-form.ts';
import { customerTab } from '../harness/customer-tab.ts';
import { countdownIsOver, documentOf, leaveIntention } from '../harness/intention.ts';
import { popupShows } from '../harness/real-popup.ts';
import { answer, picker, pressLaunch, resultIn } from '../harness/stage.ts';

// A launch is meant: for the customer in front, by what the form shows, once. Each of these was seen
// happen otherwise.

const tab = customerTab();

/** Launches for the first customer, and goes on to the next one's page. */
async function launchAndGoOn(): Promise<void> {
  await tab.openForm();
  await holds(tab.popup, alice);
  await pressLaunch(tab.popup);
  await resultIn(tab.popup, 'Completed');
  await tab.popup.close();
  await tab.goTo('contacts/2');
}

describe('on the next customer’s page', () => {
  test('nothing is left of what was clicked on the one before', async () => {
    const document = await documentOf(tab.stage, tab.tabId);
    await tab.goTo('contacts/2');
    await leaveIntention(tab.stage, tab.tabId, { document, said: { selection: alice } });
    await tab.openForm();
    await holds(tab.popup, bruno);
  });

  test('a number that was chosen on the one before is gone', async () => {
    await tab.openForm();
    await holds(tab.popup, alice);
    await tab.popup
      .getByRole('button', { name: /Other values/ })
      .first()
      .click();
    await tab.popup.getByRole('menuitemradio', { checked: false }).first().click();
    await expect.poll(() => number(tab.popup).inputValue()).not.toBe(alice);
    await tab.popup.close();
    await tab.goTo('contacts/2');
    await tab.openForm();
    await holds(tab.popup, bruno);
  });

  test('a number that was typed on the one before says so, and is launched only when it is meant', async () => {
    await tab.openForm();
    await holds(tab.popup, alice);
    await number(tab.popup).fill('+15550100001');
    await tab.popup.close();
    await tab.goTo('contacts/2');
    const before = tab.posts().length;
    await tab.openForm();
    await holds(tab.popup, '+15550100001');
    await tab.popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    await pressLaunch(tab.popup);
    await tab.popup.waitForTimeout(500);
    expect(tab.posts()).toHaveLength(before);
    await number(tab.popup).press('Alt+ArrowRight');
    await holds(tab.popup, bruno);
  });

  test('the form comes first, and a line leads to the launch for the one before', async () => {
    await launchAndGoOn();
    await tab.openForm();
    await holds(tab.popup, bruno);
    await tab.popup.getByRole('button', { name: /Request callback for .*1555/ }).click();
    await resultIn(tab.popup, 'Completed');
  });

  test('a click on the notification of a launch shows that launch, in the tab that it came from', async () => {
    await launchAndGoOn();
    const other = await tab.stage.browser.visit(tab.stage.sandbox.crmUrl);
    await other.page.bringToFront();
    const worker = await tab.stage.browser.worker();
    await worker.evaluate(async (key) => {
      const { [key]: id } = await chrome.storage.session.get(key);
      const clicked = chrome.notifications.onClicked as unknown as { dispatch(id: string): void };
      clicked.dispatch(`launch ${id}`);
    }, `shown-launch ${tab.tabId}`);
    await popupShows(tab.stage.browser, `document.body.innerText.includes('Completed')`);
    const inFront = () => worker.evaluate(() => chrome.tabs.query({ active: true }));
    expect((await inFront()).map(({ id }) => id)).toContain(tab.tabId);
  });

  test('what was meant to be launched at once for the one before is not launched', async () => {
    await configureCallback(tab.stage, { launchAtOnce: true });
    const document = await documentOf(tab.stage, tab.tabId);
    await leaveIntention(tab.stage, tab.tabId, { document, atOnce: true });
    await tab.goTo('contacts/2');
    const before = tab.posts().length;
    await tab.openForm();
    await holds(tab.popup, bruno);
    await countdownIsOver(tab.popup);
    expect(tab.posts()).toHaveLength(before);
    await configureCallback(tab.stage, {});
  });
});

describe('what was just said wins', () => {
  test.each([
    ['selected', { selection: '+1 415 555 2671' }],
    ['typed in the address bar', { number: '+14155552671' }],
  ])('over a number that was set before: a number that was %s', async (_, said) => {
    await tab.openForm();
    await holds(tab.popup, alice);
    await number(tab.popup).fill('+15550100001');
    await tab.popup.close();
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      said,
    });
    await tab.openForm();
    await holds(tab.popup, '+14155552671');
  });
});

describe('while the list of flows is open', () => {
  test.each<[string, () => Promise<void>]>([
    ['Ctrl+Enter', () => picker(tab.popup).press('Control+Enter')],
    ['a click on Launch', () => pressLaunch(tab.popup)],
  ])('%s takes the highlighted flow, and launches nothing', async (_, press) => {
    await tab.openForm();
    await holds(tab.popup, alice);
    const before = tab.posts().length;
    await picker(tab.popup).fill('Look up customer');
    await tab.popup
      .getByRole('option', { name: /Look up customer/ })
      .first()
      .waitFor();
    await press();
    await tab.popup.getByRole('textbox', { name: 'Phone number' }).waitFor();
    expect(await picker(tab.popup).inputValue()).toBe('Look up customer');
    expect(tab.posts()).toHaveLength(before);
  });

  test('a text that finds no flow launches nothing', async () => {
    await tab.openForm();
    await holds(tab.popup, alice);
    const before = tab.posts().length;
    await picker(tab.popup).fill('no flow is called this');
    await picker(tab.popup).press('Control+Enter');
    await pressLaunch(tab.popup);
    await tab.popup.waitForTimeout(500);
    expect(tab.posts()).toHaveLength(before);
  });
});

test('Enter that is held on the button for a new launch does not launch what comes into the form', async () => {
  await tab.openForm();
  await number(tab.popup).fill('+15550100002');
  await pressLaunch(tab.popup);
  await resultIn(tab.popup, 'Completed');
  const before = tab.posts().length;
  await tab.popup.getByRole('button', { name: 'New launch' }).focus();
  await holdEnter();
  await holds(tab.popup, alice);
  expect(tab.posts()).toHaveLength(before);
});

/** As a keyboard does that repeats a key. */
async function holdEnter(): Promise<void> {
  for (let times = 0; times < 10; times += 1) {
    await tab.popup.keyboard.down('Enter');
    await tab.popup.waitForTimeout(40);
  }
  await tab.popup.keyboard.up('Enter');
}

describe('in production', () => {
  beforeEach(() => configureCallback(tab.stage, {}, true));
  afterEach(() => configureCallback(tab.stage, {}));

  test('Enter that is held on Launch does not answer the question', async () => {
    await tab.openForm();
    await holds(tab.popup, alice);
    const before = tab.posts().length;
    await tab.popup.getByRole('button', { name: 'Launch', exact: true }).focus();
    await holdEnter();
    expect(tab.posts()).toHaveLength(before);
    await answer(tab.popup, 'Launch now');
    await resultIn(tab.popup, 'Completed');
  });
});
