import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

const connection = 'Example';
const number = '+15550199888';
const contactsPath = '/api/v2/externalcontacts/reversewhitepageslookup';
const tableId = '8d9e6f1a-0000-4000-8000-0000000000d1';
const rowsPath = `/api/v2/flows/datatables/${tableId}/rows`;

let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  world.signIn();
});
afterEach(() => world.close());

const asked = (path: string) => world.server.seen.filter((request) => request.path === path);
const kept = (name: string) => Object(world.browser.session.values.get(`${name} ${world.key}`));
const table = () => Object(world.browser.session.values.get(`table ${world.key} ${tableId}`));

describe('the external contact behind a number', () => {
  const lookUp = (value = number) => world.ask('lookUpContact', { connection, value });

  test('is looked up with one request, and not twice in a row', async () => {
    world.server.arm({ path: contactsPath, json: { contacts: [{ id: 'c1', firstName: 'Ada' }] } });
    await lookUp();
    await lookUp();
    expect(
      asked(contactsPath).map(({ url }) => new URL(url).searchParams.get('lookupVal')),
    ).toEqual([number]);
    expect(kept('contacts')).toMatchObject({
      value: number,
      contacts: [{ id: 'c1', name: 'Ada' }],
    });
  });

  test('is looked up anew for another number, and after a failure', async () => {
    world.server.arm({ path: contactsPath, status: 403, json: {} });
    await lookUp();
    expect(kept('contacts')).toMatchObject({
      contacts: [],
      failure: { code: 'contacts-not-allowed' },
    });
    world.server.arm({ path: contactsPath, json: { contacts: [] }, times: 2 });
    const before = world.calls.length;
    await lookUp();
    // Views see that it is asked again.
    expect(world.calls.slice(before)).toContain('storage.session.remove');
    await lookUp('ada@example.com');
    expect(asked(contactsPath)).toHaveLength(3);
    expect(kept('contacts')).toEqual({ value: 'ada@example.com', contacts: [] });
  });
});

describe('the data tables of the organization', () => {
  const path = '/api/v2/flows/datatables/divisionviews';
  const listTables = () => world.ask('listTables', { connection });
  const page = (pageNumber: number, pageCount: number) => ({
    path,
    json: { entities: [{ id: tableId, name: `Table ${pageNumber}` }], pageNumber, pageCount },
  });

  test('are listed page by page, ten pages at most', async () => {
    world.server.arm(page(1, 2));
    world.server.arm(page(2, 2));
    await listTables();
    expect(kept('tables').tables.map(({ name }: { name: string }) => name)).toEqual([
      'Table 1',
      'Table 2',
    ]);
    world.server.arm({ ...page(1, 1e9), times: 99 });
    await listTables();
    expect(asked(path)).toHaveLength(12);
  });

  test('are missing if the person may not list them, and the view learns why', async () => {
    world.server.arm({ path, status: 403, json: {} });
    await listTables();
    expect(kept('tables')).toMatchObject({ tables: [], failure: { code: 'tables-not-listed' } });
  });
});

describe('the rows of a data table', () => {
  const readTable = () => world.ask('readTable', { connection, tableId });
  const page = (pageNumber: number, pageCount: number, rows = 100) => ({
    path: rowsPath,
    json: {
      entities: Array.from({ length: rows }, (_, n) => ({ key: `${pageNumber}-${n}` })),
      pageNumber,
      pageCount,
    },
  });

  test('are read page by page, and kept for ten minutes', async () => {
    world.server.arm(page(1, 2));
    world.server.arm(page(2, 2, 3));
    await readTable();
    await readTable();
    expect(asked(rowsPath).map(({ url }) => new URL(url).searchParams.get('pageNumber'))).toEqual([
      '1',
      '2',
    ]);
    expect(table().rows).toHaveLength(103);
    expect(table().complete).toBe(true);
    await world.pass(600_000);
    world.server.arm(page(1, 1, 1));
    await readTable();
    expect(table().rows).toHaveLength(1);
  });

  test('are a thousand at most, whatever the server says', async () => {
    world.server.arm({ ...page(1, 1e9), times: 99 });
    await readTable();
    expect(asked(rowsPath)).toHaveLength(10);
    expect(table().rows).toHaveLength(1_000);
    expect(table().complete).toBe(false);
  });

  test('take no more room than a share of what the browser keeps in memory', async () => {
    const entities = Array.from({ length: 100 }, (_, n) => ({
      key: `${n}`,
      notes: 'x'.repeat(4_000),
      more: 'x'.repeat(4_000),
    }));
    world.server.arm({
      path: rowsPath,
      json: { entities, pageNumber: 1, pageCount: 500 },
      times: 99,
    });
    await readTable();
    expect(asked(rowsPath)).toHaveLength(1);
    expect(JSON.stringify(table()).length).toBeLessThan(300_000);
    expect(table().rows.length).toBeGreaterThan(0);
    expect(table().complete).toBe(false);
  });

  test('are asked for a limited number of times if pages hold next to nothing', async () => {
    world.server.arm({
      path: rowsPath,
      json: { entities: [{ noKey: 1 }], pageNumber: 1, pageCount: 1e9 },
      times: 99,
    });
    await readTable();
    expect(asked(rowsPath)).toHaveLength(40);
    expect(table()).toMatchObject({ rows: [], complete: false });
  });

  test.each([
    [403, 'table-not-allowed'],
    [404, 'table-not-found'],
    [503, 'table-not-read'],
  ])('are missing where the server answers %i, which is said', async (status, code) => {
    world.server.arm({ path: rowsPath, status, json: {} });
    await readTable();
    expect(table()).toMatchObject({ rows: [], failure: { code } });
  });
});
