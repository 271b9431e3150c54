import { hostsOf } from '../../core/base/environment.ts';
import { jsonOf } from '../../core/base/http.ts';
import { holdsPermission, needsOf } from '../../core/session/permission.ts';
import { readWhoAmI, type Session, whoAmIRequest } from '../../core/session/session.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { sessionOf } from '../../platform/keys/connection.ts';
import { readWithToken } from '../api.ts';
import { addToSession } from './session-change.ts';

/**
 * The session, with what the server says now about its user: rights change while tokens live.
 * `undefined` where the server does not say, or where the session ended meanwhile.
 */
export async function sessionWithRights(connection: Connection): Promise<Session | undefined> {
  const request = whoAmIRequest(hostsOf(connection.environment));
  const asked = await readWithToken(connection, request);
  if (!asked.ok || asked.value.answer.status !== 200) return undefined;
  const { answer, accessToken } = asked.value;
  const learned = readWhoAmI(jsonOf(answer));
  if (learned.user === undefined) return undefined;
  return addToSession(connectionKey(connection), accessToken, learned);
}

/**
 * Asks the server again where the person, as far as is known, may not launch: an administrator may have
 * given them the right since they signed in.
 */
export async function recheckRights(connection: Connection): Promise<void> {
  const session = await sessionOf(connectionKey(connection)).get();
  const [permission] = needsOf.launch.permissions;
  if (session?.permissions === undefined || holdsPermission(session.permissions, permission))
    return;
  await sessionWithRights(connection);
}
