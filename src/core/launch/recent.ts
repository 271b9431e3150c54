import { sortedJson } from '../base/json.ts';
import { z } from '../base/zod.ts';
import type { LaunchRequest } from './request.ts';

/** How long after a launch Kickoff asks before it makes the same one again, in milliseconds. */
const sameFor = 60_000;

/** Launches of the last minute, by what they launch. In memory only: it has the inputs in it. */
export const recentLaunchesSchema = z.array(
  z.object({ what: z.string(), id: z.string(), at: z.number() }),
);

export type RecentLaunches = z.infer<typeof recentLaunchesSchema>;

/** What a request launches: equal for the same flow with the same inputs, in whatever order. */
export function whatIsLaunched(request: LaunchRequest): string {
  const { connection, flowId, inputData } = request;
  return sortedJson([connection, flowId.toLowerCase(), inputData ?? {}]);
}

/** Those of the last minute. A clock that was set back makes some of them lie ahead: they count. */
export function stillRecent(launches: RecentLaunches, now: number): RecentLaunches {
  return launches.filter(({ at }) => Math.abs(now - at) < sameFor);
}
