import type { Launch } from '../core/launch/launch.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { lookOf } from '../platform/keys/look.ts';
import { readAllLaunches, readLaunch, setAside } from '../platform/store/launches.ts';
import { inBackground } from './in-background.ts';
import { changeOpen } from './record.ts';
import { claim, isClaimed, sendLaunch } from './send.ts';
import { knownTransport } from './transport.ts';

/**
 * Goes on with the launches that an earlier worker left unfinished, as the plan says. Rejects if storage
 * refuses the list of open launches: nothing new may begin then.
 */
export async function recoverLaunches(): Promise<void> {
  const listed = await openLaunchIds.get();
  if (listed === undefined) await rebuildList();
  for (const id of listed ?? (await openLaunchIds.get()) ?? []) {
    const record = await readLaunch(id);
    if (record === 'damaged') await setAside(id).catch(console.warn);
    else if (record !== 'missing' && record.state === 'sending' && !isClaimed(id)) {
      claim(id);
      inBackground(takeUp(record));
    }
  }
}

/** The person who launched it may be gone: a sign-in window would come out of nowhere. */
async function takeUp(record: Launch): Promise<void> {
  const [takes, look] = await Promise.all([
    knownTransport(record.request?.url).catch(() => undefined),
    lookOf(record.id)
      .get()
      .catch(() => undefined),
  ]);
  const known = { now: Date.now(), isOurs: false, takes, attempts: [], writesRefused: 0 };
  await sendLaunch(record, { ...known, lookedAt: look && 0 }, 'silent', look);
}

/** The list is missing on the first start, and after damage. */
async function rebuildList(): Promise<void> {
  const records = await readAllLaunches();
  await changeOpen((ids) => [...ids, ...records.keys()]);
}
