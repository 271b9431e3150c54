import { holdsScope, needsOf } from '../session/permission.ts';
import type { Connection } from '../settings/settings.ts';

/**
 * Whether the connection is set up for reading conversations: its scopes name one that allows it. They
 * do not unless a person or an administrator chose so.
 */
export function readsConversations({ scopes }: Pick<Connection, 'scopes'>): boolean {
  return holdsScope(scopes, needsOf.conversations.scopes);
}
