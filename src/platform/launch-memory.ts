import { sendingWays } from '../core/launch.ts';
import { rateLimitSchema } from '../core/rate-limit.ts';
import { latelySchema } from '../core/same-launch.ts';
import { z } from '../core/zod.ts';
import { stored } from './storage.ts';

// What is remembered from one launch for the next. Losing it costs a request or a question more.

const waySchema = z.object({ sentAs: z.enum(sendingWays), at: z.number() });

/** Which way of sending a server has taken, by its origin. */
export const wayTo = (origin: string) =>
  stored('local', `way ${origin}`, waySchema.optional(), undefined);

/** How much of a connection's limit of requests is used up. */
export const limitOf = (connectionKey: string) =>
  stored('session', `limit ${connectionKey}`, rateLimitSchema.optional(), undefined);

/** What was launched in the last minute. */
export const lately = stored('session', 'lately', latelySchema, []);
