import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Launch } from '../../src/core/launch/launch.ts';
import { settingsFor } from '../harness/browser.ts';
import { type KeptLaunches, withoutLaunches } from '../harness/kept-launches.ts';
import {
  answer,
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

let stage: Stage;
let history: KeptLaunches;
let popup: Page;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  history = await withoutLaunches(stage);
  ({ popup } = history);
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const hour = 3_600_000;

async function inStorage<Value>(work: () => Promise<Value>): Promise<Value> {
  return (await stage.browser.worker()).evaluate(work);
}

const button = (name: string | RegExp) => popup.getByRole('button', { name, exact: true });
const items = () => popup.getByRole('listitem');

describe('deleting', () => {
  test('deletes one or all after asking, and none that has not ended', async () => {
    await history.keep([
      history.record(1),
      history.record(2),
      history.record(3, { state: 'running' }),
      history.record(4),
    ]);
    await history.open();
    await history.counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    await popup.keyboard.press('Escape');
    await history.counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await answer(popup, 'Keep');
    await history.counted('4 of 4');
    await button(/^Delete Look up/)
      .first()
      .click();
    await answer(popup, 'Delete');
    await history.counted('3 of 3');
    // The launch that has taken the place of the one that is gone.
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.closest('li')?.dataset.launch))
      .toBe(history.record(2).id);
    await button('Delete all that have ended: 2').click();
    await popup.getByText('Launches to delete from the history: 2. Delete them?').waitFor();
    await answer(popup, 'Delete');
    await history.counted('1 of 1');
    await expect.poll(history.keptIds).toEqual([`launch ${history.record(3).id}`]);
  });

  test('a key that is held down asks and does not answer', async () => {
    await history.keep([history.record(1), history.record(2)]);
    await history.open();
    await history.counted('2 of 2');
    await button(/^Delete Look up/)
      .first()
      .focus();
    for (let times = 0; times < 12; times += 1) {
      await popup.keyboard.down('Enter');
      await popup.waitForTimeout(40);
    }
    await popup.keyboard.up('Enter');
    await popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    expect(await history.keptIds()).toHaveLength(2);
  });
});

describe('what is kept', () => {
  test('goes by age and by number as the settings say, and inputs with it', async () => {
    const old = { created: Date.now() - 3 * 24 * hour };
    await history.keep([history.record(1), history.record(2, { times: old })]);
    await configureHistory({ days: 2, keepInputs: true });
    await expect.poll(history.keptIds).toEqual([`launch ${history.record(1).id}`]);
    await configureHistory({ days: 2, keepInputs: false });
    await expect.poll(allKept).not.toContain('+1555011');
    expect(await history.keptIds()).toEqual([`launch ${history.record(1).id}`]);

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
    await history.keep(Array.from({ length: 2_000 }, (_, number) => history.record(number)));
    await history.open();
    await history.counted('2,000 of 2,000');
    await expect.poll(() => items().count()).toBe(50);
    await button('Show more').click();
    await expect.poll(() => items().count()).toBe(100);
    await button('Delete all that have ended: 2,000').click();
    await answer(popup, 'Delete');
    await history.counted('No launches yet');
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
