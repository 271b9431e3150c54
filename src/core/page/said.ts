import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';
import { isSamePage, type PageId } from './document.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** What the element that the menu was opened on says, as its page told it. */
export const clickedTextSchema = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(400)),
  label: z.string().check(z.maxLength(200)),
  /** In milliseconds since 1970. */
  at: z.number(),
});

export type ClickedText = z.infer<typeof clickedTextSchema>;

/** What a person pointed at or typed to begin a launch, as the browser hands it over. */
export const saidSchema = z.object({
  /** Selected under the menu. */
  selection: z.optional(z.string().check(z.maxLength(4_000))),
  /** The link under the menu. */
  link: z.optional(z.string().check(z.maxLength(4_000))),
  /** The element under the menu, on sites that the person lets be read without a click. */
  text: z.optional(clickedTextSchema),
  /** A number typed in the address bar. */
  number: z.optional(z.string().check(z.maxLength(100))),
});

export type Said = z.infer<typeof saidSchema>;

/** What was said, and the page it was said on; undefined where that could not be read. */
export interface Heard {
  said: Said;
  document?: PageId | undefined;
}

/** What counts of it on the page in front: on another page than its own, nothing. */
export function saidOn(heard: Heard | undefined, front: PageId): Said | undefined {
  if (heard === undefined) return undefined;
  const isHere = heard.document === undefined || isSamePage(heard.document, front);
  return isHere ? heard.said : undefined;
}

const saidKinds: ReadonlySet<string> = new Set([
  'selection',
  'clicked-link',
  'clicked-text',
  'address-bar',
]);

/** Whether a value was said by a person, rather than by the page. */
export function isSaid(source: { kind: string }): boolean {
  return saidKinds.has(source.kind);
}

/**
 * What a page says with what the person pointed at or typed before everything else. Of a page that
 * cannot be read, that is all there is.
 */
export function withSaid(page: PageSnapshot | undefined, said: Said): PageSnapshot {
  const { selection, link, number } = said;
  // The browser itself tells a selection or a link under the menu; what the element says is less.
  const text = selection || link ? undefined : said.text;
  const label = cleanText(text?.label ?? '');
  const place = 'selection';
  const facts: PageFact[] = [
    ...(number ? [{ kind: 'address-bar', value: cleanText(number), place } as const] : []),
    ...(link ? [{ kind: 'clicked-link', value: cleanText(link), place } as const] : []),
    ...(selection ? [{ kind: 'selection', value: cleanText(selection), place } as const] : []),
    ...(text
      ? [
          {
            kind: 'clicked-text',
            value: cleanText(text.text),
            place,
            ...(label && { label }),
          } as const,
        ]
      : []),
  ];
  const read = page ?? { url: '', title: '', language: '', complete: true, facts: [] };
  return { ...read, facts: [...facts, ...read.facts] };
}
