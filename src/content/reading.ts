import type { FactKind } from '../core/page/kinds.ts';
import type { PageFact, UnreadPart } from '../core/page/snapshot.ts';
import { selectAll } from './dom.ts';

/** One reading of a page: what it has found so far, and whether there is time and room for more. */
export interface Reading {
  readonly facts: PageFact[];
  /** All elements of the document, asked for once: even to count them costs half a millisecond in a large page. */
  readonly elements: ArrayLike<Element> & Iterable<Element>;
  /** Which parts of the page the reading has left out so far. */
  readonly unread: Set<UnreadPart>;
  leaveOut(part: UnreadPart): void;
  /** How many frames in view belong to other sites, so that this page cannot look into them. */
  foreignFrames: number;
  /** Whether a text may hold one of the wanted values; always true where the reading wants everything. */
  mayHold(text: string): boolean;
  /** Adds a fact. Drops an empty value, and with `leaveOut('limit')` one for which there is no room. */
  tell(kind: FactKind, value: string, more?: Omit<PageFact, 'kind' | 'value'>): void;
  /**
   * Calls `read` with one item after the other while there is time, until it returns false. An item that throws does not
   * stop the rest.
   */
  each<Item>(items: Iterable<Item>, read: (item: Item) => unknown): void;
  /**
   * The same, once for each element that one of the selectors finds. Give the selectors one by one: in a large page
   * `h1, h2` takes the browser three times as long as both apart. Does nothing once the time is over.
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

/** A page with at most so many elements may take `longestOfSmall`, so that a busy machine, too, reads all of it. */
const small = 20_000;
/** In milliseconds. */
const longestOfSmall = 1000;

/**
 * Starts a reading and its clock.
 *
 * @param longest how long a large page may take, in milliseconds: after 50 it could not answer a click in time
 *   (https://web.dev/articles/optimize-long-tasks)
 * @param wanted the only values that matter; without them everything does
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
    tell(kind, value, more = {}) {
      const trimmed = value.trim();
      if (!trimmed) return;
      const count = (told.get(kind) ?? 0) + 1;
      const size = value.length + (more.label?.length ?? 0) + (more.name?.length ?? 0);
      if (count > mostOfKind || size > room || value.length > longestValue) {
        reading.leaveOut('limit');
        return;
      }
      told.set(kind, count);
      room -= size;
      reading.facts.push({ kind, value: trimmed, ...more });
    },
    each(items, read) {
      let count = 0;
      for (const item of items) {
        count += 1;
        if (count > mostItems) return reading.leaveOut('limit');
        // The clock counts only at every 64th item, so the first few are read in any case.
        if (count % 64 === 0 && reading.isLate()) return;
        try {
          if (read(item) === false) return;
        } catch {
          // Broken JSON, for example, or a selector that the browser does not accept.
        }
      }
    },
    eachElement(roots, selectors, read) {
      for (const root of roots) {
        const known = new Set<Element>();
        for (const selector of selectors) {
          if (reading.isLate()) return;
          reading.each(selectAll(root, selector), (element) => {
            if (known.has(element)) return;
            known.add(element);
            read(element);
          });
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

/** A value's letters and digits, which stay however a page formats it, without the words that stand for icons. */
function plainSigns(value: string): string {
  return value.replace(/(?:Fax|Mobile): |[^\dA-Za-z]/g, '');
}

/** Whether a text has all signs of a value in their order. Others may stand between them. */
function holdsInOrder(text: string, value: string): boolean {
  let at = 0;
  for (const sign of value) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
