import { personKey, personOf } from '../../core/session/person.ts';
import type { Session } from '../../core/session/session.ts';
import { lastPersonOf, sessionOf } from '../../platform/keys/connection.ts';
import { withLock } from '../../platform/locks.ts';
import { forgetPerson } from '../../platform/store/forget.ts';

/**
 * Changes a connection's session. Other changes to it, from whatever context, wait meanwhile, so that
 * none overwrites another. `undefined` stands for no session.
 *
 * @returns the session that was there before
 */
export function changeSession(
  connectionKey: string,
  change: (session: Session | undefined) => Session | undefined | Promise<Session | undefined>,
): Promise<Session | undefined> {
  return withLock(`session ${connectionKey}`, async () => {
    const stored = sessionOf(connectionKey);
    const before = await stored.get();
    const after = await change(before);
    if (after === before) return before;
    if (after !== undefined) await handOver(connectionKey, after);
    await (after === undefined ? stored.remove() : stored.set(after));
    return before;
  });
}

/**
 * Deletes what one person began and read before the next one on the same computer has a session to see
 * it, even if the first session had ended by itself.
 */
async function handOver(connectionKey: string, session: Session): Promise<void> {
  const last = lastPersonOf(connectionKey);
  const before = await last.get();
  const now = personOf(session) && personKey(session);
  if (before === now) return;
  // If the server never said who the last person was, Kickoff cannot know what is another’s.
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
