import type { OurWorld } from '../chosen.ts';
import { attribute, selectAll, tagOf, textOf } from '../dom.ts';
import { startReading } from '../reading.ts';
import { rootsOf } from '../roots.ts';

/** In milliseconds, for a large page. The person waits for it on the options page, so this page need not answer clicks. */
const longestSearch = 100;
const longestText = 2000;
/** An element that holds more elements shows more than one value. */
const mostWithin = 12;

const unseen = /^(script|style|noscript|template|head|title|option|html|body)$/;

/**
 * Finds, for each value that Kickoff read from the page, the innermost element that shows it: a link with that address,
 * an input with that value, or an element with that text. Looks where `readPage` looks, changes nothing, and stops in a
 * large page after a tenth of a second.
 *
 * The options page injects this with `?injected`. The elements stay in our world for `describeChosen`.
 */
export function locateValues(values: readonly string[]): void {
  const world: OurWorld & typeof globalThis = globalThis;
  const reading = startReading(longestSearch);
  const wanted = values.map(plain);
  const found: (Element | undefined)[] = values.map(() => undefined);
  const sizes = values.map(() => Number.POSITIVE_INFINITY);
  for (const root of rootsOf(reading)) {
    for (const element of selectAll(root, '*')) {
      if (reading.isLate()) break;
      const shown = shownBy(element);
      for (const [place, value] of wanted.entries()) {
        const size = value && shown ? sizeOf(shown, value) : undefined;
        // Of two elements of the same size, the later one is further in.
        if (size === undefined || size > (sizes[place] ?? 0)) continue;
        found[place] = element;
        sizes[place] = size;
      }
    }
  }
  world.kickoffChosen = found;
}

interface Shown {
  href: string;
  text: string;
  isInput: boolean;
}

/** What an element shows by itself; undefined where it shows nothing or holds a secret. */
function shownBy(element: Element): Shown | undefined {
  const tag = tagOf(element);
  if (unseen.test(tag)) return undefined;
  const href = plain(attribute(element, 'href'));
  if (/^(input|textarea)$/.test(tag)) {
    const { type, value } = element as HTMLInputElement;
    const isSecret = /^(password|hidden)$/.test(type);
    return isSecret ? undefined : { href, text: plain(value), isInput: true };
  }
  const isLeaf = selectAll(element, '*').length < mostWithin;
  const text = isLeaf ? plain(textOf(element)?.slice(0, longestText)) : '';
  return { href, text, isInput: false };
}

/** How much an element shows, to be compared: the less, the better it fits the value. Undefined without the value. */
function sizeOf({ href, text, isInput }: Shown, value: string): number | undefined {
  if (href === value) return 0;
  if (isInput && text === value) return 1;
  return text.includes(value) ? text.length + 1 : undefined;
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\p{Cf}]+/gu, ' ').trim();
}
