import type { Answer } from './exchange.ts';
import { refuse } from './refusals.ts';

export interface RateLimit {
  /** Counts one request of a user and says how much is left, and whether it was one too many. */
  count(userId: string): { headers: Record<string, string>; refusal?: Answer };
}

const windowMilliseconds = 60_000;

/**
 * So many requests a minute for each user of an OAuth client, 300 unless set otherwise.
 * https://developer.genesys.cloud/organization/organization/limits
 */
export function createRateLimit(now: () => number, allowed: number): RateLimit {
  const windows = new Map<string, { start: number; count: number }>();

  return {
    count(userId) {
      const known = windows.get(userId);
      const fresh = known === undefined || now() - known.start >= windowMilliseconds;
      const window = fresh ? { start: now(), count: 0 } : known;
      window.count += 1;
      windows.set(userId, window);
      const seconds = String(Math.ceil((window.start + windowMilliseconds - now()) / 1000));
      const headers = {
        'inin-ratelimit-count': String(window.count),
        'inin-ratelimit-allowed': String(allowed),
        'inin-ratelimit-reset': seconds,
      };
      if (window.count <= allowed) return { headers };
      const refusal = refuse('too.many.requests.retry.after', seconds);
      return { headers, refusal: { ...refusal, headers: { 'Retry-After': seconds } } };
    },
  };
}
