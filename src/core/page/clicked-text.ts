import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';
import type { PageSnapshot } from './snapshot.ts';

/** What the element that the menu was opened on says, as its page told it. */
export const clickedTextSchema = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(400)),
  label: z.string().check(z.maxLength(200)),
  /** In milliseconds since 1970. */
  at: z.number(),
});

export type ClickedText = z.infer<typeof clickedTextSchema>;

/** Puts what the person pointed at before everything else that was read from the page. */
export function withClickedText(
  snapshot: PageSnapshot,
  clicked: ClickedText | undefined,
): PageSnapshot {
  if (clicked === undefined) return snapshot;
  const label = cleanText(clicked.label);
  const fact = {
    kind: 'clicked-text',
    value: cleanText(clicked.text),
    place: 'selection',
    ...(label && { label }),
  } as const;
  return { ...snapshot, facts: [fact, ...snapshot.facts] };
}
