import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  holds as formHolds,
  numberIn,
  openCallbackForm,
} from '../harness/callback-form.ts';
import { leaveIntention } from '../harness/intention.ts';
import {
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

// Pages that do not do as a form would like them to. Whatever they do, nothing is launched that was not
// meant, the form says what is the case, and what was typed stays.

let stage: Stage;
let page: Page;
let tabId: number;
let popup: Page;
let before: number;

const selected = '+14155552671';

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const number = () => numberIn(popup);
const holds = (value: string) => formHolds(popup, value);
const address = (path: string) => new URL(path, stage.sandbox.crmUrl).href;

async function visit(path: string): Promise<void> {
  ({ page, tabId } = await stage.browser.visit(address(path)));
  before = stage.sandbox.executions().length;
}

async function openForm(): Promise<void> {
  await inWorker(() => chrome.storage.session.remove('lately'));
  popup = await openCallbackForm(stage, tabId);
}

async function inWorker<Given, Answer>(
  work: (given: Given) => Answer,
  given?: Given,
): Promise<Awaited<Answer>> {
  const worker = await stage.browser.worker();
  return (await worker.evaluate(work as never, given)) as Awaited<Answer>;
}

/** The numbers that were launched since the page was visited. */
function launched(): unknown[] {
  const made = stage.sandbox.executions().slice(before);
  return made.map(({ inputData }) => inputData?.['Flow.customerNumber']);
}

/** A selection was clicked in the menu on the page in front. */
function select(): Promise<void> {
  return leaveIntention(stage, tabId, { said: { selection: selected } });
}

/** What is kept of a tab's form, as text. */
function draftsOf(id: number): () => Promise<string> {
  const key = `draft ${id}`;
  return async () => {
    const kept = await inWorker((key) => chrome.storage.session.get(key), key);
    return key in kept ? JSON.stringify(kept) : '';
  };
}

/** The page does not respond for so many milliseconds. */
function hang(milliseconds: number): void {
  // A test may close the page before.
  void page.evaluate(`crm.block(${milliseconds})`).catch(() => {});
}

async function launches(value: string): Promise<void> {
  await pressLaunch(popup);
  await resultIn(popup, 'Completed');
  expect(launched()).toEqual([value]);
}

describe('a page that does not respond', () => {
  test('leaves the form what was selected on it, and fills the rest when it responds', async () => {
    await visit('console/1');
    hang(14_000);
    await select();
    await openForm();
    await holds(selected);
    await popup.getByText('This page does not respond.').waitFor();
    await popup.getByText(/^Alice Martin.*read at/).waitFor({ timeout: 30_000 });
    await holds(selected);
    await launches(selected);
  });

  test('leaves the form to the person; what they typed stays when it responds', async () => {
    await visit('console/1');
    hang(14_000);
    await openForm();
    await popup.getByText('This page does not respond.').waitFor();
    await number().fill('+15550100001');
    await popup.getByText(/^Alice Martin.*read at/).waitFor({ timeout: 30_000 });
    await holds('+15550100001');
    await launches('+15550100001');
  });

  test('when Launch is pressed is not launched for by itself: the form says how old its values are', async () => {
    await visit('console/1');
    await openForm();
    await holds(alice);
    hang(6_000);
    await pressLaunch(popup);
    await popup.getByText('The page does not respond, so nothing was launched.').waitFor();
    expect(launched()).toEqual([]);
    await popup.getByRole('button', { name: 'Launch anyway' }).click();
    await resultIn(popup, 'Completed');
    expect(launched()).toEqual([alice]);
  });
});

test('a page that never finishes loading is read as far as it is there', async () => {
  ({ page, tabId } = await stage.browser.visit('about:blank'));
  before = stage.sandbox.executions().length;
  await page.goto(address('pages/endless'), { waitUntil: 'commit' });
  await page.getByText('Orders').waitFor();
  await openForm();
  await holds(alice);
  await launches(alice);
});

test('a page with a frame that never finishes loading is read without it', async () => {
  await visit('contacts/1');
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, address('pages/endless'));
  await openForm();
  await holds(alice);
  await launches(alice);
});

test('a page that loads itself anew ten times a second launches for nobody else, and loses nothing that was typed', async () => {
  ({ page, tabId } = await stage.browser.visit('about:blank'));
  before = stage.sandbox.executions().length;
  await page.goto(address('pages/reloading'), { waitUntil: 'commit' });
  await openForm();
  await number().fill('+15550100001');
  await pressLaunch(popup);
  await popup.waitForTimeout(3_000);
  expect(launched().filter((value) => value !== '+15550100001')).toEqual([]);
  if (launched().length === 0) await holds('+15550100001');
  await page.close();
});

describe('a page that says another number', () => {
  const say = (value: string) =>
    page.evaluate(`crm.change('phone', '${value}'); crm.change('mobile', '${value}')`);

  test('between reading and launching is not launched for: the form shows both', async () => {
    await visit('console/1');
    await openForm();
    await holds(alice);
    await say(bruno);
    await pressLaunch(popup);
    await popup.waitForTimeout(3_000);
    expect(launched().filter((value) => value !== bruno)).toEqual([]);
    await say(alice);
    await holds(alice);
  });

  test('over and over, there and back, is launched for only by what it shows', async () => {
    await visit('console/1');
    await openForm();
    await holds(alice);
    await page.evaluate(`setInterval(() => {
      crm.change('phone', '${bruno}');
      setTimeout(() => crm.change('phone', '${alice}'), 70);
    }, 150)`);
    const shown = await number().inputValue();
    await pressLaunch(popup);
    await popup.waitForTimeout(4_000);
    expect(launched().filter((value) => value !== shown)).toEqual([]);
  });
});

describe('a tab', () => {
  test('that was closed leaves nothing of it in a view, which says so and launches nothing', async () => {
    await visit('contacts/1');
    await openForm();
    await holds(alice);
    await number().fill('+15550100001');
    await page.close();
    await popup.getByText('This tab is gone.').waitFor();
    await expect.poll(() => number().count()).toBe(0);
    await popup.keyboard.press('Control+Enter');
    await popup.waitForTimeout(1_000);
    expect(launched()).toEqual([]);
    const left = await inWorker(() => chrome.storage.session.getKeys());
    expect(left.filter((key) => key.endsWith(` ${tabId}`))).toEqual([]);
  });

  test('that was put to sleep has what was typed when it wakes, marked, and none of its views launches', async () => {
    await visit('contacts/1');
    await openForm();
    await number().fill('+15550100001');
    await expect.poll(draftsOf(tabId)).toContain('+15550100001');
    const asleep = await inWorker(async (id) => (await chrome.tabs.discard(id))?.id, tabId);
    await popup.getByText('This tab is gone.').waitFor();
    expect(await number().count()).toBe(0);
    await popup.keyboard.press('Control+Enter');
    await expect.poll(draftsOf(asleep ?? -1)).toContain('+15550100001');
    expect(await draftsOf(tabId)()).toBe('');
    await inWorker((id) => chrome.tabs.update(id as number, { active: true }), asleep);
    popup = await stage.browser.popup(asleep ?? -1);
    await holds('+15550100001');
    await pressLaunch(popup);
    await popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    expect(launched()).toEqual([]);
    await number().press('Alt+Enter');
    await launches('+15550100001');
  });

  test('that was moved to another window is launched for as before', async () => {
    await visit('contacts/1');
    await openForm();
    await holds(alice);
    await inWorker((tab) => chrome.windows.create({ tabId: tab as number }), tabId);
    await launches(alice);
  });

  test('in another window has a form of its own', async () => {
    await visit('contacts/1');
    await openForm();
    await holds(alice);
    const [mine, first] = [popup, { page, tabId }];
    await visit('contacts/2');
    await inWorker((tab) => chrome.windows.create({ tabId: tab as number }), tabId);
    await openForm();
    await holds(bruno);
    await pressLaunch(mine);
    await resultIn(mine, 'Completed');
    expect(launched()).toEqual([alice]);
    await holds(bruno);
    await first.page.close();
  });

  test('in which a page that was loaded ahead took the place of the one before is another customer’s', async () => {
    await visit('contacts/1');
    await openForm();
    await number().fill('+15550100001');
    await page.evaluate((next) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.text = JSON.stringify({ prerender: [{ urls: [next], eagerness: 'immediate' }] });
      document.head.append(rules);
    }, address('contacts/2'));
    await page.bringToFront();
    await page.waitForTimeout(1_000);
    await page.evaluate((next) => location.assign(next), address('contacts/2'));
    await expect.poll(() => page.url()).toContain('contacts/2');
    await popup.bringToFront();
    await popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    await pressLaunch(popup);
    await popup.waitForTimeout(1_000);
    expect(launched()).toEqual([]);
    await number().press('Alt+ArrowRight');
    await holds(bruno);
  });

  test('that goes back and forward shows each page’s own number', async () => {
    await visit('contacts/1');
    await page.goto(address('contacts/2'));
    await openForm();
    await holds(bruno);
    await page.goBack();
    await holds(alice);
    await page.goForward();
    await holds(bruno);
    await page.goBack();
    await holds(alice);
    await launches(alice);
  });
});

test('a frame that shows another record meanwhile is not launched for', async () => {
  await visit('pages/framed-1');
  await openForm();
  await expect.poll(() => number().inputValue()).not.toBe('');
  const shown = await number().inputValue();
  await page.evaluate((other) => {
    const frame = document.querySelector('iframe');
    if (frame) frame.srcdoc = frame.srcdoc.replace(/\+1 415 555 0132/, other);
  }, '+1 212 555 0143');
  await pressLaunch(popup);
  await popup.waitForTimeout(3_000);
  const now = await number().inputValue();
  expect(launched().filter((value) => value === shown && now !== shown)).toEqual([]);
});

describe('a page that cannot be read', () => {
  test('leaves the form what was selected on it', async () => {
    await visit('contacts/1');
    await page.goto('chrome://version');
    await select();
    await openForm();
    await holds(selected);
    await launches(selected);
  });
});
