import { extrasOf } from '../core/session/extras.ts';
import type { Connection } from '../core/settings/settings.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { contactsOf, conversationsOf, tableOf } from '../platform/keys/customer.ts';
import type { Part } from './part.ts';

/**
 * What Genesys Cloud said of customers, as far as a connection reads it: the person's conversations,
 * external contacts, and the tables that inputs of its flows are chosen from.
 */
export function customerPart(connection: Connection, key: string): Part {
  const extras = extrasOf(connection);
  const conversations = extras.includes('conversations') ? conversationsOf(key) : undefined;
  const contacts = extras.includes('contacts') ? contactsOf(key) : undefined;
  const sources = connection.flows.flatMap(({ choices = {} }) => Object.values(choices));
  const tableIds = [...new Set(sources.map(({ table }) => table))];
  let tables: LauncherState['tables'] = {};
  const take = (id: string, table: LauncherState['tables'][string] | undefined) => {
    if (table) tables = { ...tables, [id]: table };
    return { tables };
  };
  return {
    read: async () => {
      await Promise.all(tableIds.map(async (id) => take(id, await tableOf(key, id).get())));
      const [talks, contact] = await Promise.all([conversations?.get(), contacts?.get()]);
      return { conversations: talks, contacts: contact, tables };
    },
    onChange: (callback, signal) => {
      conversations?.onChange((value) => callback({ conversations: value }), signal);
      contacts?.onChange((value) => callback({ contacts: value }), signal);
      for (const id of tableIds) {
        tableOf(key, id).onChange((table) => callback(take(id, table)), signal);
      }
    },
  };
}
