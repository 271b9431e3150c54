import { findPhones, type Phone } from './phone.ts';
import { type LabelSense, senseOf } from './phone-labels.ts';
import type { PageFact } from './snapshot.ts';

export interface NumberInProse {
  phone: Phone;
  /** What the words around it say it is. */
  sense: LabelSense;
  /** As it was written. */
  text: string;
  /** The words that were found to say what it is, where they stood in the text. */
  label?: string;
}

/** Numbers in a fact that is running text. What its label calls an order, an invoice or an id is none. */
export function numbersInProse(fact: PageFact, countries: readonly string[]): NumberInProse[] {
  const { value } = fact;
  const outside = senseOf(wordsBeside(fact));
  // A number that someone typed, selected or clicked is meant, whatever it is called.
  const isSelected = ['address-bar', 'selection', 'clicked-text'].includes(fact.kind);
  const isNumberAlone = /^[\p{Nd}\s().+\-‐-―/]+$/u.test(value);
  const senseAt = (start: number, end: number, earlier: number): LabelSense => {
    const before = senseOf(wordsBefore(value, start, earlier));
    if (before !== 'none') return before;
    const after = senseOf(noteBehind(value, end));
    return after === 'none' ? outside : after;
  };
  const found = findPhones(value, countries, (start, end) => {
    if (isSelected && isNumberAlone) return 'labelled';
    return /none|id/.test(senseAt(start, end, 0)) ? 'plain' : 'labelled';
  });
  return found.flatMap(({ phone, start, end, text }, index) => {
    const earlier = found[index - 1]?.end ?? 0;
    const sense = senseAt(start, end, earlier);
    const words = wordsBefore(value, start, earlier).replace(/^[^\p{L}]+|[^\p{L}.)]+$/gu, '');
    const label = senseOf(words) === 'none' ? undefined : words.slice(-40);
    // No order number is written with a plus or with words in it.
    const unmistakable = /^[+＋]|[A-Z]{3}/.test(text);
    return sense === 'id' && !unmistakable && !isSelected
      ? []
      : { phone, sense, text, ...(label && { label }) };
  });
}

function wordsBeside({ kind, label = '', name = '' }: PageFact): string {
  if (kind !== 'input' && kind !== 'meta' && kind !== 'parameter') return label;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.:-]+/g, ' ');
  // An input's type is no word about it.
  return `${label} ${words.replace(/\b(?:text|search|url|number|on|off)\b/g, '')}`;
}

/** What precedes a number in its line, from the number before it on. */
function wordsBefore(text: string, start: number, earlier: number): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const words = text.slice(Math.max(line, earlier, start - 48), start);
  // A note in brackets, or up to the next dot, belongs to the number before it.
  return earlier > 0 ? words.replace(/^\s*\([^)]*\)|^ {1,3}\p{L}{2,12}\.? ?[,;|·•]/u, '') : words;
}

/** A note behind a number: `(mobile)`, or a word that ends the line. */
function noteBehind(text: string, end: number): string {
  const note = /^[ ,]*[([]([^)\]\n]{1,24})[)\]]|^ {1,3}(\p{L}{2,12})\.?\s*(?:$|\n|[,;|·•])/u.exec(
    text.slice(end, end + 40),
  );
  return note?.[1] ?? note?.[2] ?? '';
}
