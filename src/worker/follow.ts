import { hostsOf } from '../core/base/environment.ts';
import { done, type FailureCode, type Outcome } from '../core/base/failure.ts';
import { isNearlyUsed } from '../core/base/rate-limit.ts';
import { executionRequest, readExecution } from '../core/launch/execution.ts';
import {
  alarmPeriod,
  crowdingOf,
  isSettled,
  isTooOldToFollow,
  nextLook,
} from '../core/launch/follow.ts';
import { hasEnded, type Launch } from '../core/launch/launch.ts';
import { isFresh } from '../core/session/session.ts';
import { setAlarm } from '../platform/alarms.ts';
import { limitOf, sessionOf } from '../platform/keys/connection.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { readLaunch } from '../platform/store/launches.ts';
import { isAnyViewOpen } from '../platform/views.ts';
import { after } from '../platform/wait.ts';
import { read } from './api.ts';
import { inBackground } from './in-background.ts';
import { lookUp } from './look-up.ts';
import { refreshBadge } from './notify.ts';
import { applyEvent, changeOpen, connectionOf } from './record.ts';

export const followAlarm = 'follow';

/**
 * When each launch was last looked at by this worker, also where nothing was seen. Only to space the
 * looks: it may be lost.
 */
const lookedAt = new Map<string, number>();

let isFollowing = false;
let isAsked = false;
let wake = (): void => {};

/**
 * Follows all open launches: in a loop while a view is open or a launch is new, else by one alarm after
 * the other. Called again, it looks at once whether something is due.
 */
export function follow(): void {
  isAsked = true;
  wake();
  if (isFollowing) return;
  isFollowing = true;
  inBackground(
    loop().finally(() => {
      isFollowing = false;
    }),
  );
}

/** Looks for a launch once more, as the person wants, whatever came of looking before. */
export async function lookAgain({ launchId }: { launchId: string }): Promise<Outcome<null>> {
  await applyEvent(launchId, { type: 'looked-for-again', at: Date.now() });
  follow();
  return done(null);
}

async function loop(): Promise<void> {
  while (isAsked) {
    isAsked = false;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const wait = await lookAtAll().catch((error: unknown) => {
      // Storage refused: try again later.
      console.warn(error);
      return alarmPeriod;
    });
    if (wait === undefined) continue;
    // Also while a view is open: should the worker end, the alarm wakes the next one.
    await setAlarm(followAlarm, Math.max(wait, alarmPeriod));
    if (wait >= alarmPeriod && !(await isAnyViewOpen())) continue;
    await Promise.race([woken, after(wait)]);
    isAsked = true;
  }
}

/** Looks at what is due, and tells in how many milliseconds to look again, if at all. */
async function lookAtAll(): Promise<number | undefined> {
  const someoneLooks = await isAnyViewOpen();
  const ids = (await openLaunchIds.get()) ?? [];
  const now = Date.now();
  const kept = await Promise.all(ids.map(readLaunch));
  const records = kept.filter((it) => typeof it !== 'string');
  const crowding = crowdingOf(records, now, someoneLooks);
  const looks = await Promise.all(kept.map((it) => lookAt(it, { someoneLooks, crowding })));
  const settled = ids.filter((_, place) => looks[place] === 'settled');
  if (settled.length > 0) {
    for (const id of settled) lookedAt.delete(id);
    await changeOpen((current) => current.filter((id) => !settled.includes(id)));
    await refreshBadge();
  }
  const waits = looks.filter((look) => typeof look === 'number');
  return waits.length === 0 ? undefined : Math.max(0, Math.min(...waits) - (Date.now() - now));
}

type Circumstances = { someoneLooks: boolean; crowding: number };

/** In how many milliseconds to look again; `undefined` where only the person could change it. */
async function lookAt(
  kept: Launch | 'missing' | 'damaged',
  circumstances: Circumstances,
): Promise<number | undefined | 'settled'> {
  if (typeof kept === 'string') return 'settled';
  try {
    const record = await resumed(kept);
    const wait = untilNext(record, circumstances);
    if (wait === undefined || wait > 0 || record.state === 'sending') return ending(record, wait);
    const pause = await pauseFor(record);
    if (pause > 0) return pause;
    lookedAt.set(record.id, Date.now());
    const after = record.state === 'unknown' ? await lookUp(record) : await look(record);
    return ending(after, untilNext(after, circumstances));
  } catch (error) {
    // Storage did not take what was seen; the next look sees it again.
    console.warn(error);
    return alarmPeriod;
  }
}

function ending(record: Launch, wait: number | undefined): number | undefined | 'settled' {
  return isSettled(record, Date.now()) ? 'settled' : wait;
}

function untilNext(record: Launch, circumstances: Circumstances): number | undefined {
  const last = lookedAt.get(record.id) ?? record.times.checked;
  return nextLook(record, { ...circumstances, now: Date.now(), lookedAt: last });
}

/** How long our own looking rests because the limit of requests is nearly used up. */
async function pauseFor({ connection }: Launch): Promise<number> {
  const limit = await limitOf(connection.key).get();
  return isNearlyUsed(limit, Date.now()) ? Math.min(limit.resetAt - Date.now(), 60_000) : 0;
}

/** A launch that was left because the person was signed out is followed again once they have signed in. */
async function resumed(record: Launch): Promise<Launch> {
  const { notFollowed, lookUp: looked, connection, id } = record;
  const why = record.state === 'unknown' ? looked?.failure : notFollowed;
  if (why?.code !== 'signed-out' || !hasEnded(record)) return record;
  const session = await sessionOf(connection.key).get();
  if (!isFresh(session, Date.now())) return record;
  const type = record.state === 'unknown' ? 'looked-for-again' : 'followed-again';
  return (await applyEvent(id, { type, at: Date.now() })).record;
}

async function look(record: Launch): Promise<Launch> {
  const { execution } = record;
  if (execution === undefined) return stop(record, 'execution-id-unknown');
  if (isTooOldToFollow(record, Date.now())) return stop(record, 'execution-too-old');
  const connection = await connectionOf(record);
  if (!connection.ok) return stop(record, connection.failure.code);
  const hosts = hostsOf(connection.value.environment);
  const answer = await read(connection.value, executionRequest(hosts, execution.id));
  if (!answer.ok) {
    return answer.failure.code === 'signed-out' ? stop(record, 'signed-out') : record;
  }
  const { answered } = record.times;
  const event = readExecution(answer.value, execution.id, Date.now(), answered);
  return event === undefined ? record : (await applyEvent(record.id, event)).record;
}

async function stop(record: Launch, code: FailureCode): Promise<Launch> {
  const failure = { code, params: { name: record.connection.name } };
  return (await applyEvent(record.id, { type: 'not-followed', failure, at: Date.now() })).record;
}
