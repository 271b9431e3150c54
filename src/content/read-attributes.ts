import type { FactKind } from '../core/page/kinds.ts';
import { attribute, isVisible, short, textOf } from './dom.ts';
import { labelOf } from './label.ts';
import { type PlaceOf, partOf } from './place.ts';
import type { Reading } from './reading.ts';

/** The attributes in which pages keep a number for their own scripts. */
const names = 'phone phone-number phonenumber tel telephone mobile number call dial msisdn'
  .split(' ')
  .map((name) => `data-${name}`);

/** Attributes of free words count only where they have a plus or say that a telephone is called. */
const mayHold = [
  ...names.map((name) => `[${name}]`),
  ...['[title*="+"]', '[aria-label*="+"]', '[aria-label*="phone" i]', '[aria-label^="call " i]'],
  ...['call', 'dial', 'phone', 'tel'].map((word) => `[onclick*="${word}" i]`),
  '[data-href^="tel:"]',
];

const longest = 200;

/** Reads the numbers in attributes of visible elements. */
export function readAttributes(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  reading.eachElement(roots, [mayHold.join()], (element) => {
    if (!isVisible(element)) return;
    const shown = short(textOf(element), 40);
    const tell = (kind: FactKind, value: string, label: string, name?: string) =>
      reading.tell(kind, value, {
        label,
        place: placeOf(element),
        ...partOf(element),
        name,
      });
    for (const name of [...names, 'data-href', 'title', 'aria-label']) {
      const value = (attribute(element, name) ?? '').replace(/^tel:/i, '');
      if (!/\d{3}/.test(value) || value.length > longest || !reading.mayHold(value)) continue;
      const words = name.startsWith('data-') ? name.slice(5).replace('-', ' ') : '';
      const label = `${labelOf(element)} ${shown} ${words}`.trim();
      tell(words ? 'attribute' : 'text', value, label, words && name);
    }
    const script = attribute(element, 'onclick') ?? '';
    for (const [, value = ''] of script
      .slice(0, longest)
      .matchAll(/['"](?:tel:)?([+\d(][^'"]{5,30})['"]/g))
      tell('attribute', value, shown, 'onclick');
  });
}
