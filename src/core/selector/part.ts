import type { ElementStep } from './element-steps.ts';
import { authoredStart, worthOf } from './token.ts';

/** A piece of a selector that one element fits, and how much speaks against it. */
export interface SelectorPart {
  css: string;
  cost: number;
}

/** What a name costs at most; beyond it there are only tags and looks. */
export const costliestName = 8;

/** Attributes that a site's own tests find elements by: they outlive every redesign. */
const forTests = /^data-(?:test|qa|cy|selenium|automation|e2e)|^data-.*test-?id$/;

/** Attributes that say what an element is, on any site. */
const telling = /^(?:name|itemprop|property|autocomplete|part|slot|for|headers|field-label)$/;

/** Attributes that say nothing that lasts: looks, state, addresses, values and wiring. */
const fleeting =
  /^(?:style|class|id|href|src|srcset|value|title|alt|content|tabindex|role|dir|lang|type|placeholder|target|rel|width|height|d|viewbox|data-v-.*|data-reactid|data-state|data-index|data-row.*|data-key|data-aura.*|data-.*(?:record|row|guid|uuid).*|on.*|aria-.*|_.*)$/;

/** What one element can be found by, the best first. Its tag alone is always among it. */
export function partsOf({ tag, attributes }: ElementStep): SelectorPart[] {
  const parts = attributes.flatMap(([name, value]) => partOf(tag, name, value));
  // A component's own tag is a name that its author gave.
  parts.push({ css: escaped(tag), cost: tag.includes('-') ? 4 : 9 });
  return parts.toSorted((a, b) => a.cost - b.cost || a.css.length - b.css.length);
}

function partOf(tag: string, name: string, value: string): SelectorPart[] {
  if (name === 'class') return classParts(value);
  if (name === 'href') return linkPart(value);
  if (name === 'role' && /^[a-z]+$/.test(value)) return [{ css: `[role="${value}"]`, cost: 8 }];
  if (name === 'aria-label' || name === 'aria-labelledby')
    return isWording(value) ? [{ css: attributeSelector(name, value), cost: 6 }] : [];
  if (name === 'id')
    return worthOf(value) === 'stable' ? [{ css: idSelector(value), cost: 2 }] : [];
  const isPlain = /^[\w.-]+$/.test(name) && !fleeting.test(name);
  if (!isPlain || !(worthOf(value) === 'stable' || isWording(value))) return [];
  const isOwn = name.startsWith('data-') || tag.includes('-');
  const cost = forTests.test(name) ? 1 : telling.test(name) || isOwn ? 3 : 7;
  return [{ css: attributeSelector(name, value), cost }];
}

function classParts(value: string): SelectorPart[] {
  return value.split(/\s+/).flatMap((token): SelectorPart[] => {
    const start = authoredStart(token);
    if (start) return [{ css: `[class*="${start}"]`, cost: 6 }];
    const worth = worthOf(token);
    if (worth === 'unstable') return [];
    return [{ css: `.${escaped(token)}`, cost: worth === 'stable' ? 5 : 12 }];
  });
}

/** What a link is for lasts, where it leads does not. */
function linkPart(value: string): SelectorPart[] {
  const scheme = /^\s*(tel|callto|sms|mailto|whatsapp):/i.exec(value)?.[1]?.toLowerCase();
  return scheme ? [{ css: `a[href^="${scheme}:"]`, cost: 6 }] : [];
}

/** Words for people that name a thing, rather than the value that it has: `Mobile phone`. */
function isWording(value: string): boolean {
  return /^\p{L}[\p{L} -]{1,38}\p{L}$/u.test(value) && value.split(' ').length <= 4;
}

function idSelector(id: string): string {
  return /^[A-Za-z_][\w-]*$/.test(id) ? `#${id}` : attributeSelector('id', id);
}

function attributeSelector(name: string, value: string): string {
  return `[${name}="${value.replace(/["\\]/g, '\\$&')}"]`;
}

/** https://drafts.csswg.org/cssom/#serialize-an-identifier, without the cases that are never stable */
function escaped(identifier: string): string {
  return identifier.replace(/[^\w\u0080-\uffff-]/g, '\\$&').replace(/^(\d)/, '\\3$1 ');
}
