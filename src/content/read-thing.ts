import { attribute, contains, nextOf, parentOf, selectAll, short, tagOf, textOf } from './dom.ts';
import { labelOf } from './label.ts';
import type { Reading } from './reading.ts';

/** Elements that show one thing beside others: a card, a row, an entry of a list. */
const container =
  'tr, li, article, aside, dialog, section, [role=row], [role=listitem], [role=dialog], [itemscope], .vcard, .h-card, [class*=card i]';
const naming = 'h1, h2, h3, h4, h5, h6, strong, b, a[href]';
const calls = /^\s*(?:tel|callto|sms|sips?|mailto|whatsapp|javascript|#)/i;
const group = 1;

/**
 * Reads the thing that a clicked link or a selection belongs to, where it is one of several on the page: its headings,
 * its links to a record, its cells. Returns the group of these facts; nothing where there is no such thing.
 */
export function readThing(reading: Reading, pointed: Element | undefined): { group?: number } {
  const thing = pointed && thingAround(pointed);
  if (!thing) return {};
  reading.each(selectAll(thing, naming), (element) => {
    const text = short(textOf(element));
    const href = attribute(element, 'href');
    if (href === null) reading.tell('heading', text, { group });
    else if (text && !calls.test(href)) {
      const { href: address } = element as HTMLAnchorElement;
      reading.tell('record-link', String(address), { label: text, group });
    }
  });
  reading.each(
    selectAll(thing, 'td, [role=cell], [role=gridcell], dd, [itemprop=name], .fn'),
    (cell) => {
      const text = short(textOf(cell), 200);
      const isName = /name|fn/.test(`${attribute(cell, 'itemprop')} ${attribute(cell, 'class')}`);
      reading.tell('pair', text, { label: isName ? 'Name' : labelOf(cell), group });
    },
  );
  return { group };
}

/** The nearest container around an element that names what it shows; none where it holds the page's only `h1`. */
function thingAround(element: Element): Element | undefined {
  let at: Element | null = element;
  while (at) {
    const box: Element | null = Element.prototype.closest.call(at, container);
    if (!box) return undefined;
    const isRow = /^(?:tr|li)$/.test(tagOf(box)) && (nextOf(box) ?? box.previousElementSibling);
    const names = [...selectAll(box, naming)].some(
      (one) => !contains(one, element) && !calls.test(attribute(one, 'href') ?? ''),
    );
    const isPage = selectAll(box, 'h1').length > 0 && selectAll(document, 'h1').length === 1;
    if (isPage) return undefined;
    if (names || (isRow && box.children.length > 2)) return box;
    at = parentOf(box);
  }
  return undefined;
}

/** The link with this address, where the page has exactly one. */
export function linkTo(roots: readonly Node[], address: string): Element | undefined {
  const links = roots.flatMap((root) => [...selectAll(root, 'a[href], area[href]')]);
  const same = links.filter((link) => (link as HTMLAnchorElement).href === address);
  return same.length === 1 ? same[0] : undefined;
}
