import { extrasOf } from '../session/extras.ts';
import type { Connection, Settings } from '../settings/settings.ts';

/** Fields that any page can have (core/page/context.ts). */
const ofPages = [
  ...['customerNumber', 'customerExtension', 'contactType', 'customerId', 'customerName', 'email'],
  ...['conversationId', 'selection', 'pageUrl', 'pageTitle'],
];

/** Fields of a conversation (core/conversation/fields.ts); participant data has names of its own. */
const ofConversations = [
  ...['id', 'customerNumber', 'customerExtension', 'contactType', 'direction', 'queueName'],
  ...['queueId', 'customerName', 'email', 'externalContactId', 'startedAt', 'state'],
].map((name) => `conversation.${name}`);

/**
 * What a template can name: fields of pages, those of the site rules, and those of conversations where the
 * connection reads them.
 */
export function templateNames(
  connection: Connection,
  { sites }: Pick<Settings, 'sites'>,
): string[] {
  const ofSites = sites.flatMap(({ fields }) => Object.keys(fields));
  const readsConversations = extrasOf(connection).includes('conversations');
  return [...new Set([...ofPages, ...ofSites, ...(readsConversations ? ofConversations : [])])];
}
