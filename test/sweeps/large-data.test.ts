import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../src/core/settings/settings.ts';
import { settingsFor } from '../harness/browser.ts';
import { numberIn } from '../harness/callback-form.ts';
import { keptLaunches } from '../harness/kept-launches.ts';
import {
  answer,
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInStage,
} from '../harness/stage.ts';

/** What works with little works with much of it, too. */
describe('much that goes into a form', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await signedInStage({ maxBodyBytes: 3_000_000 });
  });
  afterEach(() => leaveQuietly(stage));
  afterAll(() => stage?.close());

  async function openOn(path: string, flow: string): Promise<Page> {
    const { tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}${path}`);
    const popup = await stage.browser.popup(tabId);
    await chooseFlow(popup, flow);
    return popup;
  }

  test('a huge page gives its number', async () => {
    const popup = await openOn('pages/huge', 'Request callback');
    await expect.poll(() => numberIn(popup).inputValue()).toBe('+15550199888');
  });

  test('a schema of 500 inputs gives a form that launches', async () => {
    const popup = await openOn('pages/no-number', 'Five hundred inputs');
    await popup.getByLabel('Field 499', { exact: true }).fill('last but one');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(stage.sandbox.executions().at(-1)?.inputData).toEqual({
      'Flow.field499': 'last but one',
    });
  });

  test('a value of more than a megabyte is not sent, and the form says why', async () => {
    const before = stage.sandbox.executions().length;
    const popup = await openOn('pages/no-number', 'Every type of input');
    const text = popup.getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('x'.repeat(1_100_000));
    await pressLaunch(popup);
    await popup
      .getByText(/too large for a launch/)
      .first()
      .waitFor();
    expect(stage.sandbox.executions()).toHaveLength(before);
  });

  test('beside settings of 200 kB, nothing of what is typed in the options is lost', async () => {
    const flows = Array.from({ length: 60 }, (_, place) => ({
      id: `11111111-2222-4333-8444-${String(place).padStart(12, '0')}`,
      name: `Flow ${place}`,
      inputSchema: { type: 'object', description: 'x'.repeat(3_300) },
    }));
    await stage.browser.configure(settingsFor(stage.sandbox, { flows }));
    const options = await stage.browser.options();
    const name = options.getByLabel('Name', { exact: true });
    await name.fill('');
    await name.pressSequentially('With many flows');
    const worker = await stage.browser.worker();
    const stored = () =>
      worker.evaluate(
        async () => (await chrome.storage.local.get<{ settings: Settings }>('settings')).settings,
      );
    await expect.poll(async () => (await stored()).connections[0]?.name).toBe('With many flows');
    expect((await stored()).connections[0]?.flows).toHaveLength(60);
    expect(await name.inputValue()).toBe('With many flows');
  });
});

describe('two thousand launches', () => {
  const history = keptLaunches();

  test('are shown and deleted without a wait', async () => {
    await history.keep(Array.from({ length: 2_000 }, (_, number) => history.record(number)));
    await history.open();
    await history.counted('2,000 of 2,000');
    await expect.poll(() => history.items().count()).toBe(50);
    await history.button('Show more').click();
    await expect.poll(() => history.items().count()).toBe(100);
    await history.button('Delete all that have ended: 2,000').click();
    await answer(history.popup, 'Delete');
    await history.counted('No launches yet');
  });
});
