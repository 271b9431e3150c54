import { hostsOf } from '../core/environment.ts';
import { executionRequest, readExecution } from '../core/execution.ts';
import { nextLook } from '../core/follow.ts';
import { hasEnded, type Launch } from '../core/launch.ts';
import { setAlarm } from '../platform/alarms.ts';
import { notify } from '../platform/notifications.ts';
import { launchOf, openLaunches, settings } from '../platform/stored.ts';
import { text } from '../platform/text.ts';
import { isAnyViewOpen } from '../platform/views.ts';
import { read } from './api.ts';
import { connectionNamed } from './connection.ts';
import { inTurn } from './in-turn.ts';
import { happen } from './record.ts';

export const followAlarm = 'follow';

let following = false;

/**
 * Follows all running executions to their end: in a loop while a view is open, by one alarm after
 * the other while none is.
 */
export function follow(): void {
  if (following) return;
  following = true;
  void loop().finally(() => {
    following = false;
  });
}

async function loop(): Promise<void> {
  for (;;) {
    const wait = await lookAtAll();
    if (wait === undefined) return;
    if (!(await isAnyViewOpen())) return setAlarm(followAlarm, wait);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Looks at every open launch, and tells in how many milliseconds to look again, if at all. */
async function lookAtAll(): Promise<number | undefined> {
  const someoneLooks = await isAnyViewOpen();
  const ids = await openLaunches.get();
  const waits = await Promise.all(ids.map((id) => lookAt(id, someoneLooks)));
  const closed = ids.filter((_, place) => waits[place] === undefined);
  await inTurn('open-launches', async () =>
    openLaunches.set((await openLaunches.get()).filter((id) => !closed.includes(id))),
  );
  const open = waits.filter((wait) => wait !== undefined);
  return open.length === 0 ? undefined : Math.min(...open);
}

async function lookAt(id: string, someoneLooks: boolean): Promise<number | undefined> {
  const record = await launchOf(id).get();
  if (record === undefined || hasEnded(record)) return undefined;
  const seen = record.execution ? await look(record, record.execution.id) : record;
  if (hasEnded(seen)) {
    await tell(seen);
    return undefined;
  }
  return nextLook(seen, Date.now(), someoneLooks);
}

async function look(record: Launch, executionId: string): Promise<Launch> {
  const connection = await connectionNamed(record.connection.name);
  if (!connection.ok) return ended(record, connection.failure.code);
  const { environment } = connection.value;
  const answer = await read(connection.value, executionRequest(hostsOf(environment), executionId));
  if (!answer.ok) {
    return answer.failure.code === 'signed-out' ? ended(record, 'signed-out') : record;
  }
  const event = readExecution(answer.value, executionId, Date.now());
  return event === undefined ? record : happen(record.id, event);
}

function ended(record: Launch, code: string): Promise<Launch> {
  return happen(record.id, { type: 'not-followed', failure: { code, params: {} }, at: Date.now() });
}

/** Tells how a launch ended, where nobody is looking. */
async function tell(record: Launch): Promise<void> {
  if (!(await settings.get()).notifications || (await isAnyViewOpen())) return;
  await notify(`launch ${record.id}`, {
    title: record.flow.name,
    message: text(`state_${record.state}`),
  });
}
