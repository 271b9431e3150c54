import { z } from '../../core/base/zod.ts';
import { conversationsSchema } from '../../core/conversation/recent.ts';
import { contactLookUpSchema } from '../../core/lookup/contact.ts';
import { tableSchema } from '../../core/lookup/table.ts';
import { stored } from './stored.ts';

// What Genesys Cloud said about customers. Kept in memory only, for the person who may see it: nothing
// of it is written to disk but what a launch was filled with.

/** The person's conversations, as last read. */
export const conversationsOf = (connectionKey: string) =>
  stored('session', `conversations ${connectionKey}`, z.optional(conversationsSchema), undefined);

/** The external contacts behind the number or email address that was last looked up. */
export const contactsOf = (connectionKey: string) =>
  stored('session', `contacts ${connectionKey}`, z.optional(contactLookUpSchema), undefined);

/** The rows of a data table. */
export const tableOf = (connectionKey: string, tableId: string) =>
  stored('session', `table ${tableId} ${connectionKey}`, z.optional(tableSchema), undefined);
