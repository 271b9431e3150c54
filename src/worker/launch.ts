import { hostsOf } from '../core/environment.ts';
import { done, failed, type Outcome } from '../core/failure.ts';
import type { Launch } from '../core/launch.ts';
import { newLaunch } from '../core/launch-event.ts';
import { type LaunchRequest, launchHttpRequest } from '../core/launch-request.ts';
import { mayLaunch } from '../core/managed.ts';
import { stillLately, whatIsLaunched } from '../core/same-launch.ts';
import { type Connection, connectionKey } from '../core/settings.ts';
import { setAlarm } from '../platform/alarms.ts';
import { lately } from '../platform/launch-memory.ts';
import { readLaunch, writeLaunch } from '../platform/launch-store.ts';
import { recentFlowsOf, settings, shownLaunchOf } from '../platform/stored.ts';
import { carryOut } from './carry-out.ts';
import { connectionNamed } from './connection.ts';
import { followAlarm } from './follow.ts';
import { inTurn } from './in-turn.ts';
import { changeOpen, happen } from './record.ts';
import { refreshBadge } from './tell.ts';

/**
 * Begins a launch: writes its record, answers, and carries it out. A second request with the same id
 * changes nothing. Fails with
 * - `connection-missing`, or `flow-not-allowed` by the organization's policy,
 * - `launched-just-now` where the same flow was launched with the same inputs within the last minute,
 *   from whatever window, and `anyway` does not say that this is meant,
 * - `launch-record-damaged` where something unreadable is kept under this id: it may have been sent,
 * - `launch-not-recorded` where storage refuses, for a launch without a record is not made.
 */
export async function launch(
  request: LaunchRequest & { anyway?: boolean | undefined },
): Promise<Outcome<null>> {
  const connection = await connectionNamed(request.connection);
  if (!connection.ok) return connection;
  if (!mayLaunch(await settings.get(), request.flowId)) return failed('flow-not-allowed');

  // One after the other, so that of two messages the second sees what the first has written.
  const begun = await inTurn('begin', () => begin(request, connection.value));
  if (begun.ok && begun.value) void carryOut(request.id);
  return begun.ok ? done(null) : begun;
}

/** Gives up a launch that was not sent yet, or that waits to be sent again. */
export async function cancelLaunch({ launchId }: { launchId: string }): Promise<Outcome<null>> {
  const failure = { code: 'cancelled', params: {} };
  const { happened } = await happen(launchId, { type: 'refused', failure, at: Date.now() });
  return happened ? done(null) : failed('too-late-to-cancel');
}

/** Whether there is now a new record to carry out. */
async function begin(
  request: LaunchRequest & { anyway?: boolean | undefined },
  connection: Connection,
): Promise<Outcome<boolean>> {
  const known = await readLaunch(request.id);
  if (known === 'damaged') return failed('launch-record-damaged');
  if (known !== 'missing') return done(false);
  const now = Date.now();
  const before = request.anyway ? undefined : await sameJustNow(request, now);
  if (before) return failed('launched-just-now', before);
  const record = recordOf(request, connection, now);
  try {
    await write(record);
  } catch {
    return failed('launch-not-recorded');
  }
  await remember(request, record).catch(console.warn);
  return done(true);
}

/** The last launch of the same, unless nothing came of it. */
async function sameJustNow(
  request: LaunchRequest,
  now: number,
): Promise<{ launchId: string; seconds: number } | undefined> {
  const what = whatIsLaunched(request);
  for (const { id, at } of stillLately(await lately.get(), now).filter((it) => it.what === what)) {
    const record = await readLaunch(id);
    if (typeof record === 'string' || record.state === 'refused') continue;
    return { launchId: id, seconds: Math.max(1, Math.round((now - at) / 1000)) };
  }
  return undefined;
}

function recordOf(request: LaunchRequest, connection: Connection, now: number): Launch {
  const { id, flowId, flowName, inputData, tabId } = request;
  const { environment, requestFormat } = connection;
  return newLaunch(
    {
      id,
      connection: { name: connection.name, key: connectionKey(connection) },
      flow: { id: flowId, name: flowName },
      inputs: inputData,
      request: launchHttpRequest(request, hostsOf(environment), requestFormat),
      tabId,
    },
    now,
  );
}

/** First that it is open, then the record: should the worker end in between, nothing is overlooked. */
async function write(record: Launch): Promise<void> {
  await setAlarm(followAlarm, 0);
  await changeOpen((ids) => [...ids, record.id]);
  await writeLaunch(record);
}

/**
 * What makes the next launch easier. The record is written, so none of it may stop this launch.
 */
async function remember(request: LaunchRequest, record: Launch): Promise<void> {
  const { id, flow, tabId, times, connection } = record;
  const others = stillLately(await lately.get(), times.created);
  const what = whatIsLaunched(request);
  await lately.set([{ what, id, at: times.created }, ...others]);
  if (tabId !== undefined) await shownLaunchOf(tabId).set(id);
  const recent = recentFlowsOf(connection.key);
  const rest = (await recent.get()).filter((each) => each.id !== flow.id);
  await recent.set([{ id: flow.id, at: times.created }, ...rest].slice(0, 20));
  await refreshBadge();
}
