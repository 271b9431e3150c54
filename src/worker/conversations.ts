import { hostsOf } from '../core/base/environment.ts';
import { done, failed, type Outcome } from '../core/base/failure.ts';
import { isNearlyUsed } from '../core/base/rate-limit.ts';
import { afterReading, withoutOld } from '../core/conversation/recent.ts';
import {
  conversationsRequest,
  type ReadConversations,
  readConversations,
} from '../core/conversation/request.ts';
import { extrasOf } from '../core/session/extras.ts';
import { holdsScope, needsOf } from '../core/session/permission.ts';
import type { Session } from '../core/session/session.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { limitOf, sessionOf } from '../platform/keys/connection.ts';
import { conversationsOf } from '../platform/keys/customer.ts';
import { read } from './api.ts';
import { onceAtATime } from './once-at-a-time.ts';

/**
 * A form that opens costs one request: what was read as its menu item was clicked, or by another view
 * beside it, is new enough for it. In milliseconds.
 */
const newEnough = 5_000;

/**
 * Reads the person's own conversations into memory, where views see them, if the connection is set up
 * for it. However many ask, they are read once at a time. What goes wrong is written there, too, and
 * what was read before stays.
 */
export async function readOwnConversations(
  connection: Connection,
  { anew = false } = {},
): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  const session = await sessionOf(key).get();
  const isSetUp = extrasOf(connection).includes('conversations');
  if (session === undefined || !isSetUp) return done(null);
  const known = await conversationsOf(key).get();
  const isNew = known && known.failure === undefined && Date.now() - known.readAt < newEnough;
  if (isNew && !anew) return done(null);

  return onceAtATime(`conversations ${key} ${session.user?.id}`, () =>
    readFor(connection, session),
  );
}

async function readFor(connection: Connection, { user }: Session): Promise<Outcome<null>> {
  const key = connectionKey(connection);
  const outcome = await ownConversations(connection);
  const now = await sessionOf(key).get();
  // What was read for one person is not kept for the next.
  if (now?.user?.id !== user?.id) return done(null);
  const kept = conversationsOf(key);
  const before = await kept.get();
  if (outcome.ok) {
    const { conversations, complete } = outcome.value;
    await kept.set(afterReading(before, conversations, complete, Date.now()));
  } else {
    const known = before ?? { conversations: [], complete: true };
    const { failure } = outcome;
    await kept.set({ ...withoutOld({ ...known, readAt: Date.now() }, Date.now()), failure });
  }
  return done(null);
}

/** One request, and none where it is known to be refused. Fails as `read` and `readConversations` do. */
async function ownConversations(connection: Connection): Promise<Outcome<ReadConversations>> {
  const key = connectionKey(connection);
  const [session, limit] = await Promise.all([sessionOf(key).get(), limitOf(key).get()]);
  if (session?.scopes && !holdsScope(session.scopes, needsOf.conversations.scopes)) {
    return failed('conversations-scope-missing');
  }
  if (isNearlyUsed(limit, Date.now())) return failed('conversations-rate-limited');
  const answer = await read(connection, conversationsRequest(hostsOf(connection.environment)));
  return answer.ok ? readConversations(answer.value, session?.user?.id) : answer;
}
