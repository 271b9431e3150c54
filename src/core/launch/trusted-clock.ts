import { z } from '../base/zod.ts';

/** What is known of the computer's clock, in milliseconds since 1970. */
export const clockSchema = z.object({
  /** The time that was believed last. */
  believed: z.number(),
  /** When the clock was first seen far ahead of that. */
  doubtedSince: z.optional(z.number()),
});

export type Clock = z.infer<typeof clockSchema>;

const day = 24 * 60 * 60 * 1000;

/** A computer may be off for a weekend; whatever is further ahead may be a clock that is set wrong. */
const longestLeap = 3 * day;

/**
 * The clock after it was looked at. A time far ahead of the last one is believed only after a day: a
 * computer that was off so long cannot be told from one whose clock is wrong, and what is deleted because
 * of its age cannot be brought back.
 */
export function lookAtClock(clock: Clock | undefined, now: number): Clock {
  const { believed = now, doubtedSince } = clock ?? {};
  if (now - believed <= longestLeap) return { believed: now };
  if (doubtedSince === undefined || now < doubtedSince) return { believed, doubtedSince: now };
  return now - doubtedSince >= day ? { believed: now } : { believed, doubtedSince };
}
