import type { FactKind } from '../core/page/kinds.ts';
import {
  attribute,
  behindOf,
  firstOf,
  isVisible,
  nextOf,
  ownTextOf,
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
  const properties = (kind: FactKind, selector: string, ...names: [string, string, string]) =>
    reading.eachElement(roots, [selector], (element) => {
      const name = propertyName(element, ...names);
      reading.tell(kind, contentOf(element), { name, ...unseenIf(element) });
    });
  const typed = '[itemscope] [itemprop]:not([itemscope])';
  properties('microdata', typed, 'itemscope', 'itemtype', 'itemprop');
  const ofRdfa = ['typeof', 'typeof', 'property'] as const;
  properties('rdfa', '[typeof] [property]:not([typeof], meta[name])', ...ofRdfa);
  // RDFa without a type around it, as with FOAF.
  properties('rdfa', '[property$=":name"]:not([typeof] *, meta)', ...ofRdfa);
  reading.eachElement(roots, ['[resource^="tel:"]'], (element) => {
    const number = attribute(element, 'resource') ?? '';
    reading.tell('rdfa', number, { name: '.phone', ...unseenIf(element) });
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
  // `<b>Name:</b> Ann`
  reading.eachElement(roots, ['b', 'strong'], (term) => {
    const label = short(textOf(term), 60);
    if (!/\p{L}\s*[:：]$/u.test(label) || !isSeen(term)) return;
    const value = short(ownTextOf(behindOf(term)));
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
  '[class*=label i]',
];

/** The name of a property with its thing's type: `Person.telephone`, or `customer:Person.telephone` for a thing within another. */
function propertyName(element: Element, scope: string, typed: string, keyed: string): string {
  const thing: Element | null = Element.prototype.closest.call(element, `[${scope}]`);
  const role = thing && attribute(thing, keyed);
  const type = thing && attribute(thing, typed)?.replace(/.*[/#:]/, '');
  const key = attribute(element, keyed)?.replace(/.*:/, '');
  return `${role ? `${role}:` : ''}${type ?? ''}.${key}`;
}

function contentOf(element: Element): string {
  return attribute(element, 'content') ?? attribute(element, 'href') ?? short(textOf(element), 300);
}
