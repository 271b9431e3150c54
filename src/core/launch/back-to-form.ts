import { type Draft, withoutLaunched } from '../form/draft.ts';
import type { Launch } from './launch.ts';

/**
 * A tab's draft once a click in the menu leads back to its form: what was launched from it is gone, also while that is
 * on its way, for no view may see what becomes of it. Only what was refused stays, to be put right.
 *
 * @param sent the launches that the draft was sent as
 */
export function backToForm(draft: Draft, sent: readonly Pick<Launch, 'state' | 'flow'>[]): Draft {
  const launched = sent.find(({ state }) => state !== 'refused');
  return launched ? withoutLaunched(draft, launched.flow.id) : draft;
}
