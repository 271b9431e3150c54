import { cleanText } from '../base/clean-text.ts';
import type { Hosts } from '../base/environment.ts';
import { notRead } from '../base/error-body.ts';
import { done, failureSchema, type Outcome } from '../base/failure.ts';
import type { HttpAnswer, HttpRequest } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { pageQuery, readListing } from './listing.ts';

const namedTableSchema = z.object({ id: z.guid(), name: z.string() });

export type NamedTable = z.infer<typeof namedTableSchema>;

/** The data tables of an organization, as last listed, to be chosen from. */
export const tableListSchema = z.object({
  tables: z.array(namedTableSchema),
  failure: z.optional(failureSchema),
});

/**
 * Asks for one page of the data tables that the person may search, by name.
 * `GET /api/v2/flows/datatables/divisionviews` (getFlowsDatatablesDivisionviews), which needs
 * `architect:datatable:search`: https://developer.genesys.cloud/devapps/api-explorer
 *
 * @param pageNumber from 1
 */
export function tablesRequest(hosts: Hosts, pageNumber: number): HttpRequest {
  const query = pageQuery(pageNumber, { sortBy: 'name' });
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/flows/datatables/divisionviews?${query}`,
    headers: { Accept: 'application/json' },
  };
}

/** Reads one page of data tables. Fails with `tables-not-listed`. */
export function readTables(answer: HttpAnswer): Outcome<{ tables: NamedTable[]; isLast: boolean }> {
  const page = readListing(answer);
  if (page === undefined) return notRead(answer, 'tables-not-listed', {});
  const tables = page.entities.flatMap((entity) => {
    const table = namedTableSchema.safeParse(entity).data;
    return table ? [{ ...table, name: cleanText(table.name).trim() || table.id }] : [];
  });
  return done({ tables, isLast: page.isLast });
}
