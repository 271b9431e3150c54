import { z } from '../base/zod.ts';
import { formSchema } from './form.ts';

/**
 * What a person has begun in a tab, kept in session storage so that it outlives the popup: the
 * flow chosen and the form of each flow.
 */
export const draftSchema = z.object({
  flowId: z.optional(z.string()),
  /** The site's rule chose the flow, nobody by hand: it goes when the page does. */
  bySite: z.optional(z.boolean()),
  /** By flow id. */
  forms: z._default(z.record(z.string(), formSchema), {}),
});

export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = { forms: {} };
