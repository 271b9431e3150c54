import type { Settings } from '../settings/settings.ts';
import { hasEnded, type Launch } from './launch.ts';

/** How many launches are kept, whatever their age. @internal exported for its test */
export const mostLaunches = 2_000;

/** How many bytes of records are kept, of the 10 MB that an extension may store. */
const mostBytes = 6_000_000;

const day = 24 * 60 * 60 * 1000;

/**
 * Which launches to delete: those older than the settings allow, and the oldest of those beyond the limit.
 * Never one that has not ended, nor a recent one whose outcome is unknown.
 */
export function launchesToDelete(
  launches: readonly Launch[],
  { days }: Settings['history'],
  now: number,
): string[] {
  const oldest = now - days * day;
  let count = 0;
  let bytes = 0;
  return [...launches]
    .sort((a, b) => b.times.created - a.times.created)
    .filter((launch) => {
      count += 1;
      bytes += JSON.stringify(launch).length;
      const isTooMuch = count > mostLaunches || bytes > mostBytes;
      return (isTooMuch || launch.times.created < oldest) && mayBeDeleted(launch, now);
    })
    .map(({ id }) => id);
}

/** Whether deleting a launch loses only history. @internal exported for its test */
export function mayBeDeleted(launch: Launch, now: number): boolean {
  if (!hasEnded(launch)) return false;
  return launch.state !== 'unknown' || now - launch.times.created > day;
}
