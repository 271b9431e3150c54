import type { Launch } from './launch.ts';

/** Executions stay readable for days at most; after this long a run is no longer asked about. */
const longestFollowed = 3 * 24 * 60 * 60 * 1000;

/** Chrome does not run alarms more often: https://developer.chrome.com/docs/extensions/reference/api/alarms */
export const alarmPeriod = 30_000;

/**
 * How long to wait before the next look at an execution, in milliseconds, from its age. Observed
 * runs take 0.6 to 1.3 seconds, so the first looks come quickly; old runs are asked about rarely.
 * A user's limit is 300 requests a minute, shared with nobody else's client but all our views.
 */
export function nextLook(launch: Launch, now: number, someoneLooks: boolean): number | undefined {
  const age = now - launch.times.created;
  if (age > longestFollowed) return undefined;
  if (!someoneLooks) return Math.max(alarmPeriod, age / 10);
  if (age < 3_000) return 400;
  if (age < 30_000) return 1_000;
  if (age < 300_000) return 3_000;
  return 10_000;
}
