import { expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { keptLaunches } from '../harness/kept-launches.ts';
import { pressLaunch, resultIn } from '../harness/stage.ts';

const history = keptLaunches();

test('launches again with the same inputs, and none of the page that is open now', async () => {
  const other = {
    flow: { id: history.stage.sandbox.flow('requestCallback').id, name: 'Request callback' },
    inputs: { 'Flow.customerNumber': '+15550177001' },
  };
  await history.keep([history.record(1, other)]);
  await history.open();
  await history.button(/^Launch Request callback from .* again$/).click();
  const number = history.popup.getByLabel(/customer ?number/i);
  await expect.poll(() => number.inputValue()).toBe('+15550177001');
  await pressLaunch(history.popup);
  await resultIn(history.popup, 'Completed');
  expect(history.stage.sandbox.executions().at(-1)?.inputData).toEqual(other.inputs);

  await history.open();
  await history
    .button(/^Launch Request callback from .* again$/)
    .last()
    .click();
  await expect.poll(() => number.inputValue()).toBe('+15550177001');
  await number.fill('+15550177002');
  await pressLaunch(history.popup);
  await resultIn(history.popup, 'Completed');
  expect(history.stage.sandbox.executions().at(-1)?.inputData).toEqual({
    'Flow.customerNumber': '+15550177002',
  });
});

test('launches again over the connection that the launch went over', async () => {
  const [first] = (settingsFor(history.stage.sandbox) as { connections: object[] }).connections;
  await history.stage.browser.configure({
    version: 1,
    connections: [first, { ...first, name: 'Other', clientId: history.record(9).id }],
    connection: 'Other',
  });
  await history.keep([
    history.record(1),
    history.record(2, { connection: { name: 'Gone', key: 'gone' } }),
  ]);
  await history.open();
  await history
    .items()
    .nth(1)
    .getByRole('button', { name: /again$/ })
    .click();
  await history.popup.getByText(/used the connection “Gone”/).waitFor();
  await history.open();
  await history
    .items()
    .first()
    .getByRole('button', { name: /again$/ })
    .click();
  await expect
    .poll(() => history.popup.getByRole('combobox', { name: 'Connection' }).inputValue())
    .toBe('Sandbox');
  await expect
    .poll(() => history.popup.getByRole('textbox', { name: 'Phone number' }).inputValue())
    .toBe('+1555011');
});
