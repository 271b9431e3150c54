import type { Connection } from '../settings/settings.ts';
import { type CheckLine, type ExtraId, good, warn } from './check-lines.ts';
import { holdsPermission, holdsScope, needsOf } from './permission.ts';
import type { Session } from './session.ts';

const operations = {
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

/** Whether the token and its user may read that. Launching works without. */
export function readExtras(
  extras: readonly ExtraId[],
  { scopes, permissions }: Pick<Session, 'scopes' | 'permissions'>,
): CheckLine[] {
  return extras.map((id) => {
    const needs = needsOf[operations[id]];
    const [scope] = needs.scopes;
    const [permission] = needs.permissions;
    if (scopes !== undefined && !holdsScope(scopes, needs.scopes)) {
      return warn(id, 'scope_missing', { scope });
    }
    const mayAny = needs.permissions.some((each) => holdsPermission(permissions ?? [], each));
    return permission === undefined || permissions === undefined || mayAny
      ? good(id)
      : warn(id, 'permission_missing', { permission });
  });
}
