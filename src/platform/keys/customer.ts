import { conversationsSchema } from '../../core/conversation/recent.ts';
import { contactLookUpSchema } from '../../core/lookup/contact.ts';
import { tableSchema } from '../../core/lookup/table.ts';
import { tableListSchema } from '../../core/lookup/tables.ts';
import { perConnection, personal } from '../store/stored.ts';

// What Genesys Cloud said about customers is kept in memory only, for the person who may see it: nothing
// of it is written to disk but what a launch was filled with.

/** The person's conversations, as last read. */
export const conversationsOf = perConnection(
  'session',
  'conversations',
  conversationsSchema,
  undefined,
  personal,
);

/** The external contacts behind the number or email address that was last looked up. */
export const contactsOf = perConnection(
  'session',
  'contacts',
  contactLookUpSchema,
  undefined,
  personal,
);

const tablesOf = perConnection('session', 'table', tableSchema, undefined, personal);

/** The data tables that the person may choose from in the options. */
export const tableListOf = perConnection('session', 'tables', tableListSchema, undefined, personal);

/** The rows of a data table. */
export const tableOf = Object.assign(
  (connectionKey: string, tableId: string) => tablesOf(`${connectionKey} ${tableId}`),
  { entry: tablesOf.entry },
);
