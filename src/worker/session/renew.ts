import { connectionInUse, connectionKey } from '../../core/settings/settings.ts';
import { renewalTriedOf, sessionOf } from '../../platform/keys/connection.ts';
import { settings } from '../../platform/keys/settings.ts';
import { isAnyViewOpen } from '../../platform/views.ts';
import { renewSilently } from './session.ts';

export const renewAlarm = 'renew';

/** How often the alarm goes off, in minutes. */
export const renewEvery = 5;

/** A session that would end before the next alarm and a little is renewed now. */
const ahead = (renewEvery + 1) * 60_000;

/**
 * Renews the session in use shortly before it ends, without a window, so that it does not
 * end while the person works. Only while one of our views is open: an unused session must end when the
 * org wants it to. Each session is renewed once at most; if that fails, it lives to its end, and then the
 * person is asked.
 */
export async function renewAhead(): Promise<void> {
  const connection = connectionInUse(await settings.get());
  if (connection === undefined) return;
  const key = connectionKey(connection);
  const session = await sessionOf(key).get();
  if (session === undefined || session.expiresAt - Date.now() > ahead) return;
  const tried = renewalTriedOf(key);
  if ((await tried.get()) === session.expiresAt || !(await isAnyViewOpen())) return;
  await tried.set(session.expiresAt);
  await renewSilently(connection);
}
