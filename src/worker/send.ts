import { done, type Failure, type Outcome } from '../core/base/failure.ts';
import { afterTooMany } from '../core/base/rate-limit.ts';
import { type LaunchEvent, leftBehind } from '../core/launch/event.ts';
import type { Launch, SentAs } from '../core/launch/launch.ts';
import { isFresh, type Session } from '../core/session/session.ts';
import type { Connection } from '../core/settings/settings.ts';
import { setAlarm } from '../platform/alarms.ts';
import { sessionOf } from '../platform/store/keys.ts';
import { type Kept, readLaunch } from '../platform/store/launches.ts';
import { after } from '../platform/wait.ts';
import { noteLimit } from './api.ts';
import { follow, followAlarm } from './follow.ts';
import { applyEvent, connectionOf } from './record.ts';
import { renewedSession } from './session.ts';
import { knownWay, post } from './transport.ts';

/** Launches that this worker has in hand, so that one id is one POST whoever asks how often. */
const inHand = new Set<string>();

export function isClaimed(launchId: string): boolean {
  return inHand.has(launchId);
}

/** From before its record tells that it is out until it has come to something. */
export function claim(launchId: string): void {
  inHand.add(launchId);
}

export function release(launchId: string): void {
  inHand.delete(launchId);
}

/** Whether somebody is there to sign in, where that is needed. */
type Effort = 'interactive' | 'silent';

/** What a launch is sent with. */
interface Means {
  connection: Outcome<Connection>;
  kept: Session | undefined;
  way: SentAs | undefined;
}

/** What storage knows of them beside the connection, in one turn. */
export async function meansFor(launch: Launch, connection: Outcome<Connection>): Promise<Means> {
  const [kept, way] = await Promise.all([sessionOf(launch.connection.key).get(), knownWay(launch)]);
  return { connection, kept, way };
}

/**
 * Carries out a launch in hand, as its record tells, read just now: signs in where that is needed,
 * sends the POST, and writes what it came to. A 401 signs in once more and goes on, a 429 waits as
 * told: neither was processed. Ends without a word where the record does not want to be sent (any
 * more).
 *
 * `means` come with a launch that begins. Where they are all there, its record tells already that it
 * is out, and so it is sent at once.
 */
export async function carryOut(launch: Launch, effort: Effort, means?: Means): Promise<void> {
  try {
    await send(launch, effort, means);
  } catch (error) {
    console.warn(error);
    await giveUp(launch.id);
  } finally {
    release(launch.id);
    follow();
  }
}

/**
 * Storage took nothing more for a while. It is asked again for half a minute; should it still refuse,
 * what it holds is true, and whoever comes next (`recoverLaunches`) gives up the launch.
 */
async function giveUp(launchId: string): Promise<void> {
  for (let rounds = 0; rounds < 8; rounds += 1) {
    try {
      const record = await readLaunch(launchId);
      if (typeof record === 'string' || record.state !== 'sending') return;
      await applyEvent(launchId, leftBehind(record, Date.now()));
      return;
    } catch (error) {
      console.warn(error);
    }
  }
}

async function send(launch: Launch, effort: Effort, known?: Means): Promise<void> {
  const { id } = launch;
  let renew: 'not yet' | 'now' | 'done' = 'not yet';
  let ready = known ? launch : await readyToSend(launch);
  for (let means = known; ready; means = undefined) {
    const { connection, kept, way } = means ?? (await meansFor(ready, await connectionOf(ready)));
    if (!connection.ok) return refuse(id, connection.failure);
    const session =
      kept && (ready.inFlight || (renew !== 'now' && isFresh(kept, Date.now())))
        ? done(kept)
        : await renewedSession(connection.value, effort);
    if (!session.ok) return refuse(id, session.failure);
    if (renew === 'now') renew = 'done';

    const event = await post(ready, session.value.accessToken, way);
    if (event === undefined) return;
    const answer = 'answer' in event ? event.answer : undefined;
    const isTokenRefused = event.type === 'refused' && answer?.status === 401;
    if (isTokenRefused && renew === 'not yet') renew = 'now';
    const { record } = await applyEvent(
      id,
      renew === 'now' ? { type: 'not-taken', answer, at: event.at } : afterWaiting(event, ready),
    );
    if (answer) await noteLimit(connection.value, answer);
    ready = await readyToSend(record);
  }
}

/** A 429 becomes a wait, where it tells one that can be sat out. */
function afterWaiting(event: LaunchEvent, record: Launch): LaunchEvent {
  if (event.type !== 'refused' || event.answer === undefined) return event;
  const told = afterTooMany(event.answer, record.waits ?? 0);
  if (told === undefined) return event;
  const { answer, failure, at } = event;
  if ('wait' in told) {
    return { type: 'not-taken', answer, wait: { until: at + told.wait * 1000, failure }, at };
  }
  return {
    ...event,
    failure: { code: 'rate-limited-long', params: { ...failure.params, seconds: told.tooLong } },
  };
}

/** The longest wait that is told and sat out, in milliseconds. */
const longestWait = 60_000;

/** The record, once it is not told to wait any longer; `undefined` where it is not to be sent. */
async function readyToSend(launch: Launch): Promise<Launch | undefined> {
  // The clock may be set while it waits; this count goes on regardless.
  let end: number | undefined;
  for (let record: Kept = launch; ; record = await readLaunch(launch.id)) {
    if (typeof record === 'string' || record.state !== 'sending' || record.inFlight)
      return undefined;
    const told = (record.waiting?.until ?? 0) - Date.now();
    end ??= performance.now() + Math.min(told, longestWait);
    const rest = end - performance.now();
    if (rest <= 0) return record;
    // Should the worker end meanwhile, the alarm wakes the next one.
    await setAlarm(followAlarm, rest);
    await after(Math.min(rest, 1_000));
  }
}

async function refuse(launchId: string, failure: Failure): Promise<void> {
  await applyEvent(launchId, { type: 'refused', failure, at: Date.now() });
}
