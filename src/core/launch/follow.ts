import { hasEnded, type Launch } from './launch.ts';
import { nextLookUp } from './look-up.ts';

const day = 24 * 60 * 60 * 1000;

/** Executions stay readable "for several days"; after this long a run is no longer asked about. */
const longestFollowed = 3 * day;

/** Chrome does not run alarms more often: https://developer.chrome.com/docs/extensions/reference/api/alarms */
export const alarmPeriod = 30_000;

/** How many requests a minute following may send: less than a third of a user's limit. */
const mostLooksInAMinute = 90;

/** What decides, besides the launch itself, when to ask about it. Times in milliseconds. */
export interface Circumstances {
  now: number;
  /** When it was last looked at, if that is remembered. */
  lookedAt: number | undefined;
  /** A view is open. */
  someoneLooks: boolean;
  /** From `crowdingOf`: the factor by which other launches lengthen the time between two looks. */
  crowding: number;
}

/**
 * How long to wait before the next look at a launch, in milliseconds, from its age; `undefined`
 * where nothing is to be seen by looking. Observed runs take 0.6 to 1.3 seconds, so the first looks
 * come quickly; old runs are asked about rarely.
 */
export function nextLook(launch: Launch, circumstances: Circumstances): number | undefined {
  const { now, lookedAt, someoneLooks, crowding } = circumstances;
  if (hasEnded(launch)) return undefined;
  if (launch.state === 'sending') return alarmPeriod;
  if (launch.state === 'unknown') return nextLookUp(launch, now);
  // A look that seems to lie ahead was before the clock was set back: do not wait for that moment.
  if (lookedAt === undefined || lookedAt > now) return 0;
  const interval = intervalAt(ageOf(launch, now), someoneLooks) * crowding;
  return Math.max(0, lookedAt + interval - now);
}

function intervalAt(age: number, someoneLooks: boolean): number {
  // Most runs end within seconds, and a person who has closed the view soon learns it, too.
  if (!someoneLooks) return age < 20_000 ? 2_000 : Math.max(alarmPeriod, age / 10);
  if (age < 3_000) return 400;
  if (age < 30_000) return 1_000;
  if (age < 300_000) return 3_000;
  return 10_000;
}

/**
 * The factor by which looks at several executions are spread, so that all of them together ask no more
 * often than our share of the limit allows: 1 if each can be looked at as its age needs. An old execution
 * takes little of that share, so it does not slow down a new one.
 */
export function crowdingOf(
  launches: readonly Launch[],
  now: number,
  someoneLooks: boolean,
): number {
  const looks = launches
    .filter(isFollowed)
    .map((launch) => looksInAMinute(ageOf(launch, now), someoneLooks));
  return Math.max(1, looks.reduce((sum, each) => sum + each, 0) / mostLooksInAMinute);
}

/** How often one alone is looked at in a minute. Nothing is as new as to be looked at faster for long. */
function looksInAMinute(age: number, someoneLooks: boolean): number {
  return Math.min(60, 60_000 / intervalAt(age, someoneLooks));
}

/**
 * Whether an execution is asked about: one that is looked for in the history is a rare question.
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
