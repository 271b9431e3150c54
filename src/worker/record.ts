import { done, failed, type Outcome } from '../core/base/failure.ts';
import { afterEvent, type LaunchEvent } from '../core/launch/event.ts';
import { hasEnded, type Launch } from '../core/launch/launch.ts';
import { withoutCustomerData } from '../core/launch/without-customer-data.ts';
import { type Connection, connectionByKey } from '../core/settings/settings.ts';
import { openLaunchIds, wholeLaunches } from '../platform/keys/launch.ts';
import { settings } from '../platform/keys/settings.ts';
import { readLaunch, setOpenLaunches, writeLaunch } from '../platform/store/launches.ts';
import { after } from '../platform/wait.ts';
import { inBackground } from './in-background.ts';
import { inTurn } from './in-turn.ts';
import { announce } from './notify.ts';

/**
 * Lets an event happen to a launch: the record is read, changed and written by one writer at a
 * time. Gives back the record as it is now, and whether the event could happen to it.
 *
 * Throws where there is no record that could be read, or storage does not take it even after a while.
 */
export async function applyEvent(
  launchId: string,
  event: LaunchEvent,
): Promise<{ record: Launch; happened: boolean }> {
  const step = await inTurn(`launch ${launchId}`, async () => {
    const record = await readLaunch(launchId);
    if (typeof record === 'string')
      throw new Error(`The record of launch ${launchId} is ${record}`);
    const changed = afterEvent(record, event);
    if (changed === record) return { before: record, record, happened: false };
    const after = await asKept(changed);
    await write(after, event);
    return { before: record, record: after, happened: true };
  });
  if (step.happened) inBackground(announce(step.before, step.record));
  return step;
}

/** A launch that has ended loses what is the customer's, if the settings keep no inputs. */
async function asKept(record: Launch): Promise<Launch> {
  if (!hasEnded(record)) return record;
  const { history } = await settings.get();
  if (history.keepInputs) return record;
  await rememberWhole(record);
  return withoutCustomerData(record);
}

/** How many launches are shown whole at the same time: as many as tabs are worked in. */
const mostWhole = 10;

/** Keeps a launch in memory as it was, for the views that show its result now. */
async function rememberWhole(record: Launch): Promise<void> {
  try {
    const whole = await wholeLaunches.get();
    const before = whole.find(({ id }) => id === record.id);
    const others = whole.filter((each) => each !== before);
    await wholeLaunches.set([wholeAgain(record, before), ...others].slice(0, mostWhole));
  } catch (error) {
    // The memory is full: the views show what is kept on the disk.
    console.warn(error);
  }
}

/** A launch with its inputs from memory: the record of one that is followed again no longer holds them. */
function wholeAgain(record: Launch, before: Launch | undefined): Launch {
  if (!record.inputsRemoved || before === undefined) return record;
  const { inputs, customer, page, request, inputsRemoved } = before;
  return { ...record, inputs, customer, page, request, inputsRemoved };
}

/** How long to wait before each new try of a write that storage refused, in milliseconds. */
const patience = [200, 500, 1_000, 2_000];

/**
 * Writes a record, and tries again for some seconds what was learned after the POST left. Before it
 * leaves, a refusal ends the launch at once, because a launch without a record must not be sent.
 */
async function write(record: Launch, event: LaunchEvent): Promise<void> {
  for (const wait of event.type === 'sent' ? [] : patience) {
    try {
      return await writeLaunch(record);
    } catch {
      await after(wait);
    }
  }
  return writeLaunch(record);
}

/**
 * The connection that a launch belongs to, also where it was renamed since. Fails with
 * `connection-missing` where no connection leads to the same place any more, so that no token goes
 * anywhere else.
 */
export async function connectionOf({ connection }: Launch): Promise<Outcome<Connection>> {
  const found = connectionByKey(await settings.get(), connection);
  return found ? done(found) : failed('connection-missing', { name: connection.name });
}

/** Changes to the list of open launches are made in turn under this key. */
export const openLaunchesTurn = 'open-launches';

/** Changes the list of open launches. */
export async function changeOpen(change: (ids: string[]) => string[]): Promise<void> {
  await inTurn(openLaunchesTurn, async () =>
    setOpenLaunches(change((await openLaunchIds.get()) ?? [])),
  );
}
