import { hostsOf } from '../core/environment.ts';
import { done, type Failure, failed, type Outcome } from '../core/failure.ts';
import { deleteTokenRequest, isFresh, type Session } from '../core/session.ts';
import { type Connection, connectionKey } from '../core/settings.ts';
import { send } from '../platform/http.ts';
import { sessionOf, signInOf } from '../platform/stored.ts';
import { openPopup } from '../platform/views.ts';
import { authorize } from './sign-in.ts';

/** How far a session may be fetched: from storage only, without a window, or with one. */
export type Effort = 'stored' | 'silent' | 'interactive';

/** Attempts under way, so that however many ask, the person signs in once. */
const underWay = new Map<string, Promise<Outcome<Session>>>();

/**
 * A session that can be used now. Where the stored one has expired it is renewed, without a window
 * while the login session lives, else, if the effort allows it, in a sign-in window.
 *
 * Fails with `signed-out` where the effort ends before a session is had, or as `authorize` does.
 */
export async function freshSession(
  connection: Connection,
  effort: Effort,
): Promise<Outcome<Session>> {
  const kept = await sessionOf(connectionKey(connection)).get();
  if (isFresh(kept, Date.now())) return done(kept);
  return effort === 'stored' ? failed('signed-out') : renewedSession(connection, effort);
}

/** A new session, whatever is stored: for when the server no longer takes the token. */
export async function renewedSession(
  connection: Connection,
  effort: Exclude<Effort, 'stored'>,
): Promise<Outcome<Session>> {
  const key = connectionKey(connection);
  const silent = await once(`silent ${key}`, () => authorize(connection, { silently: true }));
  if (silent.ok) return keep(key, silent.value);
  if (effort === 'silent') return failed('signed-out');
  return signIn(connection, { reopen: true });
}

/**
 * Signs in with a window, and writes how it stands for all views to see. The popup closes when that
 * window takes the focus; `reopen` brings it back.
 */
export async function signIn(
  connection: Connection,
  options: { reopen: boolean },
): Promise<Outcome<Session>> {
  const key = connectionKey(connection);
  return once(key, async () => {
    await signInOf(key).set({ state: 'signing-in' });
    const session = await authorize(connection, { silently: false });
    if (session.ok) {
      await sessionOf(key).set(session.value);
      await signInOf(key).remove();
    } else {
      await signInOf(key).set({ state: 'failed', failure: session.failure });
    }
    if (options.reopen) await openPopup(undefined);
    return session;
  });
}

/**
 * Signs out: deletes the token at the server, then everything that belongs to the session here,
 * even where the server could not be told, which is the failure given back: `token-not-deleted`.
 */
export async function signOut(connection: Connection): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  const session = await sessionOf(key).get();
  await sessionOf(key).remove();
  await signInOf(key).remove();
  if (session === undefined) return done(null);
  const reply = await send(
    deleteTokenRequest(hostsOf(connection.environment)),
    session.accessToken,
  );
  const gone = 'answer' in reply && (reply.answer.status < 300 || reply.answer.status === 401);
  return gone ? done(null) : failed('token-not-deleted');
}

/** A sign-in that an earlier worker began ended with it. */
export async function forgetSignIn(connection: Connection): Promise<void> {
  const key = connectionKey(connection);
  const interrupted: Failure = { code: 'sign-in-interrupted', params: {} };
  if ((await signInOf(key).get())?.state === 'signing-in') {
    await signInOf(key).set({ state: 'failed', failure: interrupted });
  }
}

async function keep(key: string, session: Session): Promise<Outcome<Session>> {
  await sessionOf(key).set(session);
  return done(session);
}

function once(key: string, work: () => Promise<Outcome<Session>>): Promise<Outcome<Session>> {
  const current = underWay.get(key) ?? work().finally(() => underWay.delete(key));
  underWay.set(key, current);
  return current;
}
