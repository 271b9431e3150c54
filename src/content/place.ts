import type { PageFact, Place, Region } from '../core/page/snapshot.ts';
import {
  attribute,
  closest,
  contains,
  focusedElement,
  isText,
  isVisible,
  knownBoxOf,
  nextOf,
  parentOf,
  previousOf,
  selectAll,
  tagOf,
  textOf,
  walk,
} from './dom.ts';
import { labelOf, noteBehind } from './label.ts';
import { sectionOf } from './section.ts';

/** Where an element stands: how near to what the person is doing, and in which part of the page. */
export type Where = { place: Place; region?: Region };
export type PlaceOf = (element: Element) => Where;

/** A header or footer within the content is that of a part, a card for example. */
const ofPage = ':not(main *, article *, section *, [role=main] *)';
/** A box that merely calls itself one may be the frame of the whole page, and hold its heading. */
const ofPageByName = `${ofPage}:not([class*=card] *, :has(h1))`;

const regions: readonly (readonly [Region, string])[] = [
  ['dialog', 'dialog, [role$=dialog], [aria-modal=true]'],
  ['aside', 'aside, [role=complementary], [class*=related i]'],
  [
    'footer',
    `footer, [role=contentinfo], :is(.footer, .site-footer, .page-footer, [id$=footer i])${ofPageByName}`,
  ],
  ['nav', `nav, [role=navigation], :is(.navbar, .topbar, #topbar)${ofPageByName}`],
  ['header', `[role=banner], header${ofPage}, :is(.site-header, #header)${ofPageByName}`],
];

/** The part of the page that an element stands in, and the words of its section's heading. */
export function partOf(element: Element): { region?: Region; section: string } {
  return { ...regionOf(element), section: sectionOf(element) };
}

/**
 * The part of the page that an element stands in; empty where that is the page's subject. A side bar with the page's
 * only `h1` is its subject: HubSpot shows a contact there.
 */
function regionOf(element: Element): { region?: Region } {
  for (const [region, selector] of regions) {
    const part = closest(element, selector);
    if (part) return region === 'aside' && hasEveryH1(part) ? {} : { region };
  }
  return {};
}

function hasEveryH1(part: Element): boolean {
  const within = selectAll(part, 'h1').length;
  return within > 0 && within === selectAll(document, 'h1').length;
}

/** Makes the function that says where an element stands. */
export function placing(selected: readonly Node[]): PlaceOf {
  const focused = focusedElement();
  return (element) => {
    const part = regionOf(element);
    return { ...part, place: nearness(element, part.region) };
  };

  function nearness(element: Element, region: Region | undefined): Place {
    if (selected.some((node) => contains(element, node))) return 'selection';
    if (focused && contains(focused, element)) return 'focus';
    if (/^(?:footer|nav|header)$/.test(region ?? '')) return 'rest';
    if (isInView(knownBoxOf(element))) return 'viewport';
    return closest(element, 'main, [role=main], article') ? 'main' : 'rest';
  }
}

function isInView({ top, bottom, left, right }: DOMRect): boolean {
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

const farthest = 7;
const most = 3;
const longest = 60;

/** What the words around an element say about a number in it. */
export function aroundOf(
  element: Element,
): Pick<PageFact, 'label' | 'behind' | 'section' | 'within' | 'alike'> {
  return {
    label: labelOf(element),
    behind: noteBehind(element),
    section: sectionOf(element),
    ...withinOf(element),
  };
}

/**
 * `within`: the first words of each row, card or list entry around an element, one line each, the nearest first; mostly
 * the name of the person it is about. A row, card or entry is what has an element of the same tag and class beside it.
 * `alike`: the first words of those beside it.
 */
function withinOf(element: Element): { within: string; alike: string } {
  const found = new Set<string>();
  const beside = new Set<string>();
  let at: Element | null = element;
  for (let up = 0; at && up < farthest && found.size < most; up += 1) {
    if (tagOf(at) === 'body') break;
    const others = alikeBeside(at);
    const words = others.length > 0 ? firstWords(at) : '';
    if (words) {
      found.add(words);
      for (const other of others.filter(isVisible)) beside.add(firstWords(other));
    }
    at = parentOf(at);
  }
  return { within: [...found].join('\n'), alike: [...beside].filter(Boolean).join('\n') };
}

function isRow(element: Element): boolean {
  return tagOf(element) === 'tr' || attribute(element, 'role') === 'row';
}

function alikeBeside(element: Element): Element[] {
  const isAlike = (other: Element | null): other is Element =>
    other !== null &&
    tagOf(other) === tagOf(element) &&
    attribute(other, 'class') === attribute(element, 'class');
  return [nextOf(element), previousOf(element)].filter(isAlike);
}

/** For one reading: each element is asked up to three times, for itself and for its neighbours. */
const known = new Map<Element, string>();

function firstWords(element: Element): string {
  const before = known.get(element);
  if (before !== undefined) return before;
  const words = readFirstWords(element);
  known.set(element, words);
  return words;
}

/** The first text in an element, where it is short; digits only in the row of a table, where they may be an ID. */
function readFirstWords(element: Element): string {
  const walker = walk(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), seen = 0; node && seen < 8; node = walker.nextNode()) {
    const text = isText(node) ? (textOf(node) ?? '').slice(0, longest * 2).trim() : '';
    if (text)
      return text.length <= longest && (isRow(element) || !/\p{Nd}/u.test(text))
        ? text.replace(/\s+/g, ' ')
        : '';
    seen += 1;
  }
  return '';
}
