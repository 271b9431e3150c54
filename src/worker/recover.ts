import { leftBehind } from '../core/launch/event.ts';
import type { Launch } from '../core/launch/launch.ts';
import { openLaunches, readAllLaunches, readLaunch, setAside } from '../platform/store/launches.ts';
import { applyEvent, changeOpen } from './record.ts';
import { carryOut, claim, isClaimed } from './send.ts';

/** A wait that ended longer ago than this, in milliseconds, is not taken up: nobody expects it now. */
const longestLate = 2 * 60_000;

/** Puts right what an earlier worker left half done. A launch that waits to be sent is waited for. */
export async function recoverLaunches(): Promise<void> {
  const listed = await openLaunches();
  if (listed === undefined) await rebuildList();
  for (const id of listed ?? (await openLaunches()) ?? []) {
    const record = await readLaunch(id);
    if (record === 'damaged') await setAside(id);
    else if (record !== 'missing' && record.state === 'sending' && !isClaimed(id)) {
      await recover(record);
    }
  }
}

async function recover(record: Launch): Promise<void> {
  const { inFlight, waiting } = record;
  if (!inFlight && waiting && Date.now() - waiting.until < longestLate) {
    // Whoever launched it may be gone: a sign-in window would come out of nowhere.
    claim(record.id);
    void carryOut(record, 'silent');
    return;
  }
  try {
    await applyEvent(record.id, leftBehind(record, Date.now()));
  } catch (error) {
    console.warn(error);
  }
}

/** The list is missing on the first start, and after damage. */
async function rebuildList(): Promise<void> {
  const records = await readAllLaunches();
  await changeOpen((ids) => [...ids, ...records.keys()]);
}
