import { hostsOf } from '../core/base/environment.ts';
import { done, type FailureCode, type Outcome } from '../core/base/failure.ts';
import { isNearlyUsed } from '../core/base/rate-limit.ts';
import { executionRequest, readExecution } from '../core/launch/execution.ts';
import {
  alarmPeriod,
  type Circumstances,
  crowdingOf,
  isSettled,
  isTooOldToFollow,
  waitBeforeAsking,
} from '../core/launch/follow.ts';
import { hasEnded, type Launch } from '../core/launch/launch.ts';
import { isFresh } from '../core/session/session.ts';
import { setAlarm } from '../platform/alarms.ts';
import { limitOf, sessionOf } from '../platform/keys/connection.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { type Kept, readLaunch } from '../platform/store/launches.ts';
import { isAnyViewOpen } from '../platform/views.ts';
import { after } from '../platform/wait.ts';
import { read } from './api.ts';
import { inBackground } from './in-background.ts';
import { lookUp } from './look-up.ts';
import { refreshBadge } from './notify.ts';
import { applyEvent, changeOpen, connectionOf } from './record.ts';

export const followAlarm = 'follow';

/**
 * When this worker last asked about each launch, also where it learned nothing. Only to space the
 * requests: it may be lost.
 */
const askedAt = new Map<string, number>();

let isFollowing = false;
let isAsked = false;
let wake = (): void => {};

/**
 * Follows all open launches: in a loop while a view is open or a launch is new, else by one alarm after
 * the other. Called again, it checks at once whether something is due.
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

/** Looks a launch up once more, as the person wants, whatever came of it before. */
export async function lookUpAgain({ launchId }: { launchId: string }): Promise<Outcome<null>> {
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
    const wait = await askAboutAll().catch((error: unknown) => {
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

/** Asks about the launches that are due, and tells in how many milliseconds to ask again, if at all. */
async function askAboutAll(): Promise<number | undefined> {
  const isViewOpen = await isAnyViewOpen();
  const ids = (await openLaunchIds.get()) ?? [];
  const now = Date.now();
  const kept = await Promise.all(ids.map(readLaunch));
  const records = kept.filter((it) => typeof it !== 'string');
  const crowding = crowdingOf(records, now, isViewOpen);
  const next = await Promise.all(kept.map((it) => askAbout(it, { isViewOpen, crowding })));
  const settled = ids.filter((_, place) => next[place] === 'settled');
  if (settled.length > 0) {
    for (const id of settled) askedAt.delete(id);
    await changeOpen((current) => current.filter((id) => !settled.includes(id)));
    await refreshBadge();
  }
  const waits = next.filter((it) => typeof it === 'number');
  return waits.length === 0 ? undefined : Math.max(0, Math.min(...waits) - (Date.now() - now));
}

type Crowd = Pick<Circumstances, 'isViewOpen' | 'crowding'>;

/** In how many milliseconds to ask again; `undefined` where only the person could change something. */
type Next = number | undefined | 'settled';

/** Asks about a launch, if it is due. */
async function askAbout(kept: Kept, crowd: Crowd): Promise<Next> {
  if (typeof kept === 'string') return 'settled';
  try {
    const record = await resumed(kept);
    const wait = untilNext(record, crowd);
    if (wait === undefined || wait > 0 || record.state === 'sending') return ending(record, wait);
    const pause = await pauseFor(record);
    if (pause > 0) return pause;
    askedAt.set(record.id, Date.now());
    const after = record.state === 'unknown' ? await lookUp(record) : await askExecution(record);
    return ending(after, untilNext(after, crowd));
  } catch (error) {
    // Storage did not take what was learned; the next answer says it again.
    console.warn(error);
    return alarmPeriod;
  }
}

function ending(record: Launch, wait: number | undefined): Next {
  return isSettled(record, Date.now()) ? 'settled' : wait;
}

function untilNext(record: Launch, crowd: Crowd): number | undefined {
  const last = askedAt.get(record.id) ?? record.times.checked;
  return waitBeforeAsking(record, { ...crowd, now: Date.now(), askedAt: last });
}

/** How long our own requests rest because the limit is nearly used up. */
async function pauseFor({ connection }: Launch): Promise<number> {
  const limit = await limitOf(connection.key).get();
  return isNearlyUsed(limit, Date.now()) ? Math.min(limit.resetAt - Date.now(), 60_000) : 0;
}

/** A launch that was left because the person was signed out is followed again once they have signed in. */
async function resumed(record: Launch): Promise<Launch> {
  const { notFollowed, connection, id } = record;
  const isUnknown = record.state === 'unknown';
  const why = isUnknown ? record.lookUp?.failure : notFollowed;
  if (why?.code !== 'signed-out' || !hasEnded(record)) return record;
  const session = await sessionOf(connection.key).get();
  if (!isFresh(session, Date.now())) return record;
  const type = isUnknown ? 'looked-for-again' : 'followed-again';
  return (await applyEvent(id, { type, at: Date.now() })).record;
}

/** Asks how the execution of a launch stands, and records it. */
async function askExecution(record: Launch): Promise<Launch> {
  const { execution } = record;
  if (execution === undefined) return stopFollowing(record, 'execution-id-unknown');
  if (isTooOldToFollow(record, Date.now())) return stopFollowing(record, 'execution-too-old');
  const connection = await connectionOf(record);
  if (!connection.ok) return stopFollowing(record, connection.failure.code);
  const hosts = hostsOf(connection.value.environment);
  const answer = await read(connection.value, executionRequest(hosts, execution.id));
  if (!answer.ok) {
    return answer.failure.code === 'signed-out' ? stopFollowing(record, 'signed-out') : record;
  }
  const { answered } = record.times;
  const event = readExecution(answer.value, execution.id, Date.now(), answered);
  return event === undefined ? record : (await applyEvent(record.id, event)).record;
}

async function stopFollowing(record: Launch, code: FailureCode): Promise<Launch> {
  const failure = { code, params: { name: record.connection.name } };
  return (await applyEvent(record.id, { type: 'not-followed', failure, at: Date.now() })).record;
}
