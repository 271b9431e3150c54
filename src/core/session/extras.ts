import type { Connection } from '../settings/settings.ts';
import { holdsScope, needsOf } from './permission.ts';

/** What a connection may be set up to read beside flows. */
export const extraIds = ['conversations', 'contacts', 'tables'] as const;

export type ExtraId = (typeof extraIds)[number];

/** The call whose needs decide whether each may be read. */
export const operations = {
  conversations: 'conversations',
  contacts: 'contacts',
  tables: 'table-rows',
} as const satisfies Record<ExtraId, keyof typeof needsOf>;

/** What a connection is set up to read beside flows. */
export function extrasOf({ scopes, flows }: Pick<Connection, 'scopes' | 'flows'>): ExtraId[] {
  const isIn: Record<ExtraId, boolean> = {
    conversations: holdsScope(scopes, needsOf.conversations.scopes),
    contacts: holdsScope(scopes, needsOf.contacts.scopes),
    tables: flows.some(({ choices = {} }) => Object.keys(choices).length > 0),
  };
  return (Object.keys(operations) as ExtraId[]).filter((id) => isIn[id]);
}
