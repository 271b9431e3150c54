import type { Launch } from '../core/launch/launch.ts';
import { type Kept, onLaunchesChange } from '../platform/store/launches.ts';

/** Records of launches as they are now. */
export interface KeptLaunches {
  all(): Launch[];
  /** Takes what was read; what has changed meanwhile is newer. */
  add(read: ReadonlyMap<string, Kept>): void;
}

/**
 * Keeps records up to date, and calls back after each change, until the signal aborts. Call it before you read.
 *
 * @param isWanted which records it keeps: a side panel is open all day, and each record has all that was sent
 */
export function keptLaunches(
  onChange: () => void,
  signal: AbortSignal,
  isWanted: (launch: Launch) => boolean = () => true,
): KeptLaunches {
  const launches = new Map<string, Launch>();
  const changedMeanwhile = new Set<string>();
  const take = (id: string, kept: Kept): void => {
    if (typeof kept !== 'string' && isWanted(kept)) launches.set(id, kept);
    else launches.delete(id);
  };
  onLaunchesChange((changed) => {
    for (const [id, kept] of changed) {
      changedMeanwhile.add(id);
      take(id, kept);
    }
    onChange();
  }, signal);
  return {
    all: () => [...launches.values()],
    add: (read) => {
      for (const [id, kept] of read) if (!changedMeanwhile.has(id)) take(id, kept);
    },
  };
}
