import { hasEnded, type Launch } from './launch.ts';
import { nextLookUp } from './look-up.ts';

const day = 24 * 60 * 60 * 1000;

/** Executions stay readable "for several days"; after this long a run is no longer asked about. */
const longestFollowed = 3 * day;

/** Chrome does not run alarms more often: https://developer.chrome.com/docs/extensions/reference/api/alarms */
export const alarmPeriod = 30_000;

/** How many requests a minute following may send: less than a third of a user's limit. */
const mostRequestsInAMinute = 90;

/** What decides, besides the launch itself, when to ask about it. Times in milliseconds. */
export interface Circumstances {
  now: number;
  /** When it was last asked about, if that is remembered. */
  askedAt: number | undefined;
  isViewOpen: boolean;
  /** From `crowdingOf`: the factor by which other launches lengthen the time between two requests. */
  crowding: number;
}

/**
 * How long to wait before asking about a launch, in milliseconds; `undefined` where asking tells
 * nothing. Observed runs take 0.6 to 1.3 seconds, so a new one is asked about often; an old one is
 * asked about rarely.
 */
export function waitBeforeAsking(launch: Launch, circumstances: Circumstances): number | undefined {
  const { now, askedAt, isViewOpen, crowding } = circumstances;
  if (hasEnded(launch)) return undefined;
  if (launch.state === 'sending') return alarmPeriod;
  if (launch.state === 'unknown') return nextLookUp(launch, now);
  // A time that seems to lie ahead was before the clock was set back: do not wait for that moment.
  if (askedAt === undefined || askedAt > now) return 0;
  const interval = intervalAt(ageOf(launch, now), isViewOpen) * crowding;
  return Math.max(0, askedAt + interval - now);
}

function intervalAt(age: number, isViewOpen: boolean): number {
  // Most runs end within seconds, and a person who has closed the view soon learns it, too.
  if (!isViewOpen) return age < 20_000 ? 2_000 : Math.max(alarmPeriod, age / 10);
  if (age < 3_000) return 400;
  if (age < 30_000) return 1_000;
  if (age < 300_000) return 3_000;
  return 10_000;
}

/**
 * The factor by which requests about several executions are spread, so that all of them together stay
 * within our share of the limit: 1 if each can be asked about as its age needs. An old execution takes
 * little of that share, so it does not slow down a new one.
 */
export function crowdingOf(launches: readonly Launch[], now: number, isViewOpen: boolean): number {
  const requests = launches
    .filter(isFollowed)
    .map((launch) => requestsInAMinute(ageOf(launch, now), isViewOpen));
  return Math.max(1, requests.reduce((sum, each) => sum + each, 0) / mostRequestsInAMinute);
}

/** How often one alone is asked about in a minute. Faster than once a second it is for three seconds only. */
function requestsInAMinute(age: number, isViewOpen: boolean): number {
  return Math.min(60, 60_000 / intervalAt(age, isViewOpen));
}

/**
 * Whether an execution is asked about. A launch of unknown outcome is not: it is looked up, which is rare.
 *
 * @internal exported for its test
 */
export function isFollowed(launch: Launch): boolean {
  return !hasEnded(launch) && (launch.state === 'launched' || launch.state === 'running');
}

/** Whether it is time to say that an execution is not followed any longer. */
export function isTooOldToFollow(launch: Launch, now: number): boolean {
  return ageOf(launch, now) > longestFollowed;
}

/**
 * Whether a launch is no longer open: a worker that wakes need not read it. A launch that waits for the
 * person to sign in is open, and so is an `unknown` one for a day, because the toolbar shows it.
 */
export function isSettled(launch: Launch, now: number): boolean {
  if (launch.notFollowed?.code === 'signed-out') return isTooOldToFollow(launch, now);
  if (launch.state === 'unknown') return hasEnded(launch) && ageOf(launch, now) > day;
  return hasEnded(launch);
}

/** A launch with a time in the future was made before the clock was set back: it is neither new nor old. */
function ageOf({ times }: Launch, now: number): number {
  const since = times.sent ?? times.created;
  return now < since ? 30_000 : now - since;
}
