import { isExample } from '../number/example.ts';
import { findPhones } from '../number/find.ts';
import { type LabelSense, senseOf } from '../number/label.ts';
import { isPhoneSense } from '../number/label-words.ts';
import type { Budget } from '../number/parse.ts';
import type { Phone } from '../number/phone.ts';
import type { PageFact } from './snapshot.ts';

/** Where the words stand that say what a number is: in the number's text, or beside the text as its label. */
export type LabelPlace = 'before' | 'behind' | 'above' | 'beside' | 'nowhere';

export interface NumberInProse {
  phone: Phone;
  /** What the words around the number say about it. */
  sense: LabelSense;
  labelPlace: LabelPlace;
  /** The number as it was written. */
  text: string;
  /** The words before or above the number that gave its sense. */
  label?: string;
}

/**
 * Finds the telephone numbers in a fact that is running text. Leaves out what its label calls an order, an invoice, an
 * ID or the number of an unknown thing.
 */
export function numbersInProse(
  fact: PageFact,
  countries: readonly string[],
  budget?: Budget,
): NumberInProse[] {
  const { value } = fact;
  const home = countries[0];
  const outside = senseOf(wordsBeside(fact), home);
  const spotAt = (start: number, end: number, earlier: number): Spot => {
    return { text: value, start, end, earlier, outside, home, isText: fact.kind === 'text' };
  };
  // A number that the person typed, selected or clicked counts, whatever its label says.
  const isMeant = ['address-bar', 'selection', 'clicked-text'].includes(fact.kind);
  const isNumberAlone = /^[\p{Nd}\s().+\-‐-―/]+$/u.test(value);
  const found = findPhones(
    value,
    countries,
    (start, end) => {
      if (isMeant && isNumberAlone) return 'labelled';
      const { sense } = senseAt(spotAt(start, end, 0));
      return /^(?:none|id|numbered)$/.test(sense) ? 'plain' : 'labelled';
    },
    budget,
  );
  return found.flatMap(({ phone, start, end, text }, index) => {
    if (!isMeant && isExample(value, start, end)) return [];
    const earlier = found[index - 1]?.end ?? 0;
    const { sense, place, label } = senseOfNumber(spotAt(start, end, earlier));
    if (/^(?:id|numbered)$/.test(sense) && !isMeant && !unmistakable.test(text)) return [];
    return { phone, sense, labelPlace: place, text, ...(label && { label }) };
  });
}

/** No order number begins with a plus, holds a word, or has the form of an American toll-free number. */
const unmistakable = /^[+＋]|[A-Z]{3}|^1[-. ]8\d\d[-. ]\d{3}[-. ]\d{4}$/;

/** What a telephone dials once a conference answers: `,,94312345678#`, `PIN: 417 265 893#`. */
const conference =
  /^\s?(?:,{1,4}|[pw])\s?\d{6,12}#|^[^\d\n]{0,8}(?:PIN|passcode|code)[:\s]{1,3}[\d ]{5,16}#/i;

/** The sense that its words give a number, unless it dials into a conference or stands in another person's address. */
function senseOfNumber(spot: Spot): FoundSense {
  const { text, start, end, home } = spot;
  if (conference.test(text.slice(end, end + 48))) return { sense: 'other', place: 'behind' };
  const found = senseAt(spot);
  const mayBeOfSender = /^(?:none|phone|mobile|company)$/.test(found.sense);
  return mayBeOfSender && isHeadedByOther(text, start, home)
    ? { sense: 'related', place: 'above' }
    : found;
}

/** Whether the first line of a text says that the lines below are about another person: "Sender", "Seller". */
function isHeadedByOther(text: string, start: number, home: string | undefined): boolean {
  const first = text.indexOf('\n');
  return (
    first > 0 && first < start && first < 40 && senseOf(text.slice(0, first), home) === 'related'
  );
}

interface FoundSense {
  sense: LabelSense;
  place: LabelPlace;
  label?: string | undefined;
}

/** A number in a text. */
interface Spot {
  text: string;
  start: number;
  end: number;
  /** Where the number before it ends; 0 where there is none. */
  earlier: number;
  /** The sense of the words beside the whole text. */
  outside: LabelSense;
  /** The page's country (ISO 3166). */
  home: string | undefined;
  /** Whether the fact is plain text, so that the words beside it need not be its label. */
  isText: boolean;
}

/** The nearest words win: before the number, then behind it, then in the line above, then beside the text. */
function senseAt({ text, start, end, earlier, outside, home, isText }: Spot): FoundSense {
  const before = wordsBefore(text, start, earlier);
  const inLine = senseOf(before, home);
  const note = noteBehind(text, end);
  const behind = senseOf(note, home);
  // "Phone 212… Do not call": the note takes the number back. A fax behind a number may be the next one's label.
  const isTakenBack = behind === 'other' && isPhoneSense(inLine) && !/fa[xk]/i.test(note);
  if (inLine !== 'none' && !isTakenBack)
    return { sense: inLine, place: 'before', label: labelIn(before) };
  if (behind !== 'none') return { sense: behind, place: 'behind', label: note };
  if (before.trim() === '') {
    const line = lineAbove(text, start, earlier);
    const above = senseOf(line, home);
    if (above !== 'none') return { sense: above, place: 'above', label: labelIn(line) };
  }
  // Where a text has words of its own before the number, the words beside the text need not mean the number.
  const isOfRelated = outside === 'related' && /^\p{Lu}[^.:]{0,30}[,:]?$/u.test(before.trim());
  if (isText && hasWords(before) && !isOfRelated) return { sense: 'none', place: 'nowhere' };
  return { sense: outside, place: outside === 'none' ? 'nowhere' : 'beside' };
}

/** Whether there are two words or more before a number. */
function hasWords(before: string): boolean {
  return /\p{L}{2}.*[\s:]\p{L}{2}/u.test(before);
}

function labelIn(words: string): string {
  return words
    .replace(/^[^\p{L}]+|[^\p{L}.)]+$/gu, '')
    .slice(-40)
    .replace(/^\S*\s(?=\S*\s)/, '');
}

function wordsBeside({ kind, label = '', name = '' }: PageFact): string {
  if (kind !== 'input' && kind !== 'meta' && kind !== 'parameter') return label;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.:-]+/g, ' ');
  // The type of an input says nothing about its number.
  const telling = words.replace(/\b(?:text|search|url|number|on|off)\b/g, '').trim();
  return label ? `${telling}, ${label}` : telling;
}

const longestLabel = 60;

/** The text before a number in its line, as far as the number before it. It begins with a whole word. */
function wordsBefore(text: string, start: number, earlier: number): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(line, earlier, start - longestLabel);
  const words = text.slice(from, start);
  if (from === start - longestLabel) return words.replace(/^[\p{L}\p{M}\d]+/u, '');
  // A note in brackets, or up to the next dot, belongs to the number before it.
  return earlier > 0 && from === earlier
    ? words.replace(/^\s*\([^)]*\)|^ {1,3}\p{L}{2,12}\.? ?[,;|·•]/u, '')
    : words;
}

/** The line right above a number's, where it is short and holds no number. */
function lineAbove(text: string, start: number, earlier: number): string {
  const lines = text.slice(Math.max(earlier, start - 120), start).split('\n');
  const line = lines.slice(0, -1).findLast((each) => each.trim() !== '') ?? '';
  return line.length <= 50 && !/\d{3}/.test(line) ? line.trim() : '';
}

/** A note behind a number: `(mobile)`, or a word that ends the line. */
function noteBehind(text: string, end: number): string {
  const note =
    /^[ ,]*[([]([^)\]\n]{1,24})[)\]]|^ {1,3}(\p{L}{2,12}(?: \p{L}{2,12}){0,2})\.?\s*(?:$|\n|[,;|·•])|^ {0,2}[-–—] {0,2}(\p{L}{2,14})\s*(?:$|\n)/u.exec(
      text.slice(end, end + 40),
    );
  return note?.[1] ?? note?.[2] ?? note?.[3] ?? '';
}
