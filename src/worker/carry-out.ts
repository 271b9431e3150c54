import type { Failure } from '../core/failure.ts';
import type { Launch } from '../core/launch.ts';
import { type LaunchEvent, leftBehind } from '../core/launch-event.ts';
import { afterTooMany } from '../core/rate-limit.ts';
import { setAlarm } from '../platform/alarms.ts';
import { readLaunch } from '../platform/launch-store.ts';
import { noteLimit } from './api.ts';
import { follow, followAlarm } from './follow.ts';
import { connectionOf, happen } from './record.ts';
import { freshSession, renewedSession } from './session.ts';
import { post } from './wire.ts';

/** Launches that this worker has in hand, so that one id is one POST whoever asks how often. */
const inHand = new Set<string>();

export function isInHand(launchId: string): boolean {
  return inHand.has(launchId);
}

/** Whether somebody is there to sign in, where that is needed. */
type Effort = 'interactive' | 'silent';

/**
 * Carries a launch out as its record tells: signs in where that is needed, sends the POST, and
 * writes what it came to. A 401 signs in once more and goes on, a 429 waits as told: neither was
 * processed. Ends without a word where the record does not want to be sent (any more).
 */
export async function carryOut(launchId: string, effort: Effort): Promise<void> {
  if (inHand.has(launchId)) return;
  inHand.add(launchId);
  try {
    await send(launchId, effort);
  } catch (error) {
    console.warn(error);
    await giveUp(launchId);
  } finally {
    inHand.delete(launchId);
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
      await happen(launchId, leftBehind(record, Date.now()));
      return;
    } catch (error) {
      console.warn(error);
    }
  }
}

async function send(launchId: string, effort: Effort): Promise<void> {
  let renew: 'not yet' | 'now' | 'done' = 'not yet';
  for (;;) {
    const record = await readyToSend(launchId);
    if (record === undefined) return;
    const connection = await connectionOf(record);
    if (!connection.ok) return refuse(launchId, connection.failure);
    const session =
      renew === 'now'
        ? await renewedSession(connection.value, effort)
        : await freshSession(connection.value, effort);
    if (!session.ok) return refuse(launchId, session.failure);
    if (renew === 'now') renew = 'done';

    const event = await post(record, session.value.accessToken);
    if (event === undefined) return;
    if ('answer' in event && event.answer) {
      await noteLimit(connection.value, event.answer);
    }
    if (renew === 'not yet' && event.type === 'refused' && event.answer?.status === 401) {
      await happen(launchId, { type: 'not-taken', answer: event.answer, at: event.at });
      renew = 'now';
      continue;
    }
    const { record: after } = await happen(launchId, afterWaiting(event, record));
    if (after.state !== 'sending') return;
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
async function readyToSend(launchId: string): Promise<Launch | undefined> {
  // The clock may be set while it waits; this count goes on regardless.
  let end: number | undefined;
  for (;;) {
    const record = await readLaunch(launchId);
    if (typeof record === 'string' || record.state !== 'sending' || record.inFlight)
      return undefined;
    const told = (record.waiting?.until ?? 0) - Date.now();
    end ??= performance.now() + Math.min(told, longestWait);
    const rest = end - performance.now();
    if (rest <= 0) return record;
    // Should the worker end meanwhile, the alarm wakes the next one.
    await setAlarm(followAlarm, rest);
    await new Promise((resolve) => setTimeout(resolve, Math.min(rest, 1_000)));
  }
}

async function refuse(launchId: string, failure: Failure): Promise<void> {
  await happen(launchId, { type: 'refused', failure, at: Date.now() });
}
