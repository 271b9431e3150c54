import { attribute, isVisible } from './dom.ts';
import { labelOf } from './label.ts';
import type { PlaceOf } from './place.ts';
import type { Reading } from './reading.ts';

/** What pages call a number that they keep for their own scripts. */
const names = ['data-phone', 'data-phone-number', 'data-tel', 'data-mobile'];

/** Only an international number is looked for where any words may stand. */
const mayHold = [...names.map((name) => `[${name}]`), '[title*="+"]', '[aria-label*="+"]'];

const longest = 200;

/** Reads numbers that stand in attributes of visible elements. */
export function readAttributes(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  reading.eachElement(roots, mayHold, (element) => {
    if (!isVisible(element)) return;
    for (const name of [...names, 'title', 'aria-label']) {
      const value = attribute(element, name) ?? '';
      if (!/\d{3}/.test(value) || value.length > longest) continue;
      const words = name.startsWith('data-') ? name.slice(5).replace('-', ' ') : '';
      const label = `${labelOf(element)} ${words}`.trim();
      reading.tell('text', value, { label, place: placeOf(element) });
    }
  });
}
