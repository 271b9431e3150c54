import { done, failed, type Outcome } from '../core/base/failure.ts';
import { launchesToDelete } from '../core/launch/history-limit.ts';
import { hasEnded, type Launch } from '../core/launch/launch.ts';
import { lookAtClock } from '../core/launch/trusted-clock.ts';
import { withoutCustomerData } from '../core/launch/without-customer-data.ts';
import { isPersonShown } from '../core/session/person.ts';
import type { Session } from '../core/session/session.ts';
import type { Settings } from '../core/settings/settings.ts';
import { clockSeen, wholeLaunches } from '../platform/keys/launch.ts';
import { settings } from '../platform/keys/settings.ts';
import { forgetOwned } from '../platform/store/forget.ts';
import {
  readAllLaunches,
  readLaunch,
  readLaunches,
  setAside,
  writeLaunch,
} from '../platform/store/launches.ts';
import { inTurn } from './in-turn.ts';
import { refreshBadge } from './notify.ts';
import { changeOpen } from './record.ts';

export const historyAlarm = 'history';

/**
 * Deletes the launches that the person chose. A launch that has not ended stays, because its outcome must
 * be recorded: fails with `launch-not-ended`.
 */
export async function forgetLaunches({
  launchIds,
}: {
  launchIds: string[];
}): Promise<Outcome<null>> {
  const records = await readLaunches(launchIds);
  const goes = [...records].flatMap(([id, it]) => (it === 'damaged' || hasEnded(it) ? [id] : []));
  // Together, so that a view that shows thousands of them is drawn once.
  await forgetOwned('launch', goes);
  const gone = new Set(goes);
  await wholeLaunches.change((whole) =>
    whole.some(({ id }) => gone.has(id)) ? whole.filter(({ id }) => !gone.has(id)) : whole,
  );
  await changeOpen((ids) => ids.filter((id) => !gone.has(id)));
  await refreshBadge();
  return goes.length === records.size ? done(null) : failed('launch-not-ended');
}

/**
 * Deletes the launches of a connection, by its key, that the session's person made or whose person is
 * not known. A launch that has not ended stays, because its outcome must be recorded.
 */
export async function forgetHistoryOf(
  connectionKey: string,
  session: Session | undefined,
): Promise<void> {
  const own = [...(await readAllLaunches())].flatMap(([id, record]) => {
    if (record === 'damaged' || record.connection.key !== connectionKey) return [];
    const isTheirs = !record.by?.person || !session || isPersonShown(record.by, session);
    return isTheirs ? [id] : [];
  });
  await forgetLaunches({ launchIds: own });
}

/**
 * Keeps history as the settings want it: not too old, not too much, and without what is the
 * customer's where that is not to be kept. What cannot be read is set aside.
 */
export async function tidyHistory(): Promise<void> {
  const { history } = await settings.get();
  const kept = [...(await readAllLaunches())];
  const records = kept.flatMap(([, record]) => (record === 'damaged' ? [] : [record]));
  for (const [id, record] of kept) if (record === 'damaged') await setAside(id);
  const clock = lookAtClock(await clockSeen.get(), Date.now());
  await clockSeen.set(clock);
  await forgetLaunches({ launchIds: launchesToDelete(records, history, clock.believed) });
  if (history.keepInputs) return;
  for (const record of records) if (hasCustomerData(record)) await forgetCustomer(record.id);
}

/** Records of earlier versions had their inputs removed, and nothing else. */
function hasCustomerData(record: Launch): boolean {
  return JSON.stringify(withoutCustomerData(record)) !== JSON.stringify(record);
}

function forgetCustomer(id: string): Promise<void> {
  return inTurn(`launch ${id}`, async () => {
    const record = await readLaunch(id);
    if (typeof record === 'string' || !hasEnded(record)) return;
    await writeLaunch(withoutCustomerData(record));
  });
}

/** Tidies the history at once if its settings were changed. */
export async function heedHistorySettings({ history }: Settings): Promise<void> {
  const wanted = JSON.stringify(history);
  if (wanted === heeded) return;
  heeded = wanted;
  await tidyHistory();
}

let heeded: string | undefined;
