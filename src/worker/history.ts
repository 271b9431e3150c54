import { done, failed, type Outcome } from '../core/failure.ts';
import { launchesToDelete } from '../core/history-limit.ts';
import { hasEnded } from '../core/launch.ts';
import { readAllLaunches, readLaunch, removeLaunches, setAside } from '../platform/launch-store.ts';
import { settings } from '../platform/stored.ts';
import { inTurn } from './in-turn.ts';
import { changeOpen } from './record.ts';
import { refreshBadge } from './tell.ts';

export const historyAlarm = 'history';

/**
 * Deletes launches that somebody chose to delete. One that has not ended stays, for what becomes of
 * it must be known: fails with `launch-not-ended`.
 */
export async function forgetLaunches({
  launchIds,
}: {
  launchIds: string[];
}): Promise<Outcome<null>> {
  const stays = await Promise.all(launchIds.map(forgetOne));
  await changeOpen((ids) => ids.filter((id) => !launchIds.includes(id) || stays.includes(id)));
  await refreshBadge();
  return stays.every((id) => id === undefined) ? done(null) : failed('launch-not-ended');
}

/** The id, where the launch stays. */
function forgetOne(id: string): Promise<string | undefined> {
  return inTurn(`launch ${id}`, async () => {
    const record = await readLaunch(id);
    if (typeof record !== 'string' && !hasEnded(record)) return id;
    await removeLaunches([id]);
    return undefined;
  });
}

/**
 * Keeps history as the settings want it: not too old, and not too much. What cannot be read is set
 * aside.
 */
export async function tidyHistory(): Promise<void> {
  const { history } = await settings.get();
  const kept = [...(await readAllLaunches())];
  const records = kept.flatMap(([, record]) => (record === 'damaged' ? [] : [record]));
  for (const [id, record] of kept) if (record === 'damaged') await setAside(id);
  await forgetLaunches({ launchIds: launchesToDelete(records, history, Date.now()) });
}
