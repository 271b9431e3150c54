import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Launch } from '../../src/core/launch/launch.ts';
import { settingsFor } from '../harness/browser.ts';
import {
  answer,
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
} from '../harness/stage.ts';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  await stage.browser.configure(settingsFor(stage.sandbox));
  await inStorage(async () => {
    const keys = await chrome.storage.local.getKeys();
    await chrome.storage.local.remove(keys.filter((key) => /launch|recent/.test(key)));
    await chrome.storage.session.remove('lately');
  });
  ({ popup } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const hour = 3_600_000;

/** A launch as it is kept, number 0 being the latest. */
function record(number: number, more: object = {}) {
  const { sandbox } = stage;
  const id = `b1d4f3a2-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const created = Date.now() - 60_000 - number * 1_000;
  return {
    id,
    state: 'completed',
    connection: { name: 'Sandbox', key: `${sandbox.url} ${sandbox.url} ${sandbox.clientId}` },
    flow: { id: sandbox.flow('customerLookup').id, name: 'Look up customer' },
    inputs: { 'Flow.phone': `+155501${number}` },
    execution: { id: `run-${number}`, status: 'COMPLETED', outputData: { 'Flow.name': 'Ada' } },
    times: { created, sent: created, ended: created + 900 },
    ...more,
  };
}

async function inStorage<Value>(work: () => Promise<Value>): Promise<Value> {
  return (await stage.browser.worker()).evaluate(work);
}

async function keep(records: readonly { id: string }[]): Promise<void> {
  const values = Object.fromEntries(records.map((each) => [`launch ${each.id}`, each]));
  await (await stage.browser.worker()).evaluate((all) => chrome.storage.local.set(all), values);
}

const keptIds = () =>
  inStorage(async () =>
    (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('launch ')),
  );

const button = (name: string | RegExp) => popup.getByRole('button', { name, exact: true });
const items = () => popup.getByRole('listitem');
const counted = (words: string) => popup.getByRole('status').filter({ hasText: words }).waitFor();

async function openHistory(): Promise<void> {
  await button('History').click();
  await popup.getByRole('region', { name: 'History' }).waitFor();
}

describe('the history', () => {
  test('has the newest first, live, and is narrowed down by words, flow, state and time', async () => {
    const other = { id: stage.sandbox.flow('requestCallback').id, name: 'Request callback' };
    await keep([
      record(1),
      record(2, { flow: other, state: 'failed' }),
      record(3, { times: { created: Date.now() - 2 * hour } }),
    ]);
    await openHistory();
    await counted('Launches: 3 of 3');
    await keep([record(0, { state: 'running' })]);
    await counted('Launches: 4 of 4');
    await expect.poll(() => items().first().textContent()).toContain('Running');

    await popup.getByLabel('Search launches').fill('1550 callback');
    await counted('0 of 4');
    await popup.getByLabel('Search launches').fill('+1555012');
    await counted('1 of 4');
    expect(await items().textContent()).toContain('Request callback');
    await popup.getByLabel('Search launches').fill('');
    await popup.getByLabel('Flow launched').selectOption('Look up customer');
    await counted('3 of 4');
    await popup.getByLabel('Flow launched').selectOption('All flows');
    await popup.getByLabel('State').selectOption('Failed');
    await counted('1 of 4');
    await popup.getByLabel('State').selectOption('All states');
    await popup.getByLabel('Time').selectOption('Last hour');
    await counted('3 of 4');
  });

  test('opens a launch, and shows two side by side with what differs', async () => {
    await keep([
      record(1, { inputs: { 'Flow.phone': '+1', 'Flow.same': 'x' } }),
      record(2, {
        inputs: { 'Flow.phone': '+2', 'Flow.same': 'x' },
        state: 'refused',
        execution: undefined,
        failure: { code: 'offline', params: {} },
        times: { created: Date.now() - hour, sent: Date.now() - hour },
      }),
    ]);
    await openHistory();
    await counted('2 of 2');
    for (const box of await popup.getByRole('checkbox').all()) await box.check();
    await button('Compare 2').click();
    const compared = popup.getByRole('region', { name: 'Two launches compared' });
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.textContent))
      .toBe('Two launches compared');
    expect(await compared.getByRole('columnheader').allTextContents()).toEqual([
      'Detail',
      expect.stringMatching(/^Look up customer · /),
      expect.stringMatching(/^Look up customer · /),
    ]);
    const row = (name: string) => compared.getByRole('row').filter({ hasText: name });
    await row('Flow.phone').waitFor();
    expect(await row('Flow.phone').locator('td').allTextContents()).toEqual(['+1', '+2']);
    expect(await compared.locator('.compare-differs').allTextContents()).toContain(
      'Flow.phone differs+1+2',
    );
    expect(await row('Flow.same').textContent()).toBe('Flow.samexx');
    expect(await row('What went wrong').locator('td').last().textContent()).toMatch(/offline/i);
    expect(await row('Flow.name').locator('td').allTextContents()).toEqual(['Ada', '–']);
    expect(await row('Took').locator('td').first().textContent()).toMatch(/0\.9/);
    await button('Back to the history').click();
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.textContent))
      .toBe('Compare 2');
    await items()
      .first()
      .getByRole('button', { name: /Look up customer/ })
      .first()
      .click();
    const result = await resultIn(popup, 'Completed');
    expect(await result.textContent()).toContain('run-1');
  });

  test('launches again with the same inputs, and none of the page that is open now', async () => {
    const other = {
      flow: { id: stage.sandbox.flow('requestCallback').id, name: 'Request callback' },
      inputs: { 'Flow.customerNumber': '+15550177001' },
    };
    await keep([record(1, other)]);
    await openHistory();
    await button(/^Launch Request callback of .* again$/).click();
    const number = popup.getByLabel(/customer ?number/i);
    await expect.poll(() => number.inputValue()).toBe('+15550177001');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(stage.sandbox.executions().at(-1)?.inputData).toEqual(other.inputs);

    await openHistory();
    await button(/^Launch Request callback of .* again$/)
      .last()
      .click();
    await expect.poll(() => number.inputValue()).toBe('+15550177001');
    await number.fill('+15550177002');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(stage.sandbox.executions().at(-1)?.inputData).toEqual({
      'Flow.customerNumber': '+15550177002',
    });
  });

  test('launches again over the connection that the launch went over', async () => {
    const [first] = (settingsFor(stage.sandbox) as { connections: object[] }).connections;
    await stage.browser.configure({
      version: 1,
      connections: [first, { ...first, name: 'Other', clientId: record(9).id }],
      connection: 'Other',
    });
    await keep([record(1), record(2, { connection: { name: 'Gone', key: 'gone' } })]);
    await openHistory();
    await items()
      .nth(1)
      .getByRole('button', { name: /again$/ })
      .click();
    await popup.getByText(/used the connection “Gone”/).waitFor();
    await openHistory();
    await items()
      .first()
      .getByRole('button', { name: /again$/ })
      .click();
    await expect
      .poll(() => popup.getByRole('combobox', { name: 'Connection' }).inputValue())
      .toBe('Sandbox');
    await expect
      .poll(() => popup.getByRole('textbox', { name: 'Phone number' }).inputValue())
      .toBe('+1555011');
  });

  test('deletes one or all after asking, and none that has not ended', async () => {
    await keep([record(1), record(2), record(3, { state: 'running' }), record(4)]);
    await openHistory();
    await counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    await popup.keyboard.press('Escape');
    await counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await answer(popup, 'Keep');
    await counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await answer(popup, 'Delete');
    await counted('3 of 3');
    // The launch that has taken the place of the one that is gone.
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.closest('li')?.dataset.launch))
      .toBe(record(2).id);
    await button('Delete all that have ended: 2').click();
    await popup.getByText('Launches to delete from the history: 2. Delete them?').waitFor();
    await answer(popup, 'Delete');
    await counted('1 of 1');
    await expect.poll(keptIds).toEqual([`launch ${record(3).id}`]);
  });

  test('a key that is held down asks and does not answer', async () => {
    await keep([record(1), record(2)]);
    await openHistory();
    await counted('2 of 2');
    await button(/^Delete Look up/)
      .first()
      .focus();
    for (let times = 0; times < 12; times += 1) {
      await popup.keyboard.down('Enter');
      await popup.waitForTimeout(40);
    }
    await popup.keyboard.up('Enter');
    await popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    expect(await keptIds()).toHaveLength(2);
  });

  test('shows nothing of the customers while nobody is signed in', async () => {
    const outputData = { 'Flow.name': 'Beatrix' };
    await keep([
      record(1, {
        version: 2,
        customer: { name: 'Alice Martin', number: '+1555011' },
        execution: { id: 'run-1', status: 'COMPLETED', outputData },
      }),
    ]);
    const { session } = await inStorage(async () => {
      const all = await chrome.storage.session.get();
      const [key = ''] = Object.keys(all).filter((each) => each.startsWith('session '));
      await chrome.storage.session.remove(key);
      return { session: { [key]: all[key] } };
    });
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await openHistory();
    await counted('1 of 1');
    expect(await popup.content()).not.toMatch(/Alice|1555011|Beatrix/);
    await (await stage.browser.worker()).evaluate(
      (items) => chrome.storage.session.set(items),
      session,
    );
    await popup.getByText(/Alice Martin/).waitFor();
  });

  test('has a bar for what is ticked, which takes two and refuses a third with a word', async () => {
    await keep([record(1), record(2), record(3, { state: 'running' })]);
    await openHistory();
    await counted('3 of 3');
    const ticks = popup.getByRole('checkbox');
    await ticks.nth(0).check();
    await button('Delete 1').waitFor();
    await ticks.nth(2).check();
    await counted('Selected: 2');
    await ticks.nth(1).click();
    await counted('You can select 2 launches at a time.');
    expect(await ticks.nth(1).isChecked()).toBe(false);
    const json = JSON.parse(await saved(() => button('Export 2 as JSON').click()));
    expect(json.launches.map(({ id }: { id: string }) => id)).toEqual(
      [1, 3].map((n) => record(n).id),
    );
    await button('Delete 1').click();
    await answer(popup, 'Delete');
    await expect.poll(keptIds).toEqual([2, 3].map((n) => `launch ${record(n).id}`));
    await counted('Selected: 1');
  });

  test('exports what is shown, as CSV that no spreadsheet runs, and as JSON', async () => {
    await keep([record(1, { inputs: { 'Flow.phone': '=1+1' } }), record(2)]);
    await openHistory();
    await popup.getByLabel('Search launches').fill('=1+1');
    await counted('1 of 2');
    const csv = await saved(() => button('Export as CSV').click());
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('"Look up customer"');
    const json = JSON.parse(await saved(() => button('Export as JSON').click()));
    expect(json.launches.map(({ id }: { id: string }) => id)).toEqual([record(1).id]);
  });
});

async function saved(act: () => Promise<void>): Promise<string> {
  const arrival: Promise<Download> = popup.waitForEvent('download');
  await act();
  return readFile(await (await arrival).path(), 'utf8');
}

describe('what is kept', () => {
  test('goes by age and by number as the settings say, and inputs with it', async () => {
    const old = { created: Date.now() - 3 * 24 * hour };
    await keep([record(1), record(2, { times: old })]);
    await configureHistory({ days: 2, keepInputs: true });
    await expect.poll(keptIds).toEqual([`launch ${record(1).id}`]);
    await configureHistory({ days: 2, keepInputs: false });
    await expect.poll(allKept).not.toContain('+1555011');
    expect(await keptIds()).toEqual([`launch ${record(1).id}`]);

    await chooseFlow(popup, 'Look up customer');
    await popup.getByRole('textbox', { name: 'Phone number' }).fill('+15550177003');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    const [last] = await latest();
    expect(last?.inputs).toBeUndefined();
    expect(last?.request?.body).not.toContain('+15550177003');
    expect(stage.sandbox.executions().at(-1)?.inputData).toEqual({ 'Flow.phone': '+15550177003' });
  });

  test('is shown and deleted without a wait when there are two thousand', async () => {
    await keep(Array.from({ length: 2_000 }, (_, number) => record(number)));
    await openHistory();
    await counted('2,000 of 2,000');
    await expect.poll(() => items().count()).toBe(50);
    await button('Show more').click();
    await expect.poll(() => items().count()).toBe(100);
    await button('Delete all that have ended: 2,000').click();
    await answer(popup, 'Delete');
    await counted('No launches yet');
  });
});

async function configureHistory(history: object): Promise<void> {
  await stage.browser.configure({ ...settingsFor(stage.sandbox), history });
}

const latest = () =>
  inStorage(async () => {
    const all = await chrome.storage.local.get();
    const launches = Object.entries(all).flatMap(([key, value]) =>
      key.startsWith('launch ') ? [value as Launch] : [],
    );
    return launches.sort((a, b) => b.times.created - a.times.created);
  });

const allKept = () => inStorage(async () => JSON.stringify(await chrome.storage.local.get()));
