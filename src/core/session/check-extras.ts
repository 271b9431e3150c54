import { type CheckLine, good, warn } from './check-lines.ts';
import { type ExtraId, operations } from './extras.ts';
import { holdsPermission, holdsScope, needsOf } from './permission.ts';
import type { Session } from './session.ts';

/** Whether the token and its user may read what a connection reads beside flows. Launching works without. */
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
