import { sessionOf } from '../keys/connection.ts';
import { keyOf } from './stored.ts';

/** Whether there is a session, with whatever connection. */
export async function isAnyoneSignedIn(): Promise<boolean> {
  const keys = await chrome.storage.session.getKeys();
  return keys.some((key) => key.startsWith(keyOf(sessionOf.entry, '')));
}
