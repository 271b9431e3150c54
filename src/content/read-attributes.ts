import { attribute, isVisible, short, textOf } from './dom.ts';
import { aroundOf, type PlaceOf } from './place.ts';
import type { Reading } from './reading.ts';

/** The attributes in which pages keep a number for their own scripts. */
const names = 'phone phone-number phonenumber tel telephone mobile number call dial msisdn href'
  .split(' ')
  .map((name) => `data-${name}`);

const longest = 400;

/** Reads the numbers in attributes of visible elements. */
export function readAttributes(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  for (const name of [...names, 'title', 'aria-label', 'onclick']) {
    const words = name.startsWith('data-') ? name.slice(5).replace('-', ' ') : '';
    const isScript = name === 'onclick';
    const isText = !words && !isScript;
    reading.eachElement(roots, [`[${name}]`], (element) => {
      const all = attribute(element, name) ?? '';
      if (all.length > longest || !/\d{3}/.test(all)) return;
      // Free words count only where they have a plus or say that a telephone is called.
      if (isText && !/\+|phone|^call /i.test(all)) return;
      const held = isScript ? /['"]((?:tel:)?[+\d(][^'"]{5,30})['"]/.exec(all)?.[1] : all;
      const value = (held ?? '').replace(/^tel:/i, '');
      if (!reading.mayHold(value) || !isVisible(element)) return;
      const around = { ...aroundOf(element), ...placeOf(element) };
      const label = `${isScript ? '' : around.label} ${short(textOf(element), 40)} ${words}`.trim();
      const kind = isText ? 'text' : 'attribute';
      reading.tell(kind, value, { ...around, name: isText ? '' : name, label });
    });
  }
}
