import { cleanText } from '../base/clean-text.ts';
import type { Hosts } from '../base/environment.ts';
import { notRead } from '../base/error-body.ts';
import { done, failureSchema, type Outcome } from '../base/failure.ts';
import type { HttpAnswer, HttpRequest } from '../base/http.ts';
import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { pageQuery, readListing } from './listing.ts';

/** A row of a data table: its reference key, and its other fields by the names of the schema. */
const tableRowSchema = z.object({
  key: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

export type TableRow = z.infer<typeof tableRowSchema>;

/** A list with more rows is cut here, for it is to be chosen from. A table may have 5,000. */
export const mostRows = 1_000;

/** The same in characters: the browser keeps 10 MB in memory for all of Kickoff, and launches must have room. */
const mostCharacters = 200_000;

/** Enough for all rows if the server gives no more than 25 a page. */
export const mostRowPages = 40;

/** The rows of a data table, as last read. */
export const tableSchema = z.object({
  rows: z.array(tableRowSchema),
  /** False where the table has more rows than are kept. */
  complete: z.boolean(),
  /** Milliseconds since 1970. */
  readAt: z.number(),
  failure: z.optional(failureSchema),
});

export type DataTable = z.infer<typeof tableSchema>;

/** One page of rows, and whether more follow. */
export interface TablePage {
  rows: TableRow[];
  isLast: boolean;
}

/**
 * Asks for one page of the rows of a data table, in full: `showbrief` left out gives keys alone.
 * `GET /api/v2/flows/datatables/{datatableId}/rows` (getFlowsDatatableRows):
 * https://developer.genesys.cloud/devapps/api-explorer
 *
 * @param pageNumber from 1
 */
export function rowsRequest(hosts: Hosts, tableId: string, pageNumber: number): HttpRequest {
  const query = pageQuery(pageNumber, { showbrief: 'false' });
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/flows/datatables/${encodeURIComponent(tableId)}/rows?${query}`,
    headers: { Accept: 'application/json' },
  };
}

/**
 * Reads one page of rows. The published description calls their values objects; they are text, numbers
 * and yes-or-no. Fails with `table-not-allowed`, `table-not-found` or `table-not-read`.
 */
export function readRows(answer: HttpAnswer): Outcome<TablePage> {
  const { status } = answer;
  if (status === 403) return notRead(answer, 'table-not-allowed', {});
  if (status === 404) return notRead(answer, 'table-not-found', {});
  const page = readListing(answer);
  if (page === undefined) return notRead(answer, 'table-not-read');
  return done({ rows: page.entities.flatMap(rowOf), isLast: page.isLast });
}

/** As many of the rows as are kept, and whether these are all of them. */
export function keptRows(rows: readonly TableRow[]): { rows: TableRow[]; complete: boolean } {
  let characters = 0;
  const cut = rows.findIndex((row, place) => {
    characters += JSON.stringify(row).length;
    return place >= mostRows || characters > mostCharacters;
  });
  return cut < 0
    ? { rows: [...rows], complete: true }
    : { rows: rows.slice(0, cut), complete: false };
}

function rowOf(entity: unknown): TableRow[] {
  if (!isObject(entity)) return [];
  const fields = Object.entries(entity).flatMap(([name, value]): [string, string][] => {
    const text = scalar(value);
    return text === undefined ? [] : [[name, text]];
  });
  const key = fields.find(([name]) => name.toLowerCase() === 'key')?.[1];
  return key ? [{ key, fields: fields.filter(([name]) => name.toLowerCase() !== 'key') }] : [];
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= 4_000 ? cleanText(value) : undefined;
}
