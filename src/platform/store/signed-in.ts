import type { AtComputer } from '../../core/launch/history.ts';
import { lastPersons, sessionOf } from '../keys/connection.ts';
import { keyOf } from './stored.ts';

const prefix = keyOf(sessionOf.entry, '');

/** Whether there is a session, whichever the connection. */
export async function isSignedInAnywhere(): Promise<boolean> {
  return (await signedInConnections()).size > 0;
}

/** Who may be at the computer, as far as connections by these keys tell. */
export async function atComputer(connectionKeys: Iterable<string>): Promise<AtComputer> {
  const [last, signedIn] = await Promise.all([lastPersons(connectionKeys), signedInConnections()]);
  return { lastPersons: last, signedIn };
}

/** The keys of the connections to which a person is signed in. */
async function signedInConnections(): Promise<Set<string>> {
  const keys = await chrome.storage.session.getKeys();
  return new Set(keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])));
}

/** Calls back whenever a session begins, is renewed or ends, until the signal aborts. */
export function onSignedInChange(callback: () => void, signal: AbortSignal): void {
  const { onChanged } = chrome.storage.session;
  const listener = (changes: object): void => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) callback();
  };
  onChanged.addListener(listener);
  signal.addEventListener('abort', () => onChanged.removeListener(listener));
}
