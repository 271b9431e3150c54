import type { HttpAnswer } from './http.ts';
import { z } from './zod.ts';

/**
 * How much of a user's limit of requests a minute is used up, as the server last told. The count
 * holds for one OAuth client and user, so for all our windows together.
 * https://developer.genesys.cloud/organization/organization/limits
 */
export const rateLimitSchema = z.object({
  count: z.number(),
  allowed: z.number(),
  /** Milliseconds since 1970. */
  resetAt: z.number(),
});

export type RateLimit = z.infer<typeof rateLimitSchema>;

/** The longest wait, in seconds: a longer one is reported instead. */
const longestWait = 60;

const number = z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number));

const headersSchema = z.object({
  'inin-ratelimit-count': number,
  'inin-ratelimit-allowed': number,
  'inin-ratelimit-reset': number,
});

/** What an answer's headers tell about the limit; `undefined` where they tell nothing. */
export function rateLimitOf(answer: HttpAnswer, now: number): RateLimit | undefined {
  const told = headersSchema.safeParse(answer.headers).data;
  return (
    told && {
      count: told['inin-ratelimit-count'],
      allowed: told['inin-ratelimit-allowed'],
      resetAt: now + told['inin-ratelimit-reset'] * 1000,
    }
  );
}

/**
 * The limit after a 429 on a request that only asks: such requests rest for as long as was told, a minute
 * at most. A launch that is refused this way may have met a limit of launches, which says nothing of them.
 */
export function usedUp(answer: HttpAnswer, now: number): RateLimit {
  const seconds = Math.min(secondsTold(answer) ?? longestWait, longestWait);
  return { count: 1, allowed: 1, resetAt: now + seconds * 1000 };
}

/** Whether so little is left that only launches should still be sent. */
export function isNearlyUsed(limit: RateLimit | undefined, now: number): limit is RateLimit {
  return limit !== undefined && now < limit.resetAt && limit.count >= limit.allowed * 0.8;
}

/**
 * How many seconds a 429 tells to wait: `Retry-After`, else the words of the body (pages without a
 * host permission cannot read the header), else when the count starts anew.
 */
export function secondsTold(answer: HttpAnswer): number | undefined {
  const [, inWords] = /retry the request in \[?(\d{1,6})\]? seconds/i.exec(answer.body) ?? [];
  const told = answer.headers['retry-after'] ?? inWords ?? answer.headers['inin-ratelimit-reset'];
  return number.safeParse(told?.trim()).data;
}

/** A server that says to wait again and again is not obeyed for ever. */
const mostWaits = 3;

/**
 * What to do after a 429 on a launch that was told to wait so often before: wait so many seconds,
 * report that the wait is too long, or, where no time was told, report the refusal as it is.
 */
export function afterTooMany(
  answer: HttpAnswer,
  waitsBefore: number,
): { wait: number } | { tooLong: number } | undefined {
  const seconds = secondsTold(answer);
  if (answer.status !== 429 || seconds === undefined) return undefined;
  return seconds > longestWait || waitsBefore >= mostWaits
    ? { tooLong: seconds }
    : { wait: seconds };
}
