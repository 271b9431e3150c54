import { failureSchema } from '../../core/base/failure.ts';
import { rateLimitSchema } from '../../core/base/rate-limit.ts';
import { z } from '../../core/base/zod.ts';
import {
  emptyFlowCache,
  flowCacheSchema,
  flowDetailsSchema,
  recentFlowsSchema,
} from '../../core/flow/list.ts';
import { sessionSchema } from '../../core/session/session.ts';
import { perConnection, personal } from '../store/stored.ts';

/** Who is signed in, with the token. */
export const sessionOf = perConnection('session', 'session', sessionSchema, undefined, personal);

/** Whether the person signed out of a connection, so that nothing signs them in again unasked. */
export const signedOutOf = perConnection('local', 'signed-out', z.boolean(), false);

/** Whose the things are that are kept for persons: the last one whom the server named. */
export const lastPersonOf = perConnection('local', 'last-person', z.string(), undefined);

/** Who was signed in last to each of some connections, by the connections' keys. */
export async function lastPersons(connectionKeys: Iterable<string>): Promise<Map<string, string>> {
  const found = await Promise.all(
    [...new Set(connectionKeys)].map(async (key) => [key, await lastPersonOf(key).get()] as const),
  );
  return new Map(found.flatMap(([key, person]) => (person === undefined ? [] : [[key, person]])));
}

const signInSchema = z.object({
  state: z.enum(['signing-in', 'failed']),
  failure: z.optional(failureSchema),
});

/** How signing in to a connection stands, while it is under way or when it failed. */
export const signInOf = perConnection('session', 'sign-in', signInSchema, undefined, personal);

/** When the session ended, or will end, that was last tried to be renewed ahead of it. */
export const renewalTriedOf = perConnection('session', 'renewal', z.number(), undefined, personal);

/** How much of a connection's limit of requests is used up. */
export const limitOf = perConnection('session', 'limit', rateLimitSchema, undefined);

/** Flows of a connection as last read. */
export const flowCacheOf = perConnection(
  'local',
  'flows',
  flowCacheSchema,
  emptyFlowCache,
  personal,
);

/** Chosen flows with their inputs. */
export const flowDetailsOf = perConnection(
  'session',
  'flow-details',
  flowDetailsSchema,
  {},
  personal,
);

/** Flows launched lately. */
export const recentFlowsOf = perConnection('local', 'recent', recentFlowsSchema, [], personal);
