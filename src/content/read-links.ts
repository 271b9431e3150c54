import { attribute, isVisible, selectAll, short, textOf } from './dom.ts';
import { aroundOf, type PlaceOf } from './place.ts';
import type { Reading } from './reading.ts';
import { unseenIf } from './seen.ts';

/** Selectors that leave out, at little cost, nearly all links that lead to another page. */
const mayCall = [
  ...['a', 'area'].map((tag) => `${tag}[href]:not([href^="/"], [href^="#"], [href^="http"])`),
  ...['//wa.me/', 'whatsapp.com/'].map((part) => `a[href*="${part}"]`),
];
const calls =
  /^\s*(tel|callto|sms|sips?|mailto|whatsapp|skype|facetime):|^https?:\/\/(wa\.me|\w+\.whatsapp\.com)\//i;

/**
 * Reads the links that call or write to a person. Nothing says better whom a page is about, so the reader takes the
 * first of them even when its time is over.
 */
export function readLinks(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  for (const root of roots) {
    const links = mayCall.flatMap((selector) => [...selectAll(root, selector)]);
    reading.each(links, (link) => {
      const href = attribute(link, 'href') ?? '';
      if (!calls.test(href) || !reading.mayHold(href) || !isVisible(link)) return;
      const text = short(textOf(link), 60);
      const around = aroundOf(link);
      const label = `${around.label} ${text}`.trim();
      const more = { label, text, ...unseenIf(link), ...placeOf(link) };
      reading.tell('link', href, { ...around, ...more });
    });
  }
}
