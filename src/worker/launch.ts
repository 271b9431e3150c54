import { hostsOf } from '../core/base/environment.ts';
import { done, failed, type Outcome } from '../core/base/failure.ts';
import type { HttpRequest } from '../core/base/http.ts';
import { withRecent } from '../core/flow/list.ts';
import { customerFromInputs } from '../core/launch/customer.ts';
import { afterEvent, newLaunch } from '../core/launch/event.ts';
import { afterLook, afterRecording, longestLook } from '../core/launch/facts.ts';
import type { Launch } from '../core/launch/launch.ts';
import { nextStep } from '../core/launch/plan.ts';
import { type RecentLaunches, stillRecent, whatIsLaunched } from '../core/launch/recent.ts';
import { type LaunchRequest, launchHttpRequest } from '../core/launch/request.ts';
import { isPersonShown } from '../core/session/person.ts';
import { mayLaunch } from '../core/settings/managed.ts';
import {
  type Connection,
  connectionByName,
  connectionKey,
  type Settings,
  wayOut,
} from '../core/settings/settings.ts';
import type { Question } from '../core/view/protocol.ts';
import { setAlarm } from '../platform/alarms.ts';
import { recentFlowsOf } from '../platform/keys/connection.ts';
import { openLaunchIds, recentLaunches } from '../platform/keys/launch.ts';
import { settings } from '../platform/keys/settings.ts';
import { shownLaunchOf } from '../platform/keys/tab.ts';
import { readLaunch, writeNewLaunch } from '../platform/store/launches.ts';
import { followAlarm } from './follow.ts';
import { inBackground } from './in-background.ts';
import { inTurn } from './in-turn.ts';
import { refreshBadge } from './notify.ts';
import { lookAtPage } from './page-look.ts';
import { applyEvent, openLaunchesTurn } from './record.ts';
import { claim, factsAtFirst, release, sendLaunch } from './send.ts';

/**
 * Begins a launch: writes its record, answers, and sends it. A second request with the same id
 * changes nothing. Fails with
 * - `connection-missing`, or `flow-not-allowed` if the organization's policy forbids the flow,
 * - `settings-changed` if the connection is another one by now than the view showed, or asks before a launch,
 * - `page-changed` if the page that filled the form says something else by now, `tab-gone` if its tab is
 *   gone,
 * - `another-person` if the view showed another person than the one who is signed in,
 * - `launched-just-now` if the same flow was launched with the same inputs within the last minute, from
 *   any window, and `anyway` does not say that this is meant,
 * - `launch-record-damaged` if storage holds something unreadable under this id: it may have been sent,
 * - `launch-not-recorded` if storage refuses the record, because a launch without one is not sent.
 */
export function launch(request: Question<'launch'>): Promise<Outcome<null>> {
  // One at a time, so that the second of two messages sees what the first has written.
  return inTurn(openLaunchesTurn, () => begin(request)).catch((error: unknown) => {
    console.warn(error);
    return failed('launch-not-recorded');
  });
}

/** Gives up a launch that was not sent yet, or that waits to be sent again. */
export async function cancelLaunch({ launchId }: { launchId: string }): Promise<Outcome<null>> {
  const { failure } = failed('cancelled');
  const { happened } = await applyEvent(launchId, { type: 'refused', failure, at: Date.now() });
  return happened ? done(null) : failed('too-late-to-cancel');
}

async function begin(request: Question<'launch'>): Promise<Outcome<null>> {
  const now = Date.now();
  const reading = settings.get();
  // While storage is read, so that the launch does not wait for both in turn.
  const looking = request.look && lookAtPage(request.look, reading);
  const [current, known, open, kept] = await Promise.all([
    reading,
    readLaunch(request.id),
    openLaunchIds.get(),
    recentLaunches.get(),
  ]);
  const connection = connectionByName(current, request.connection);
  if (!connection.ok) return connection;
  if (!mayLaunch(current, request.flowId)) return failed('flow-not-allowed');
  if (known === 'damaged') return failed('launch-record-damaged');
  if (known !== 'missing') return done(null);
  if (!isAsShown(request, current)) return failed('settings-changed');
  const others = stillRecent(kept, now);
  const before = request.anyway ? undefined : await sameJustNow(request, others, now);
  if (before) return failed('launched-just-now', before);

  const http = httpRequest(request, connection.value);
  const { facts: first, signedIn } = await factsAtFirst(connection.value, http.url);
  if (request.by && signedIn && !isPersonShown(request.by, signedIn))
    return failed('another-person');
  const looked = await looking;
  if (looked === 'other' || looked === 'elsewhere') return failed('page-changed');
  if (looked === 'gone') return failed('tab-gone');
  const isSlow = Math.abs(Date.now() - now) > longestLook;
  if (isSlow && !isAsShown(request, await settings.get())) return failed('settings-changed');
  const created = recordOf(request, connection.value, http, now);
  const seen = { isOther: false, from: now, at: Date.now() };
  const facts = request.look ? afterLook(first, seen) : first;
  const step = nextStep(created, facts);
  // A launch with nothing to wait for leaves as soon as it is written, so its record says at once that it is out.
  const isReady = step.do === 'record';
  const record = isReady ? afterEvent(created, step.event) : created;
  if (!(await claimAndWrite(record, open ?? []))) return failed('launch-not-recorded');
  const atFirst = isReady ? afterRecording(facts, step.event) : facts;
  inBackground(sendLaunch(record, atFirst, 'interactive', request.look));
  const recent = [{ what: whatIsLaunched(request), id: record.id, at: now }, ...others];
  await noteBegun(record, recent).catch(console.warn);
  inBackground(remember(record));
  return done(null);
}

/** Whether a launch goes where the view showed, and is asked about as it was. One that is gone is refused by the plan. */
function isAsShown({ connection, wayOut: shown }: Question<'launch'>, now: Settings): boolean {
  const found = connectionByName(now, connection);
  return !found.ok || wayOut(found.value) === shown;
}

/** Claims a launch and writes its first record; false where storage refuses it. */
async function claimAndWrite(record: Launch, open: readonly string[]): Promise<boolean> {
  claim(record.id);
  try {
    const writing = writeNewLaunch(record, [...open, record.id]);
    // If the worker ends meanwhile, this wakes the next one.
    inBackground(setAlarm(followAlarm, 0));
    await writing;
    return true;
  } catch {
    release(record.id);
    return false;
  }
}

/** The last launch of the same, unless nothing came of it. */
async function sameJustNow(
  request: LaunchRequest,
  others: RecentLaunches,
  now: number,
): Promise<{ launchId: string; seconds: number } | undefined> {
  const what = whatIsLaunched(request);
  for (const { id, at } of others.filter((it) => it.what === what)) {
    const record = await readLaunch(id);
    if (typeof record === 'string' || record.state === 'refused') continue;
    return { launchId: id, seconds: Math.max(1, Math.round((now - at) / 1000)) };
  }
  return undefined;
}

function httpRequest(request: LaunchRequest, connection: Connection): HttpRequest {
  const { environment, requestFormat } = connection;
  return launchHttpRequest(request, hostsOf(environment), requestFormat);
}

function recordOf(
  request: LaunchRequest,
  connection: Connection,
  http: HttpRequest,
  now: number,
): Launch {
  const { id, flowId, flowName, inputData, tabId, by, page, conversationId } = request;
  return newLaunch(
    {
      id,
      connection: { name: connection.name, key: connectionKey(connection) },
      flow: { id: flowId, name: flowName },
      inputs: inputData,
      request: { ...http, headers: { ...http.headers } },
      customer: request.customer ?? customerFromInputs(inputData),
      tabId,
      by,
      page,
      conversationId,
    },
    request.meantAt ?? now,
  );
}

/** Writes what the next message and the view must see. The launch goes on even if this fails. */
async function noteBegun({ id, tabId }: Launch, recent: RecentLaunches): Promise<void> {
  await Promise.all([
    recentLaunches.set(recent),
    tabId === undefined ? undefined : shownLaunchOf(tabId).set(id),
  ]);
}

/** Remembers what makes the next launch easier. This launch does not wait for it. */
async function remember({ flow, times, connection, page }: Launch): Promise<void> {
  const last = { id: flow.id, at: times.created, address: page?.address };
  await inTurn('recent', async () => {
    const recent = recentFlowsOf(connection.key);
    await recent.set(withRecent(await recent.get(), last));
  });
  await refreshBadge();
}
