import { describe, expect, test } from 'vitest';
import { choiceSearch, choicesOf } from './choices.ts';
import { readRows, rowsRequest } from './table.ts';

const hosts = { api: 'https://api.mypurecloud.de', login: '', apps: undefined };
const answer = (status: number, body: unknown) => ({
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  cut: false,
});

test('rows are asked for in full, a hundred at a time', () => {
  expect(rowsRequest(hosts, 'id/with', 2).url).toBe(
    'https://api.mypurecloud.de/api/v2/flows/datatables/id%2Fwith/rows?pageNumber=2&pageSize=100&showbrief=false',
  );
});

describe('rows', () => {
  test('are read with their key and their plain values', () => {
    const entities = [
      { key: 'gold', Label: 'Gold', level: 3, active: true, odd: { a: 1 } },
      { Label: 'without a key' },
      null,
      ['key'],
    ];
    expect(readRows(answer(200, { entities, pageNumber: 1, pageCount: 2 }))).toEqual({
      ok: true,
      value: {
        rows: [
          {
            key: 'gold',
            fields: [
              ['Label', 'Gold'],
              ['level', '3'],
              ['active', 'true'],
            ],
          },
        ],
        isLast: false,
      },
    });
  });

  test.each([
    [{ entities: [{ key: 'a' }], pageNumber: 2, pageCount: 2 }, true],
    [{ entities: [{ key: 'a' }] }, true],
    [{ entities: [], pageNumber: 1, pageCount: 9 }, true],
    [{ entities: [{ key: 'a' }], pageNumber: 1, pageCount: 9 }, false],
  ])('%j is the last page: %s', (body, isLast) => {
    expect(readRows(answer(200, body))).toMatchObject({ value: { isLast } });
  });

  test.each([
    [403, {}, 'table-not-allowed'],
    [404, { code: 'flows.datatables.table.not.found' }, 'table-not-found'],
    [503, { code: 'flows.datatables.server.too.busy' }, 'table-not-read'],
    [200, 'no JSON', 'table-not-read'],
  ])('%i %j is %s', (status, body, code) => {
    expect(readRows(answer(status, body))).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('choices', () => {
  const rows = [
    {
      key: 'g',
      fields: [
        ['name', 'Gold'],
        ['code', '1'],
      ],
    },
    {
      key: 's',
      fields: [
        ['name', 'Silver'],
        ['code', '2'],
      ],
    },
    { key: 'x', fields: [['code', '2']] },
  ] satisfies Parameters<typeof choicesOf>[0];

  test.each([
    [
      {},
      [
        ['g', 'g'],
        ['s', 's'],
        ['x', 'x'],
      ],
    ],
    [
      { label: 'name' },
      [
        ['g', 'Gold'],
        ['s', 'Silver'],
        ['x', 'x'],
      ],
    ],
    [
      { label: 'name', value: 'code' },
      [
        ['1', 'Gold'],
        ['2', 'Silver'],
      ],
    ],
    [{ value: 'nothing' }, []],
  ])('by %j', (source, expected) => {
    expect(choicesOf(rows, source).map(({ value, label }) => [value, label])).toEqual(expected);
  });

  test.each([
    ['', ['Ångström', 'Angst', 'Strom'], 3],
    ['ang', ['Ångström', 'Angst'], 2],
    ['STROM', ['Strom', 'Ångström'], 2],
    ['v1', ['Ångström'], 1],
    ['ang strom', ['Ångström'], 1],
    ['nobody', [], 0],
  ])('are found by “%s”', (query, labels, total) => {
    const choices = ['Ångström', 'Angst', 'Strom'].map((label, place) => ({
      label,
      value: `v${place + 1}`,
    }));
    const found = choiceSearch(choices)(query, 10);
    expect(found.choices.map(({ label }) => label)).toEqual(labels);
    expect(found.total).toBe(total);
  });

  test('are limited in number, with their total beside them', () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({ value: String(n), label: `Row ${n}` }));
    const found = choiceSearch(many)('row', 20);
    expect([found.choices.length, found.total]).toEqual([20, 1000]);
  });
});
