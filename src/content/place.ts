import type { Place } from '../core/page/snapshot.ts';
import { boxOf, closest, contains, focusedElement } from './dom.ts';

export type PlaceOf = (element: Element) => Place;

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
