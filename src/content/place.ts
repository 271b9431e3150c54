import type { Place, Region } from '../core/page/snapshot.ts';
import { boxOf, closest, contains, focusedElement, selectAll } from './dom.ts';

export type PlaceOf = (element: Element) => Place;

const regions: readonly (readonly [Region, string])[] = [
  ['dialog', 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]'],
  ['aside', 'aside, [role=complementary]'],
  ['footer', 'footer, [role=contentinfo]'],
  ['nav', 'nav, [role=navigation]'],
  ['header', '[role=banner], header:not(main *, article *, section *, [role=main] *)'],
];

/**
 * The part of the page that an element stands in, where that is not the page's subject. A side bar with
 * the page's only first heading is its subject: so HubSpot shows a contact.
 */
export function regionOf(element: Element): { region?: Region } {
  for (const [region, selector] of regions) {
    const part = closest(element, selector);
    if (part) return region === 'aside' && hasTheHeading(part) ? {} : { region };
  }
  return {};
}

function hasTheHeading(part: Element): boolean {
  const within = selectAll(part, 'h1').length;
  return within > 0 && within === selectAll(document, 'h1').length;
}

/** What surrounds the content of a page. */
const furniture =
  'nav, footer, [role=navigation], [role=banner], [role=contentinfo], header:not(main *, article *, section *, [role=main] *)';

/** Tells how near an element is to what the person is doing, given what is selected. */
export function placing(selected: readonly Node[]): PlaceOf {
  const focused = focusedElement();
  return (element) => {
    if (selected.some((node) => contains(element, node))) return 'selection';
    if (focused && contains(focused, element)) return 'focus';
    if (closest(element, furniture)) return 'rest';
    if (isInView(boxOf(element))) return 'viewport';
    return closest(element, 'main, [role=main], article') ? 'main' : 'rest';
  };
}

function isInView({ top, bottom, left, right }: DOMRect): boolean {
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
