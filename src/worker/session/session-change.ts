import type { Session } from '../../core/session/session.ts';
import { withLock } from '../../platform/locks.ts';
import { sessionOf } from '../../platform/store/keys.ts';

/**
 * Changes a connection's session: whoever else changes it, in whatever context, waits meanwhile, so
 * that nothing is written over what somebody did in between. `undefined` for none.
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
    await (after === undefined ? stored.remove() : stored.set(after));
  });
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
