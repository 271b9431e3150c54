import { z } from '../base/zod.ts';
import { isSamePage, type PageDocument, pageDocumentSchema } from '../page/document.ts';
import { saidSchema } from '../page/said.ts';

/**
 * One person's wish for one launch, as the worker writes it on a click in the menu, a command or a line
 * of the address bar. The popup that opens takes it out of storage, so that it is used once.
 */
export const intentionSchema = z.object({
  id: z.guid(),
  tabId: z.int(),
  /** The page on which it was clicked; undefined where the browser does not tell which it was. */
  document: z.optional(pageDocumentSchema),
  /** What the browser itself handed over, on every kind of page. */
  said: saidSchema,
  /** The flow that was clicked. */
  flowId: z.optional(z.guid()),
  /** The flow is set to launch at once. */
  atOnce: z.boolean(),
  /** Milliseconds since 1970. */
  at: z.number(),
});

export type Intention = z.infer<typeof intentionSchema>;

/** How long an intention lasts, in milliseconds: a person who waited longer means something else now. */
export const intentionLasts = 15_000;

/**
 * Whether an intention still holds: it is not too old, and its page is the one in front. Where nothing says
 * which page it was, only its age counts.
 *
 * @param page undefined while it is not known which page is in front
 */
export function isIntended(
  intention: Pick<Intention, 'at' | 'document'>,
  page: PageDocument | undefined,
  now: number,
): boolean {
  const age = now - intention.at;
  if (age < 0 || age > intentionLasts) return false;
  if (intention.document === undefined || page === undefined) return true;
  return isSamePage(intention.document, page);
}
