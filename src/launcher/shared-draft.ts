import { z } from '../core/base/zod.ts';
import { type Draft, draftSchema, emptyDraft } from '../core/form/draft.ts';
import { stored } from '../platform/store/stored.ts';

/** A draft as a view writes it. Whoever else writes one leaves out by whom. */
const signedDraftSchema = z.extend(draftSchema, { by: z.optional(z.string()) });

type SignedDraft = z.infer<typeof signedDraftSchema>;

/**
 * Keeps the draft of a tab in step among the views beside it: calls back with what others write, and
 * returns what writes it. What a view wrote itself it does not hear of again: by then the person may
 * have typed on.
 */
export function sharedDraft(
  tabId: number,
  onChange: (draft: Draft) => void,
  closed: AbortSignal,
): (draft: Draft) => void {
  const me = crypto.randomUUID();
  const draft = stored<SignedDraft>('session', `draft ${tabId}`, signedDraftSchema, emptyDraft);
  draft.onChange(({ by, ...changed }) => {
    if (by !== me) onChange(changed);
  }, closed);
  return (changed) => void draft.set({ ...changed, by: me });
}
