import { hostsOf } from '../core/base/environment.ts';
import { done, type Outcome } from '../core/base/failure.ts';
import { contactsRequest, readContacts } from '../core/lookup/contact.ts';
import {
  type DataTable,
  keptRows,
  mostRowPages,
  mostRows,
  readRows,
  rowsRequest,
} from '../core/lookup/table.ts';
import { type NamedTable, readTables, tablesRequest } from '../core/lookup/tables.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { contactsOf, tableListOf, tableOf } from '../platform/keys/customer.ts';
import { read } from './api.ts';
import { inTurn } from './in-turn.ts';

/** How long the rows of a table are taken as they were read, in milliseconds. */
const tableKept = 10 * 60_000;

/** A longer list is cut: a person would not look through it, and can type the id of a table. */
const mostTablePages = 10;

/**
 * Looks up which external contacts have a number or an email address, with one request, and writes what
 * became of it where views see it. The same is not asked twice in a row.
 */
export function lookUpContact(connection: Connection, value: string): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  return inTurn(`contacts ${key}`, async () => {
    const known = await contactsOf(key).get();
    if (known?.value === value && known.failure === undefined) return done(null);
    // Views show that it is asked again, and hear of an answer that is the same.
    if (known?.failure) await contactsOf(key).remove();
    const answer = await read(connection, contactsRequest(hostsOf(connection.environment), value));
    const outcome = answer.ok ? readContacts(answer.value) : answer;
    await contactsOf(key).set(
      outcome.ok
        ? { value, contacts: outcome.value }
        : { value, contacts: [], failure: outcome.failure },
    );
    return done(null);
  });
}

/**
 * Reads the rows of a data table, as many as are kept, and writes them where views see them. They are
 * kept for ten minutes.
 */
export function readTable(connection: Connection, tableId: string): Promise<Outcome<null>> {
  const kept = tableOf(connectionKey(connection), tableId);
  return inTurn(`table ${tableId}`, async () => {
    const known = await kept.get();
    const isNew = known?.failure === undefined && Date.now() - (known?.readAt ?? 0) < tableKept;
    if (known && isNew) return done(null);
    await kept.set(await wholeTable(connection, tableId));
    return done(null);
  });
}

/** Lists the data tables of the organization, a thousand at most, and writes them where the options see them. */
export function listTables(connection: Connection): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  return inTurn(`tables ${key}`, async () => {
    const hosts = hostsOf(connection.environment);
    const tables: NamedTable[] = [];
    for (let page = 1, isLast = false; !isLast && page <= mostTablePages; page += 1) {
      const answer = await read(connection, tablesRequest(hosts, page));
      const outcome = answer.ok ? readTables(answer.value) : answer;
      if (!outcome.ok) {
        await tableListOf(key).set({ tables, failure: outcome.failure });
        return done(null);
      }
      tables.push(...outcome.value.tables);
      ({ isLast } = outcome.value);
    }
    await tableListOf(key).set({ tables });
    return done(null);
  });
}

async function wholeTable(connection: Connection, tableId: string): Promise<DataTable> {
  const hosts = hostsOf(connection.environment);
  let rows: DataTable['rows'] = [];
  for (let page = 1; rows.length < mostRows && page <= mostRowPages; page += 1) {
    const answer = await read(connection, rowsRequest(hosts, tableId, page));
    const outcome = answer.ok ? readRows(answer.value) : answer;
    if (!outcome.ok) {
      return { rows, complete: false, readAt: Date.now(), failure: outcome.failure };
    }
    const kept = keptRows([...rows, ...outcome.value.rows]);
    if (outcome.value.isLast || !kept.complete) return { ...kept, readAt: Date.now() };
    ({ rows } = kept);
  }
  return { rows, complete: false, readAt: Date.now() };
}
