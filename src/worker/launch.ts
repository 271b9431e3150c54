import { hostsOf } from '../core/environment.ts';
import { done, failed, type Outcome } from '../core/failure.ts';
import { type Launch, type LaunchEvent, newLaunch } from '../core/launch.ts';
import { readLaunchAnswer, readNoAnswer } from '../core/launch-answer.ts';
import { type LaunchRequest, launchHttpRequest } from '../core/launch-request.ts';
import { type Connection, connectionKey } from '../core/settings.ts';
import { send } from '../platform/http.ts';
import { launchOf, openLaunches, recentFlowsOf, shownLaunchOf } from '../platform/stored.ts';
import { connectionNamed } from './connection.ts';
import { follow } from './follow.ts';
import { inTurn } from './in-turn.ts';
import { happen } from './record.ts';
import { freshSession, renewedSession } from './session.ts';

/** Launches that this worker has in hand, so that one id is one POST whoever asks how often. */
const inHand = new Set<string>();

/**
 * Begins a launch: writes its record, answers, and carries it out. A second request with the same id
 * changes nothing. Fails with `connection-missing`, or `launch-not-recorded` where storage refuses,
 * for a launch without a record is not made.
 */
export async function launch(request: LaunchRequest): Promise<Outcome<null>> {
  const connection = await connectionNamed(request.connection);
  if (!connection.ok) return connection;
  if (inHand.has(request.id) || (await launchOf(request.id).get()) !== undefined) return done(null);
  inHand.add(request.id);

  const record = newLaunch(
    {
      id: request.id,
      connection: { name: request.connection, key: connectionKey(connection.value) },
      flow: { id: request.flowId, name: request.flowName },
      tabId: request.tabId,
    },
    Date.now(),
  );
  try {
    await begin(record);
  } catch {
    inHand.delete(request.id);
    return failed('launch-not-recorded');
  }
  void carryOut(record, connection.value, request).finally(() => inHand.delete(request.id));
  return done(null);
}

/** Launches that an earlier worker left while sending: whether they arrived, nobody knows. */
export async function recoverLaunches(): Promise<void> {
  for (const id of await openLaunches.get()) {
    const record = await launchOf(id).get();
    if (record?.state !== 'sending' || inHand.has(id)) continue;
    const at = Date.now();
    await happen(
      id,
      record.times.sent === undefined
        ? { type: 'refused', failure: { code: 'never-sent', params: {} }, at }
        : { type: 'answer-lost', failure: { code: 'worker-gone', params: {} }, at },
    );
  }
}

async function begin(record: Launch): Promise<void> {
  await launchOf(record.id).set(record);
  await inTurn('open-launches', async () =>
    openLaunches.set([...(await openLaunches.get()), record.id]),
  );
  const { tabId, flow, connection } = record;
  if (tabId !== undefined) await shownLaunchOf(tabId).set(record.id);
  await inTurn('recent', async () => {
    const recent = recentFlowsOf(connection.key);
    const others = (await recent.get()).filter(({ id }) => id !== flow.id);
    await recent.set([{ id: flow.id, at: record.times.created }, ...others].slice(0, 20));
  });
}

async function carryOut(
  record: Launch,
  connection: Connection,
  request: LaunchRequest,
): Promise<void> {
  const http = launchHttpRequest(
    request,
    hostsOf(connection.environment),
    connection.requestFormat,
  );
  const post = async (accessToken: string): Promise<LaunchEvent> => {
    await happen(record.id, { type: 'sent', request: http, at: Date.now() });
    const reply = await send(http, accessToken);
    return 'answer' in reply
      ? readLaunchAnswer(reply.answer, Date.now())
      : readNoAnswer(reply.noAnswer, Date.now());
  };

  const session = await freshSession(connection, 'interactive');
  if (!session.ok) {
    await happen(record.id, { type: 'refused', failure: session.failure, at: Date.now() });
    return;
  }
  let outcome = await post(session.value.accessToken);
  // 401 is surely not processed, so signing in again and sending once more is safe. Once only.
  if (outcome.type === 'refused' && outcome.answer?.status === 401) {
    const renewed = await renewedSession(connection, 'interactive');
    if (renewed.ok) outcome = await post(renewed.value.accessToken);
  }
  await happen(record.id, outcome);
  follow();
}
