import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright';
import { expect, test } from 'vitest';
import { keptLaunches } from '../harness/kept-launches.ts';
import { answer, resultIn } from '../harness/stage.ts';

const history = keptLaunches();

const hour = 3_600_000;

test('has the newest first, live, and is narrowed down by words, flow, state and time', async () => {
  const other = { id: history.stage.sandbox.flow('requestCallback').id, name: 'Request callback' };
  await history.keep([
    history.record(1),
    history.record(2, { flow: other, state: 'failed' }),
    history.record(3, { times: { created: Date.now() - 2 * hour } }),
  ]);
  await history.open();
  await history.counted('Launches: 3 of 3');
  await history.keep([history.record(0, { state: 'running' })]);
  await history.counted('Launches: 4 of 4');
  await expect.poll(() => history.items().first().textContent()).toContain('Running');

  await history.popup.getByLabel('Search launches').fill('1550 callback');
  await history.counted('0 of 4');
  await history.popup.getByLabel('Search launches').fill('+1555012');
  await history.counted('1 of 4');
  expect(await history.items().textContent()).toContain('Request callback');
  await history.popup.getByLabel('Search launches').fill('');
  await history.popup.getByLabel('Flow launched').selectOption('Look up customer');
  await history.counted('3 of 4');
  await history.popup.getByLabel('Flow launched').selectOption('All flows');
  await history.popup.getByLabel('State').selectOption('Failed');
  await history.counted('1 of 4');
  await history.popup.getByLabel('State').selectOption('All states');
  await history.popup.getByLabel('Time').selectOption('Last hour');
  await history.counted('3 of 4');
});

test('opens a launch, and shows two side by side with what differs', async () => {
  await history.keep([
    history.record(1, { inputs: { 'Flow.phone': '+1', 'Flow.same': 'x' } }),
    history.record(2, {
      inputs: { 'Flow.phone': '+2', 'Flow.same': 'x' },
      state: 'refused',
      execution: undefined,
      failure: { code: 'offline', params: {} },
      times: { created: Date.now() - hour, sent: Date.now() - hour },
    }),
  ]);
  await history.open();
  await history.popup.getByLabel('Time').selectOption('day');
  await history.counted('2 of 2');
  for (const box of await history.popup.getByRole('checkbox').all()) await box.check();
  await history.button('Compare 2').click();
  const compared = history.popup.getByRole('region', { name: 'Two launches compared' });
  await expect
    .poll(() => history.popup.evaluate(() => document.activeElement?.textContent))
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
  expect(await row('Duration').locator('td').first().textContent()).toMatch(/0\.9/);
  await history.button('Back to the history').click();
  await expect
    .poll(() => history.popup.evaluate(() => document.activeElement?.textContent))
    .toBe('Compare 2');
  expect(await history.popup.getByLabel('Time').inputValue()).toBe('day');
  await history
    .items()
    .first()
    .getByRole('button', { name: /Look up customer/ })
    .first()
    .click();
  const result = await resultIn(history.popup, 'Completed');
  expect(await result.textContent()).toContain('run-1');
});

test('shows nothing of the customers while no person is signed in', async () => {
  const outputData = { 'Flow.name': 'Beatrix' };
  await history.keep([
    history.record(1, {
      version: 2,
      customer: { name: 'Alice Martin', number: '+1555011' },
      execution: { id: 'run-1', status: 'COMPLETED', outputData },
    }),
  ]);
  const { session } = await history.inStorage(async () => {
    const all = await chrome.storage.session.get();
    const [key = ''] = Object.keys(all).filter((each) => each.startsWith('session '));
    await chrome.storage.session.remove(key);
    return { session: { [key]: all[key] } };
  });
  await history.popup.getByRole('button', { name: 'Sign in' }).waitFor();
  await history.open();
  await history.counted('1 of 1');
  expect(await history.popup.content()).not.toMatch(/Alice|1555011|Beatrix/);
  await (await history.stage.browser.worker()).evaluate(
    (items) => chrome.storage.session.set(items),
    session,
  );
  await history.popup.getByText(/Alice Martin/).waitFor();
});

test('exports and deletes the two launches that are ticked, and says why a third is not', async () => {
  await history.keep([
    history.record(1),
    history.record(2),
    history.record(3, { state: 'running' }),
  ]);
  await history.open();
  await history.counted('3 of 3');
  const ticks = history.popup.getByRole('checkbox');
  await ticks.nth(0).check();
  await history.button('Delete 1').waitFor();
  await ticks.nth(2).check();
  await history.counted('Selected: 2');
  await ticks.nth(1).click();
  await history.counted('You can select 2 launches at a time.');
  expect(await ticks.nth(1).isChecked()).toBe(false);
  const json = JSON.parse(await saved(() => history.button('Export 2 as JSON').click()));
  expect(json.launches.map(({ id }: { id: string }) => id)).toEqual(
    [1, 3].map((n) => history.record(n).id),
  );
  await history.button('Delete 1').click();
  await answer(history.popup, 'Delete');
  await expect
    .poll(() => history.keptIds())
    .toEqual([2, 3].map((n) => `launch ${history.record(n).id}`));
  await history.counted('Selected: 1');
});

test('exports what is shown, as CSV that no spreadsheet runs, and as JSON', async () => {
  await history.keep([history.record(1, { inputs: { 'Flow.phone': '=1+1' } }), history.record(2)]);
  await history.open();
  await history.popup.getByLabel('Search launches').fill('=1+1');
  await history.counted('1 of 2');
  const csv = await saved(() => history.button('Export as CSV').click());
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv).toContain('"Look up customer"');
  const json = JSON.parse(await saved(() => history.button('Export as JSON').click()));
  expect(json.launches.map(({ id }: { id: string }) => id)).toEqual([history.record(1).id]);
});

async function saved(act: () => Promise<void>): Promise<string> {
  const arrival: Promise<Download> = history.popup.waitForEvent('download');
  await act();
  return readFile(await (await arrival).path(), 'utf8');
}
