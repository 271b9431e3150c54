import { hasEnded, type Launch } from '../core/launch/launch.ts';
import type { Happening } from '../core/view/happening.ts';
import type { Unfinished } from '../core/view/launcher.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { readLaunches } from '../platform/store/launches.ts';
import { keptLaunches } from './kept-launches.ts';

/** Keeps a view up to date about open launches, wherever they were made. */
export async function followUnfinished(
  happen: (happening: Happening) => void,
  closed: AbortSignal,
): Promise<void> {
  const tell = (): void => {
    const unfinished = launches.all().map(lineOf);
    happen({ type: 'stored', part: { unfinished } });
  };
  const launches = keptLaunches(tell, closed, isUnfinished);
  launches.add(await readLaunches((await openLaunchIds.get()) ?? []));
  if (launches.all().length > 0) tell();
}

/** It still runs, or it is not known whether it was made. */
function isUnfinished(launch: Launch): boolean {
  return launch.state === 'unknown' || !hasEnded(launch);
}

function lineOf({ id, state, flow, customer, times, by, connection }: Launch): Unfinished {
  return { id, state, flow, customer, times, by, connection };
}
