import { z } from '../base/zod.ts';
import { originSchema } from '../page/document.ts';
import { formSchema } from './form.ts';

/** Whom the person said that the forms are about, and the page on which they said it. */
const customerChoiceSchema = z.object({
  take: z.enum(['page', 'conversation', 'both']),
  /** Of core/conversation/which-customer.ts; absent where the page is taken. */
  party: z.optional(z.string()),
  /** The conversation was over when it was chosen. */
  ended: z.optional(z.boolean()),
  origin: originSchema,
});

/** Which of the people whom a page shows the person chose, and that page. */
const personChoiceSchema = z.object({ name: z.string(), number: z.string(), origin: originSchema });

/**
 * What a person has begun in a tab, kept in session storage so that it outlives the popup: the
 * flow chosen and the form of each flow.
 */
export const draftSchema = z.object({
  flowId: z.optional(z.string()),
  /** The site's rule chose the flow, no person by hand: it goes when the page does. */
  bySite: z.optional(z.boolean()),
  /** It is the flow that was launched last, no person chose it here: the rule of a site goes before it. */
  byLast: z.optional(z.boolean()),
  customer: z.optional(customerChoiceSchema),
  person: z.optional(personChoiceSchema),
  /**
   * The launches that the form was sent as, as it stands: once one of them is accepted, nothing of it stays. They are
   * several if `Launch` was pressed in several views.
   */
  sentAs: z.optional(z.array(z.guid())),
  /** By flow id. */
  forms: z._default(z.record(z.string(), formSchema), {}),
});

export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = { forms: {} };

/** What stays once the form of a flow was launched: nothing of that form, nor whom it was about. */
export function withoutLaunched(draft: Draft, flowId: string): Draft {
  const { [flowId]: _sent, ...forms } = draft.forms;
  return { ...draft, forms, person: undefined, sentAs: undefined };
}
