import { afterEvent, type Launch, type LaunchEvent } from '../core/launch.ts';
import { launchOf } from '../platform/stored.ts';
import { inTurn } from './in-turn.ts';

/**
 * Lets an event happen to a launch: the record is read, changed and written by one writer at a
 * time. Gives back the record as it is now; throws where there is none.
 */
export async function happen(launchId: string, event: LaunchEvent): Promise<Launch> {
  return inTurn(`launch ${launchId}`, async () => {
    const record = await launchOf(launchId).get();
    if (record === undefined) throw new Error(`There is no record of launch ${launchId}`);
    const changed = afterEvent(record, event);
    if (changed !== record) await launchOf(launchId).set(changed);
    return changed;
  });
}
