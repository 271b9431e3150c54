import type { Intention } from '../../core/launch/intention.ts';
import { intentionOf } from '../keys/tab.ts';
import { withLock } from '../locks.ts';

/** Takes a tab's intention out of storage, if there is one: whichever view asks first has it alone. */
export function takeIntention(tabId: number): Promise<Intention | undefined> {
  const kept = intentionOf(tabId);
  return withLock(kept.key, async () => {
    const intention = await kept.get();
    if (intention !== undefined) await kept.remove();
    return intention;
  });
}
