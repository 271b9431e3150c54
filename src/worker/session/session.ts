import { hostsOf } from '../../core/base/environment.ts';
import { done, type Failure, failed, type Outcome } from '../../core/base/failure.ts';
import { deleteTokenRequest, endOf, isFresh, type Session } from '../../core/session/session.ts';
import type { ConnectionPlace } from '../../core/settings/connection-key.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { send } from '../../platform/http.ts';
import { sessionOf, signedOutOf, signInOf } from '../../platform/keys/connection.ts';
import { disclosureAgreed, settings } from '../../platform/keys/settings.ts';
import { forgetPerson } from '../../platform/store/forget.ts';
import { bringPopupBack, isPopupOpen } from '../../platform/views.ts';
import { forgetHistoryOf } from '../history.ts';
import { inBackground } from '../in-background.ts';
import { onceAtATime } from '../once-at-a-time.ts';
import { changeSession } from './session-change.ts';
import { authorize } from './sign-in.ts';

/** How far a session may be fetched: from storage only, without a window, or with one. */
export type Effort = 'stored' | 'silent' | 'interactive';

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

/**
 * A new session in place of one that is no more: it has expired, or the server no longer takes it.
 * Where none is had without a window, the old one is forgotten, and every view sees it. Fails as
 * `freshSession` does, or silently with why the login server could not be asked.
 *
 * @param refused the token that the server did not take, where that is why
 */
export async function renewedSession(
  connection: Connection,
  effort: Exclude<Effort, 'stored'>,
  refused?: string,
): Promise<Outcome<Session>> {
  const before = await sessionOf(connectionKey(connection)).get();
  // Of requests that were refused together, the first has renewed it for the others.
  const isRenewed = refused !== undefined && before?.accessToken !== refused;
  if (isRenewed && isFresh(before, Date.now())) return done(before);
  const silent = await renewSilently(connection);
  if (!silent.ok && silent.failure.code === 'signed-out' && before) {
    await endSession(connection, before);
  }
  if (silent.ok || effort === 'silent') return silent;
  // Who has signed out meanwhile does not expect a sign-in window, which may close by itself, signed in.
  const isSignedOut = await signedOutOf(connectionKey(connection)).get();
  return isSignedOut ? failed('signed-out') : signIn(connection);
}

/** A new session without a window, while the login session lives. The old one stays where that fails. */
export function renewSilently(connection: Connection): Promise<Outcome<Session>> {
  return onceAtATime(`renewal ${connectionKey(connection)}`, () => renew(connection));
}

/** What the person had begun stays, to go on with once they are signed in again. */
async function endSession(connection: Connection, ended: Session): Promise<void> {
  const key = connectionKey(connection);
  await changeSession(key, async (session) => {
    // Another attempt may have signed in meanwhile, or the person out.
    if (session?.accessToken !== ended.accessToken) return session;
    await signInOf(key).set({ state: 'failed', failure: endOf(ended) });
    return undefined;
  });
}

/** Who has signed out is not signed in behind their back, although the login session may live on. */
async function renew(connection: Connection): Promise<Outcome<Session>> {
  const key = connectionKey(connection);
  if (await signedOutOf(key).get()) return failed('signed-out');
  if ((await settings.get()).isDisclosed === false) return failed('signed-out');
  const since = signOutsOf(key);
  const session = await authorize(connection, { silently: true });
  if (!session.ok) {
    return session.failure.code === 'sign-in-needed' ? failed('signed-out') : session;
  }
  let isTaken = false;
  await changeSession(key, async (before) => {
    isTaken = signOutsOf(key) === since && !(await signedOutOf(key).get());
    return isTaken ? session.value : before;
  });
  if (isTaken) return session;
  await deleteToken(connection, session.value);
  return failed('signed-out');
}

/** How often a session was ended on purpose while this worker ran, by the connection's key. */
const signOuts = new Map<string, number>();

const signOutsOf = (key: string) => signOuts.get(key) ?? 0;
const noteSignOut = (key: string) => void signOuts.set(key, signOutsOf(key) + 1);

/**
 * Signs in with a window, and writes how it stands for all views to see. A popup that is open closes around that
 * window, and comes back after it. Fails with `signed-out` where the person signed out while the window was open.
 *
 * @param asksWho ask who it is, also where the login server knows a person
 */
export async function signIn(connection: Connection, asksWho = false): Promise<Outcome<Session>> {
  const comesBack = await isPopupOpen();
  const key = connectionKey(connection);
  // A window that was open when the person signed out signs nobody in any more: they get another one.
  const session = await onceAtATime(`sign-in ${key} ${signOutsOf(key)}`, () =>
    signInByWindow(connection, asksWho),
  );
  // Without waiting: a launch goes on meanwhile, and another attempt may begin.
  if (comesBack) inBackground(reopenPopup());
  return session;
}

/** Brings the popup back, once for all who asked to sign in together. */
function reopenPopup(): Promise<void> {
  return onceAtATime('reopening', bringPopupBack);
}

async function signInByWindow(connection: Connection, asksWho: boolean): Promise<Outcome<Session>> {
  const key = connectionKey(connection);
  const since = signOutsOf(key);
  // The button stands below what is read, sent and kept: choosing it is the agreement.
  // Where storage refuses, the next sign-in writes it: that is no reason not to sign in.
  await disclosureAgreed.set(true).catch(console.warn);
  await signInOf(key).set({ state: 'signing-in' });
  const session = await authorize(connection, { silently: false, asksWho });
  let isOver = signOutsOf(key) !== since;
  if (session.ok) {
    const before = await changeSession(key, async (current) => {
      isOver = signOutsOf(key) !== since;
      if (isOver) return current;
      await signedOutOf(key).remove();
      return session.value;
    });
    if (isOver) inBackground(deleteToken(connection, session.value));
    else await signInOf(key).remove();
    // The person of the account before is signed out; a renewal's old token ends by itself.
    if (asksWho && before && !isOver) inBackground(deleteToken(connection, before));
  } else if (!isOver) {
    await signInOf(key).set({ state: 'failed', failure: session.failure });
  }
  return isOver ? failed('signed-out') : session;
}

/**
 * Signs out: forgets everything here that belongs to the person, and deletes the token at the
 * server; where that could not be told, the failure is `token-not-deleted`.
 */
export async function signOut(connection: Connection): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  noteSignOut(key);
  const session = await changeSession(key, async () => {
    await signedOutOf(key).set(true);
    return undefined;
  });
  await forgetPerson(key);
  if ((await settings.get()).history.deleteOnSignOut) await forgetHistoryOf(key, session);
  if (session === undefined || (await deleteToken(connection, session))) return done(null);
  return failed('token-not-deleted');
}

/** Ends the session of a connection that is gone, here and at the server. */
export async function endSessionFor(place: ConnectionPlace): Promise<void> {
  const key = connectionKey(place);
  noteSignOut(key);
  const session = await changeSession(key, () => undefined);
  if (session) await deleteToken(place, session);
}

/** Whether the server took the token back, or no longer knows it. */
async function deleteToken({ environment }: ConnectionPlace, { accessToken }: Session) {
  const hosts = hostsOf(environment);
  const reply = await send(deleteTokenRequest(hosts), { accessToken, origin: hosts.api });
  return 'answer' in reply && (reply.answer.status < 300 || reply.answer.status === 401);
}

/** A sign-in that an earlier worker began ended with it, and every view sees that it did. */
export async function endInterruptedSignIn(connection: Connection): Promise<void> {
  const key = connectionKey(connection);
  const interrupted: Failure = { code: 'sign-in-interrupted', params: {} };
  if ((await signInOf(key).get())?.state === 'signing-in') {
    await signInOf(key).set({ state: 'failed', failure: interrupted });
  }
}
