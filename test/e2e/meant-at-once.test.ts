import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  configureCallback,
  holds,
  numberIn as number,
} from '../harness/callback-form.ts';
import { customerTab } from '../harness/customer-tab.ts';
import { countdownIsOver, documentOf, leaveIntention } from '../harness/intention.ts';
import { leaveQuietly, pressLaunch, resultIn } from '../harness/stage.ts';

const tab = customerTab();

beforeAll(async () => {
  // The flow and its inputs have been read before, as on any day but the first.
  await tab.visit();
  await tab.openForm();
  await number(tab.popup).waitFor();
  await leaveQuietly(tab.stage);
});

describe('a flow that is set to launch at once', () => {
  beforeEach(() => configureCallback(tab.stage, { launchAtOnce: true }));
  afterEach(() => configureCallback(tab.stage, {}));

  test('shows what it launches, and Stop stops it', async () => {
    const before = tab.posts().length;
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      atOnce: true,
    });
    tab.popup = await tab.stage.browser.popup(tab.tabId);
    await tab.popup.getByRole('button', { name: 'Stop' }).click();
    await countdownIsOver(tab.popup);
    expect(tab.posts()).toHaveLength(before);
    await holds(tab.popup, alice);
  });

  test('launches what it shows, once, whatever popups there are', async () => {
    const before = tab.posts().length;
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      atOnce: true,
    });
    tab.popup = await tab.stage.browser.popup(tab.tabId);
    const other = await tab.stage.browser.popup(tab.tabId);
    await resultIn(tab.popup, 'Completed');
    await other.waitForTimeout(500);
    expect(tab.posts().slice(before)).toHaveLength(1);
    expect(tab.posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': alice });
  });

  test('is asked about in production', async () => {
    await configureCallback(tab.stage, { launchAtOnce: true }, true);
    const before = tab.posts().length;
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      atOnce: true,
    });
    tab.popup = await tab.stage.browser.popup(tab.tabId);
    await holds(tab.popup, alice);
    await pressLaunch(tab.popup);
    await tab.popup
      .getByText(/^Launch .*\?$/)
      .first()
      .waitFor();
    expect(tab.posts()).toHaveLength(before);
  });

  test('waits for Launch where the page has no number, whatever is typed', async () => {
    await tab.goTo('pages/no-number');
    const before = tab.posts().length;
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      atOnce: true,
    });
    tab.popup = await tab.stage.browser.popup(tab.tabId);
    await number(tab.popup).pressSequentially('+15550100001', { delay: 50 });
    await countdownIsOver(tab.popup);
    expect(tab.posts()).toHaveLength(before);
    await pressLaunch(tab.popup);
    await resultIn(tab.popup, 'Completed');
    expect(tab.posts().at(-1)?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550100001' });
  });
});

describe('a flow that is set to launch at once, on a page without the number that it requires', () => {
  beforeEach(() => configureCallback(tab.stage, { launchAtOnce: true }));
  afterEach(() => configureCallback(tab.stage, {}));

  test('is not launched on the next customer’s page, where the popup is opened again', async () => {
    await tab.goTo('pages/no-number');
    const before = tab.posts().length;
    await leaveIntention(tab.stage, tab.tabId, {
      document: await documentOf(tab.stage, tab.tabId),
      atOnce: true,
    });
    await tab.openForm();
    await number(tab.popup).waitFor();
    await tab.popup.close();
    await tab.goTo('contacts/2');
    await tab.openForm();
    await holds(tab.popup, bruno);
    await countdownIsOver(tab.popup);
    expect(tab.posts()).toHaveLength(before);
  });
});

test('a flow that is set to launch at once waits until its inputs were read', async () => {
  await configureCallback(tab.stage, { launchAtOnce: true });
  const worker = await tab.stage.browser.worker();
  await worker.evaluate(async () => {
    const keys = await chrome.storage.session.getKeys();
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('flow-details')));
  });
  const { id } = tab.stage.sandbox.flow('requestCallback');
  tab.stage.sandbox.arm({ match: { path: new RegExp(`/flows/${id}`) }, delayMs: 3_500, times: 2 });
  const before = tab.posts().length;
  await leaveIntention(tab.stage, tab.tabId, {
    document: await documentOf(tab.stage, tab.tabId),
    atOnce: true,
  });
  tab.popup = await tab.stage.browser.popup(tab.tabId);
  await countdownIsOver(tab.popup);
  expect(tab.posts()).toHaveLength(before);
  await resultIn(tab.popup, 'Completed');
  expect(tab.posts().slice(before)).toEqual([
    { inputData: expect.objectContaining({ 'Flow.customerNumber': alice }) },
  ]);
  tab.stage.sandbox.disarm();
  await configureCallback(tab.stage, {});
});
