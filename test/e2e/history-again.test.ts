import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { type KeptLaunches, withoutLaunches } from '../harness/kept-launches.ts';
import {
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

const button = (name: string | RegExp) => popup.getByRole('button', { name, exact: true });
const items = () => popup.getByRole('listitem');

test('launches again with the same inputs, and none of the page that is open now', async () => {
  const other = {
    flow: { id: stage.sandbox.flow('requestCallback').id, name: 'Request callback' },
    inputs: { 'Flow.customerNumber': '+15550177001' },
  };
  await history.keep([history.record(1, other)]);
  await history.open();
  await button(/^Launch Request callback of .* again$/).click();
  const number = popup.getByLabel(/customer ?number/i);
  await expect.poll(() => number.inputValue()).toBe('+15550177001');
  await pressLaunch(popup);
  await resultIn(popup, 'Completed');
  expect(stage.sandbox.executions().at(-1)?.inputData).toEqual(other.inputs);

  await history.open();
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
    connections: [first, { ...first, name: 'Other', clientId: history.record(9).id }],
    connection: 'Other',
  });
  await history.keep([
    history.record(1),
    history.record(2, { connection: { name: 'Gone', key: 'gone' } }),
  ]);
  await history.open();
  await items()
    .nth(1)
    .getByRole('button', { name: /again$/ })
    .click();
  await popup.getByText(/used the connection “Gone”/).waitFor();
  await history.open();
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
