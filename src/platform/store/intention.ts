import type { Intention } from '../../core/launch/intention.ts';
import { intentionOf } from '../keys/tab.ts';
import { withLock } from '../locks.ts';

/**
 * Takes a tab's intention out of storage, if there is one: whichever view asks first has it alone. Where storage
 * refuses to let go of it, it is none, for the next view would have it, too.
 */
export function takeIntention(tabId: number): Promise<Intention | undefined> {
  const kept = intentionOf(tabId);
  return withLock(kept.key, async () => {
    const intention = await kept.get();
    if (intention !== undefined) await kept.remove();
    return intention;
  }).catch((error: unknown) => {
    console.warn(error);
    return undefined;
  });
}
