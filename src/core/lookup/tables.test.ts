import { expect, test } from 'vitest';
import { readTables, tablesRequest } from './tables.ts';

const id = '8d9e6f1a-0000-4000-8000-0000000000d1';
const answer = (status: number, json: unknown) => ({
  status,
  headers: {},
  cut: false,
  body: JSON.stringify(json),
});

test('data tables are asked for by name, a hundred a page', () => {
  const hosts = { api: 'https://api.example.com', login: '', apps: '' };
  expect(tablesRequest(hosts, 2).url).toBe(
    'https://api.example.com/api/v2/flows/datatables/divisionviews?pageNumber=2&pageSize=100&sortBy=name',
  );
});

test('what is no table is left out, and one without a name is called by its id', () => {
  const entities = [{ id, name: 'Topics' }, { id: 'x', name: 'No id' }, null, { id, name: ' ' }];
  const read = readTables(answer(200, { entities, pageNumber: 1, pageCount: 2 }));
  expect(read).toEqual({
    ok: true,
    value: {
      tables: [
        { id, name: 'Topics' },
        { id, name: id },
      ],
      isLast: false,
    },
  });
});

test.each([
  [403, {}],
  [503, {}],
  [200, 'text'],
])('an answer of %i with %j is no list', (status, json) => {
  const failure = { code: 'tables-not-listed', params: {} };
  expect(readTables(answer(status, json))).toEqual({ ok: false, failure });
});
