import { personKey, personOf } from '../../core/session/person.ts';
import type { Session } from '../../core/session/session.ts';
import { lastPersonOf, sessionOf } from '../../platform/keys/connection.ts';
import { withLock } from '../../platform/locks.ts';
import { forgetPerson } from '../../platform/store/forget.ts';

/**
 * Changes a connection's session. Other changes to it, from whatever context, wait meanwhile, so that
 * none overwrites another. `undefined` for none.
 */
export function changeSession(
  connectionKey: string,
  change: (session: Session | undefined) => Session | undefined | Promise<Session | undefined>,
): Promise<void> {
  return withLock(`session ${connectionKey}`, async () => {
    const stored = sessionOf(connectionKey);
    const before = await stored.get();
    const after = await change(before);
    if (after === before) return;
    if (after !== undefined) await handOver(connectionKey, after);
    await (after === undefined ? stored.remove() : stored.set(after));
  });
}

/**
 * What one person began and read is not for the next one on the same computer. It goes before their
 * session is there to see it, also where the first one’s session had ended by itself.
 */
async function handOver(connectionKey: string, session: Session): Promise<void> {
  const last = lastPersonOf(connectionKey);
  const before = await last.get();
  const now = personOf(session) && personKey(session);
  if (before === now) return;
  // Where the server never said who the last one was, nothing can be known to be another’s.
  if (before !== undefined) await forgetPerson(connectionKey);
  await (now === undefined ? last.remove() : last.set(now));
}

/** Adds to a session what was learned with its token, unless it was ended or replaced meanwhile. */
export async function addToSession(
  connectionKey: string,
  accessToken: string,
  learned: Partial<Session>,
): Promise<Session | undefined> {
  let session: Session | undefined;
  await changeSession(connectionKey, (current) => {
    if (current?.accessToken !== accessToken) return current;
    session = { ...current, ...learned };
    return session;
  });
  return session;
}
