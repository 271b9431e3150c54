import { rateLimitSchema } from '../../core/base/rate-limit.ts';
import { z } from '../../core/base/zod.ts';
import { transports } from '../../core/launch/launch.ts';
import { recentLaunchesSchema } from '../../core/launch/recent.ts';
import { stored } from './stored.ts';

// What is remembered from one launch for the next. Losing it costs a request or a question more.

const transportSchema = z.object({ transport: z.enum(transports), at: z.number() });

/** Which transport a server has taken, by its origin. */
export const transportTo = (origin: string) =>
  stored('local', `transport ${origin}`, z.optional(transportSchema), undefined);

/** How much of a connection's limit of requests is used up. */
export const limitOf = (connectionKey: string) =>
  stored('session', `limit ${connectionKey}`, z.optional(rateLimitSchema), undefined);

/** What was launched in the last minute. */
export const recentLaunches = stored('session', 'lately', recentLaunchesSchema, []);
