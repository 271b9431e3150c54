import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';
import { isSamePage, type PageId } from './document.ts';
import type { FactKind } from './kinds.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** The text of the element on which the person opened the context menu, as the page gave it. */
export const clickedTextSchema = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(400)),
  label: z.string().check(z.maxLength(200)),
  /** In milliseconds since 1970. */
  at: z.number(),
});

export type ClickedText = z.infer<typeof clickedTextSchema>;

/** What a person pointed at or typed to begin a launch, as the browser hands it over. */
export const saidSchema = z.object({
  /** The text that the person selected and opened the context menu on. */
  selection: z.optional(z.string().check(z.maxLength(4_000))),
  /** The address of the link under the context menu. */
  link: z.optional(z.string().check(z.maxLength(4_000))),
  /** The element under the context menu, on sites that Kickoff may read without a click. */
  text: z.optional(clickedTextSchema),
  /** The number that the person typed in the address bar. */
  number: z.optional(z.string().check(z.maxLength(100))),
});

export type Said = z.infer<typeof saidSchema>;

/** What a person said, and the page on which they said it. */
export interface Heard {
  said: Said;
  /** Undefined where Kickoff could not read the page; then what was said counts on any page. */
  document?: PageId | undefined;
}

/** What a person said of the page in front; undefined where they said it on another page. */
export function saidOn(heard: Heard | undefined, front: PageId): Said | undefined {
  if (heard === undefined) return undefined;
  const isHere = heard.document === undefined || isSamePage(heard.document, front);
  return isHere ? heard.said : undefined;
}

const saidKinds: ReadonlySet<string> = new Set<FactKind>([
  'selection',
  'clicked-link',
  'clicked-text',
  'address-bar',
]);

/** Whether a person said a value, rather than the page. */
export function isSaid(source: { kind: string }): boolean {
  return saidKinds.has(source.kind);
}

/**
 * Puts what the person pointed at or typed before everything that the page says.
 *
 * @param page undefined where Kickoff could not read it; then the snapshot holds nothing else
 */
export function withSaid(page: PageSnapshot | undefined, said: Said): PageSnapshot {
  const { selection, link, number } = said;
  // A selection or a link from the browser is more exact than the text of the element under the menu.
  const element = selection || link ? undefined : said.text;
  const facts = [
    saidFact('address-bar', number),
    saidFact('clicked-link', link),
    saidFact('selection', selection),
    saidFact('clicked-text', element?.text, element?.label),
  ].flat();
  const read = page ?? { url: '', title: '', language: '', complete: true, facts: [] };
  return { ...read, facts: [...facts, ...read.facts] };
}

/** One fact, or none where the person said nothing of this kind. */
function saidFact(kind: FactKind, value = '', label = ''): PageFact[] {
  if (value === '') return [];
  const called = cleanText(label);
  return [{ kind, value: cleanText(value), place: 'selection', ...(called && { label: called }) }];
}

/** Whether a fact stands beside a chosen radio button, which says which of a person's numbers to call. */
export function isChosen({ kind, name = '' }: PageFact): boolean {
  return kind === 'input' && /\bradio\b/.test(name);
}
