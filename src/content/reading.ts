import type { FactKind } from '../core/page/kinds.ts';
import type { PageFact, UnreadPart } from '../core/page/snapshot.ts';
import { selectAll } from './dom.ts';

/** What one reading of a page has found so far, and whether there is time and room for more. */
export interface Reading {
  readonly facts: PageFact[];
  /** All elements of the document: even to count them costs half a millisecond in a large page. */
  readonly elements: ArrayLike<Element> & Iterable<Element>;
  /** What was left out so far. */
  readonly unread: Set<UnreadPart>;
  leaveOut(part: UnreadPart): void;
  /** Frames in view of other sites, which their page cannot look into. */
  foreignFrames: number;
  /** Whether a text may hold a value that is looked for; true where everything is. */
  mayHold(text: string): boolean;
  tell(kind: FactKind, value: string, more?: Omit<PageFact, 'kind' | 'value'>): void;
  /** Reads one after the other while there is time. What cannot be read must not cost the rest. */
  each<Item>(items: Iterable<Item>, read: (item: Item) => void): void;
  /**
   * The same for what selectors find, one by one: the browser knows its way to `h1`, and
   * looks at every element for `h1, h2`. Nothing is looked for once the time is over.
   */
  eachElement(
    roots: readonly Node[],
    selectors: readonly string[],
    read: (element: Element) => void,
  ): void;
  isLate(): boolean;
}

const longestValue = 4000;
const longestInAll = 60_000;
const mostOfKind = 150;
const mostItems = 4000;

/** So many elements are read by a busy machine, too, which must not see less of a small page. */
const small = 20_000;
const longestOfSmall = 1000;

/**
 * Starts the clock of a reading. Longer than 50 ms, and the page could not answer a click in time.
 * https://web.dev/articles/optimize-long-tasks
 */
export function startReading(longest = 50, wanted?: readonly string[]): Reading {
  const started = performance.now();
  const elements = selectAll(document, '*');
  const isSmall = elements.length <= small;
  const end = started + (isSmall ? longestOfSmall : longest);
  const told = new Map<FactKind, number>();
  let room = longestInAll;
  const sought = wanted?.map(plainSigns);
  const reading: Reading = {
    facts: [],
    elements,
    unread: new Set(),
    foreignFrames: 0,
    mayHold: (text) => sought?.some((value) => holdsInOrder(text, value)) ?? true,
    leaveOut: (part) => void reading.unread.add(part),
    tell(kind, value, { label, ...more } = {}) {
      const trimmed = value.trim();
      if (!trimmed) return;
      const count = (told.get(kind) ?? 0) + 1;
      const size = value.length + (label?.length ?? 0) + (more.name?.length ?? 0);
      if (count > mostOfKind || size > room || value.length > longestValue) {
        reading.leaveOut('limit');
        return;
      }
      told.set(kind, count);
      room -= size;
      reading.facts.push({ kind, value: trimmed, ...(label && { label }), ...more });
    },
    each(items, read) {
      let count = 0;
      for (const item of items) {
        count += 1;
        if (count > mostItems) reading.leaveOut('limit');
        // The clock is asked now and then: the first few are read in any case.
        if (count > mostItems || (count % 64 === 0 && reading.isLate())) return;
        try {
          read(item);
        } catch {
          // Broken JSON, say, or a selector that is none.
        }
      }
    },
    eachElement(roots, selectors, read) {
      for (const root of roots) {
        for (const selector of selectors) {
          if (reading.isLate()) return;
          reading.each(selectAll(root, selector), read);
        }
      }
    },
    isLate() {
      if (performance.now() < end) return false;
      reading.leaveOut('limit');
      return true;
    },
  };
  return reading;
}

/** What stays of a value however it is tidied, without the words that we read from icons. */
function plainSigns(value: string): string {
  return value.replace(/(?:Fax|Mobile): |[^\dA-Za-z]/g, '');
}

/** Whether all signs of a value stand in a text in their order: others may be hidden between them. */
function holdsInOrder(text: string, value: string): boolean {
  let at = 0;
  for (const sign of value) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
