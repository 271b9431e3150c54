import { hasEnded, type Launch } from '../core/launch/launch.ts';
import type { Happening } from '../core/view/happening.ts';
import type { Unfinished } from '../core/view/launcher.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { onLaunchesChange, readLaunches } from '../platform/store/launches.ts';

/** Keeps a view up to date about open launches, wherever they were made. */
export async function followUnfinished(
  happen: (happening: Happening) => void,
  closed: AbortSignal,
): Promise<void> {
  const launches = new Map<string, Launch>();
  const tell = (): void => {
    const unfinished = [...launches.values()].filter(isUnfinished).map(lineOf);
    happen({ type: 'stored', part: { unfinished } });
  };
  onLaunchesChange((changed) => {
    for (const [id, kept] of changed) {
      if (typeof kept === 'string') launches.delete(id);
      else launches.set(id, kept);
    }
    tell();
  }, closed);
  const ids = (await openLaunchIds.get()) ?? [];
  for (const [id, kept] of await readLaunches(ids)) {
    if (kept !== 'damaged' && !launches.has(id)) launches.set(id, kept);
  }
  if (launches.size > 0) tell();
}

/** It still runs, or it is not known whether it was made. */
function isUnfinished(launch: Launch): boolean {
  return launch.state === 'unknown' || !hasEnded(launch);
}

function lineOf({ id, state, flow, customer, times, by, connection }: Launch): Unfinished {
  return { id, state, flow, customer, times, by, connection };
}
