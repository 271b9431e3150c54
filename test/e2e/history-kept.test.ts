import { describe, expect, test } from 'vitest';
import type { Launch } from '../../src/core/launch/launch.ts';
import { settingsFor } from '../harness/browser.ts';
import { keptLaunches } from '../harness/kept-launches.ts';
import { answer, chooseFlow, pressLaunch, resultIn } from '../harness/stage.ts';

const history = keptLaunches();

const hour = 3_600_000;

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
    await history
      .button(/^Delete Look up/)
      .first()
      .click();
    await history.popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    await history.popup.keyboard.press('Escape');
    await history.counted('4 of 4');
    await history
      .button(/^Delete Look up/)
      .first()
      .click();
    await answer(history.popup, 'Keep');
    await history.counted('4 of 4');
    await history
      .button(/^Delete Look up/)
      .first()
      .click();
    await answer(history.popup, 'Delete');
    await history.counted('3 of 3');
    // The launch that has taken the place of the one that is gone.
    await expect
      .poll(() =>
        history.popup.evaluate(() => document.activeElement?.closest('li')?.dataset.launch),
      )
      .toBe(history.record(2).id);
    await history.button('Delete all that have ended: 2').click();
    await history.popup.getByText('Delete 2 launches from the history?').waitFor();
    await answer(history.popup, 'Delete');
    await history.counted('1 of 1');
    await expect.poll(() => history.keptIds()).toEqual([`launch ${history.record(3).id}`]);
  });

  test('a key that is held down asks and does not answer', async () => {
    await history.keep([history.record(1), history.record(2)]);
    await history.open();
    await history.counted('2 of 2');
    await history
      .button(/^Delete Look up/)
      .first()
      .focus();
    for (let times = 0; times < 12; times += 1) {
      await history.popup.keyboard.down('Enter');
      await history.popup.waitForTimeout(40);
    }
    await history.popup.keyboard.up('Enter');
    await history.popup.getByText(/^Delete the launch of Look up customer/).waitFor();
    expect(await history.keptIds()).toHaveLength(2);
  });
});

describe('what is kept', () => {
  test('goes by age and by number as the settings say, and inputs with it', async () => {
    const old = { created: Date.now() - 3 * 24 * hour };
    await history.keep([history.record(1), history.record(2, { times: old })]);
    await configureHistory({ days: 2, keepInputs: true });
    await expect.poll(() => history.keptIds()).toEqual([`launch ${history.record(1).id}`]);
    await configureHistory({ days: 2, keepInputs: false });
    await expect.poll(allKept).not.toContain('+1555011');
    expect(await history.keptIds()).toEqual([`launch ${history.record(1).id}`]);

    await chooseFlow(history.popup, 'Look up customer');
    await history.popup.getByRole('textbox', { name: 'Phone number' }).fill('+15550177003');
    await pressLaunch(history.popup);
    await resultIn(history.popup, 'Completed');
    const [last] = await latest();
    expect(last?.inputs).toBeUndefined();
    expect(last?.request?.body).not.toContain('+15550177003');
    expect(history.stage.sandbox.executions().at(-1)?.inputData).toEqual({
      'Flow.phone': '+15550177003',
    });
  });
});

async function configureHistory(kept: object): Promise<void> {
  const { browser, sandbox } = history.stage;
  await browser.configure({ ...settingsFor(sandbox), history: kept });
}

const latest = () =>
  history.inStorage(async () => {
    const all = await chrome.storage.local.get();
    const launches = Object.entries(all).flatMap(([key, value]) =>
      key.startsWith('launch ') ? [value as Launch] : [],
    );
    return launches.sort((a, b) => b.times.created - a.times.created);
  });

const allKept = () =>
  history.inStorage(async () => JSON.stringify(await chrome.storage.local.get()));
