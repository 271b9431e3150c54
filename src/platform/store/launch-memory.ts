import { rateLimitSchema } from '../../core/base/rate-limit.ts';
import { z } from '../../core/base/zod.ts';
import { sendingWays } from '../../core/launch/launch.ts';
import { recentLaunchesSchema } from '../../core/launch/recent.ts';
import { stored } from './stored.ts';

// What is remembered from one launch for the next. Losing it costs a request or a question more.

const waySchema = z.object({ sentAs: z.enum(sendingWays), at: z.number() });

/** Which way of sending a server has taken, by its origin. */
export const wayTo = (origin: string) =>
  stored('local', `way ${origin}`, waySchema.optional(), undefined);

/** How much of a connection's limit of requests is used up. */
export const limitOf = (connectionKey: string) =>
  stored('session', `limit ${connectionKey}`, rateLimitSchema.optional(), undefined);

/** What was launched in the last minute. */
export const recentLaunches = stored('session', 'lately', recentLaunchesSchema, []);
