import { type Route, readScopes } from './api-route.ts';
import { divisionEntity } from './flow-entity.ts';
import { listing, pagingOf } from './paging.ts';
import { refuse } from './refusals.ts';
import { uuid } from './uuid.ts';

type Row = Readonly<Record<string, string | number | boolean>> & { key: string };

/** Data tables as an organization keeps them for its flows. */
export interface SandboxTable {
  id: string;
  name: string;
  rows: readonly Row[];
}

const table = (name: string, rows: readonly Row[]): SandboxTable => ({
  id: uuid(`table ${name}`),
  name,
  rows,
});

export const tables = {
  topics: table('Topics', [
    { key: 'delivery', label: 'Delivery', priority: 3, active: true },
    { key: 'complaint', label: 'Complaint', priority: 5, active: true },
    { key: 'invoice', label: 'Invoice', priority: 2, active: false },
  ]),
  /** More than are offered. */
  branches: table(
    'Branches',
    Array.from({ length: 1200 }, (_, n) => ({
      key: `B-${String(n).padStart(4, '0')}`,
      label: `Branch ${n}`,
    })),
  ),
} as const satisfies Record<string, SandboxTable>;

/** A hundred rows a page at most; the real limit is not published. */
const longestPage = 100;

export function tableRoutes(): Route[] {
  const all: readonly SandboxTable[] = Object.values(tables);
  const find = (id: string) => all.find((each) => each.id === id.toLowerCase());
  return [
    {
      method: 'GET',
      path: '/api/v2/flows/datatables/divisionviews',
      scopes: readScopes,
      permissions: { all: ['architect:datatable:search'] },
      handle(call) {
        const paging = pagingOf(call, longestPage);
        return 'status' in paging ? paging : listing(call, all, paging, tableEntity);
      },
    },
    {
      method: 'GET',
      path: '/api/v2/flows/datatables/{datatableId}',
      scopes: readScopes,
      permissions: { any: ['architect:datatable:view'] },
      handle({ parameter }) {
        const found = find(parameter);
        return found === undefined
          ? refuse('flows.datatables.table.not.found')
          : { status: 200, json: tableEntity(found) };
      },
    },
    {
      method: 'GET',
      path: '/api/v2/flows/datatables/{datatableId}/rows',
      scopes: readScopes,
      permissions: { any: ['architect:datatable:view', 'architect:datatableRow:view'] },
      handle(call) {
        const found = find(call.parameter);
        if (found === undefined) return refuse('flows.datatables.table.not.found');
        const paging = pagingOf(call, longestPage);
        if ('status' in paging) return paging;
        const isBrief = call.query.get('showbrief') !== 'false';
        return listing(call, found.rows, paging, (row) => (isBrief ? { key: row.key } : row));
      },
    },
  ];
}

function tableEntity({ id, name, rows }: SandboxTable) {
  const names = Object.keys(rows[0] ?? {});
  return {
    id,
    name,
    division: divisionEntity('Home'),
    schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: name,
      type: 'object',
      required: ['key'],
      properties: Object.fromEntries(
        names.map((each) => [each, { title: each, type: typeof rows[0]?.[each], $id: `/${each}` }]),
      ),
      additionalProperties: false,
    },
    selfUri: `/api/v2/flows/datatables/${id}`,
  };
}
