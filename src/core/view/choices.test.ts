import { expect, test } from 'vitest';
import { openedState, viewOf } from '../../../test/harness/view-world.ts';
import type { DataTable } from '../lookup/table.ts';
import { choicesFor, wantChoices } from './choices.ts';

const tableId = '0a0b0c0d-0000-4000-8000-00000000007a';
const sources = { 'Flow.queue': { table: tableId, label: 'Name', value: 'Id' } };
const table: DataTable = {
  rows: [
    {
      key: 'a',
      fields: [
        ['Name', 'Support'],
        ['Id', 'Q-1'],
      ],
    },
    {
      key: 'b',
      fields: [
        ['Name', 'Sales'],
        ['Id', 'Q-2'],
      ],
    },
  ],
  complete: true,
  readAt: 0,
};

test('the rows of a table are found by what is typed, and sent by the column that is meant', () => {
  const { 'Flow.queue': choices } = choicesFor(sources, { [tableId]: table });
  expect(choices?.find?.('sup', 10)).toEqual({
    choices: [{ value: 'Q-1', label: 'Support' }],
    total: 1,
  });
});

test('a table of which some rows only were read says how many', () => {
  const { 'Flow.queue': cut } = choicesFor(sources, { [tableId]: { ...table, complete: false } });
  expect(cut?.cutAfter).toBe(2);
  const failure = { code: 'table-not-found' } as const;
  const failed = { ...table, complete: false, failure: { ...failure, params: {} } };
  expect(choicesFor(sources, { [tableId]: failed })['Flow.queue']?.cutAfter).toBeUndefined();
});

test('until the table was read there is nothing to choose from', () => {
  expect(choicesFor(sources, {})).toEqual({
    'Flow.queue': { find: undefined, failure: undefined, cutAfter: undefined },
  });
  expect(choicesFor(undefined, { [tableId]: table })).toEqual({});
});

test('the rows are read as the input is entered, and none for an input without a table', () => {
  const state = openedState();
  const [connection] = state.settings.connections;
  const flows = connection?.flows.map((each) => ({ ...each, choices: sources }));
  const chosen = {
    ...state,
    settings: { ...state.settings, connections: [{ ...connection, flows }] },
  } as typeof state;
  expect(wantChoices(chosen, 'Flow.queue').effects).toEqual([
    { do: 'ask', ask: 'readTable', question: { connection: 'Test', tableId }, shown: false },
  ]);
  expect(wantChoices(chosen, 'Flow.note').effects).toEqual([]);
  expect(wantChoices(chosen, '__proto__').effects).toEqual([]);
  expect(wantChoices(state, 'Flow.queue').effects).toEqual([]);
  const view = viewOf();
  view.happen({ type: 'choices-wanted', name: 'Flow.queue' });
  expect(view.done()).toEqual([]);
});
