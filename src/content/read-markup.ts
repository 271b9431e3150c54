import {
  attribute,
  behindOf,
  firstOf,
  isText,
  isVisible,
  nextOf,
  selectAll,
  short,
  tagOf,
  textOf,
} from './dom.ts';
import { partOf } from './place.ts';
import type { Reading } from './reading.ts';
import { isSeen, unseenIf } from './seen.ts';
import { textWithin } from './text-within.ts';

/** Reads what a page's markup says: microdata, RDFa, microformats, meta elements. */
export function readMarkup(reading: Reading, roots: readonly Node[]): void {
  reading.eachElement(roots, ['[itemscope] [itemprop]:not([itemscope])'], (element) => {
    const name = propertyName(element, { scope: 'itemscope', type: 'itemtype', key: 'itemprop' });
    reading.tell('microdata', contentOf(element), { name, ...unseenIf(element) });
  });
  reading.eachElement(roots, ['[typeof] [property]:not([typeof], meta[name])'], (element) => {
    const name = propertyName(element, { scope: 'typeof', type: 'typeof', key: 'property' });
    reading.tell('rdfa', contentOf(element), { name, ...unseenIf(element) });
  });
  // RDFa without a type around it, as with FOAF.
  const bare = ['[property$=":name"]:not([typeof] *, meta)', '[resource^="tel:"]'];
  reading.eachElement(roots, bare, (element) => {
    const number = attribute(element, 'resource');
    const [name, value] = number === null ? ['.name', contentOf(element)] : ['.phone', number];
    reading.tell('rdfa', value, { name, ...unseenIf(element) });
  });
  reading.eachElement(roots, ['.h-card', '.vcard'], (card) => readCard(reading, card));
  reading.eachElement(roots, ['meta[content]'], (meta) => {
    const name = attribute(meta, 'name') ?? attribute(meta, 'property');
    if (name) reading.tell('meta', short(attribute(meta, 'content'), 300), { name });
  });
}

function readCard(reading: Reading, card: Element): void {
  reading.each(selectAll(card, '[class]'), (element) => {
    const classes = ` ${attribute(element, 'class')} `;
    const name = /\s(?:[pu]-)?(tel|email|fn|name|uid)\s/.exec(classes)?.[1];
    if (!name) return;
    const [type] = selectAll(element, '.type');
    const [value = element] = selectAll(element, '.value');
    const label = type && short(textOf(type));
    reading.tell('microformat', contentOf(value), { name, label, ...unseenIf(element) });
  });
}

/** Reads headings, postal addresses, and terms with the values beside them. */
export function readTerms(reading: Reading, roots: readonly Node[]): void {
  reading.eachElement(roots, ['h1', 'h2', 'h3'], (heading) => {
    if (!isVisible(heading)) return;
    // Each line is a heading of its own: "Contact" above "Ann Example".
    const lines = firstOf(heading) ? textWithin(heading, 300).split('\n') : [textOf(heading)];
    for (const line of lines)
      reading.tell('heading', short(line), { name: tagOf(heading), ...partOf(heading) });
  });
  reading.eachElement(roots, ['address'], (address) => {
    const text = textWithin(address, 400).trim();
    if (/\d/.test(text) && isSeen(address)) reading.tell('text', text, partOf(address));
  });
  reading.eachElement(roots, ['b', 'strong'], (term) => {
    const label = short(textOf(term), 60);
    const value = short(wordsBehind(term), 120);
    if (/\p{L}\s*[:：]$/u.test(label) && value && isSeen(term))
      reading.tell('pair', value, { label: label.slice(0, -1).trim(), ...partOf(term) });
  });
  reading.eachElement(roots, terms, (term) => {
    const next = nextOf(term);
    const label = short(textOf(term), 80);
    if (!next || !label || label.length > 60 || !reading.mayHold(textOf(next) ?? '')) return;
    if (/^(th|dt|label|input|select|textarea|script|style)$/.test(tagOf(next))) return;
    if (isSeen(next))
      reading.tell('pair', short(textWithin(next, 200), 200), { label, ...partOf(next) });
  });
}

const terms = [
  ...['dt', 'th', 'label'],
  'tr > td:first-child:nth-last-child(2)',
  '[class*=label i]:not(dt, th, label)',
];

/** The text right behind an element: `Ann` in `<b>Name:</b> Ann`. */
function wordsBehind(element: Element): string {
  const behind = behindOf(element);
  return behind && isText(behind) ? (textOf(behind) ?? '') : '';
}

/** The name of a property with its thing's type: `Person.telephone`, or `customer:Person.telephone` for a thing within another. */
function propertyName(
  element: Element,
  names: { scope: string; type: string; key: string },
): string {
  const thing: Element | null = Element.prototype.closest.call(element, `[${names.scope}]`);
  const role = thing && attribute(thing, names.key);
  const type = thing && attribute(thing, names.type)?.replace(/.*[/#:]/, '');
  const key = attribute(element, names.key)?.replace(/.*:/, '');
  return `${role ? `${role}:` : ''}${type ?? ''}.${key}`;
}

function contentOf(element: Element): string {
  return attribute(element, 'content') ?? attribute(element, 'href') ?? short(textOf(element), 300);
}
