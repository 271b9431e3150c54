import { isExample } from '../number/example.ts';
import { findPhones } from '../number/find.ts';
import { type LabelSense, senseOf } from '../number/label.ts';
import type { Budget } from '../number/parse.ts';
import type { Phone } from '../number/phone.ts';
import { isPersonal } from './person-name.ts';
import type { PageFact } from './snapshot.ts';

/** Where the words stood that say what a number is. */
export type LabelPlace = 'before' | 'behind' | 'above' | 'beside' | 'nowhere';

export interface NumberInProse {
  phone: Phone;
  /** What the words around it say it is. */
  sense: LabelSense;
  labelPlace: LabelPlace;
  /** As it was written. */
  text: string;
  /** The words that were found to say what it is, where they stood in the text. */
  label?: string;
}

/**
 * Numbers in a fact that is running text. What its label calls an order, an invoice, an id or the number of something
 * that we do not know is none.
 */
export function numbersInProse(
  fact: PageFact,
  countries: readonly string[],
  budget?: Budget,
): NumberInProse[] {
  const { value } = fact;
  const home = countries[0];
  const isText = fact.kind === 'text';
  const outside = senseOf(wordsBeside(fact), home);
  // A number that someone typed, selected or clicked is meant, whatever it is called.
  const isMeant = ['address-bar', 'selection', 'clicked-text'].includes(fact.kind);
  const isNumberAlone = /^[\p{Nd}\s().+\-‐-―/]+$/u.test(value);
  const found = findPhones(
    value,
    countries,
    (start, end) => {
      if (isMeant && isNumberAlone) return 'labelled';
      const { sense } = senseAt({ text: value, start, end, earlier: 0, outside, home, isText });
      return /^(?:none|id|numbered)$/.test(sense) ? 'plain' : 'labelled';
    },
    budget,
  );
  return found.flatMap(({ phone, start, end, text }, index) => {
    if (!isMeant && isExample(value, start, end)) return [];
    const earlier = found[index - 1]?.end ?? 0;
    const { sense, place, label } = senseAt({
      text: value,
      start,
      end,
      earlier,
      outside,
      home,
      isText,
    });
    // No order number is written with a plus, with words in it, or as a number that is free to call.
    const isOfConference = conference.test(value.slice(end, end + 48));
    if (isOfConference) return { phone, sense: 'other', labelPlace: 'behind', text };
    // What a sender's address holds is the sender's.
    const isOfSender =
      /^(?:none|phone|mobile|company)$/.test(sense) && isHeadedByOther(value, start, home);
    if (isOfSender) return { phone, sense: 'related', labelPlace: 'above', text };
    const isUnmistakable = /^[+＋]|[A-Z]{3}|^1[-. ]8\d\d[-. ]\d{3}[-. ]\d{4}$/.test(text);
    if (/^(?:id|numbered)$/.test(sense) && !isUnmistakable && !isMeant) return [];
    return { phone, sense, labelPlace: place, text, ...(label && { label }) };
  });
}

/** What is dialled once a conference answers: `,,94312345678#`, `PIN: 417 265 893#`. */
const conference =
  /^\s?(?:,{1,4}|[pw])\s?\d{6,12}#|^[^\d\n]{0,8}(?:PIN|passcode|code)[:\s]{1,3}[\d ]{5,16}#/i;

/** Whether the first line of several says that they are about another person: "Sender", "Seller". */
function isHeadedByOther(text: string, start: number, home: string | undefined): boolean {
  const first = text.indexOf('\n');
  return (
    first > 0 && first < start && first < 40 && senseOf(text.slice(0, first), home) === 'related'
  );
}

interface Said {
  sense: LabelSense;
  place: LabelPlace;
  label?: string | undefined;
}

/** A number in a text: where the one before it ends, what stands beside all, and the page's country. */
interface Spot {
  text: string;
  start: number;
  end: number;
  earlier: number;
  outside: LabelSense;
  home: string | undefined;
  /** What stands beside it is no label that the page has made for it. */
  isText: boolean;
}

/** The nearest words win: before the number, then behind it, then in the line above, then beside all. */
function senseAt({ text, start, end, earlier, outside, home, isText }: Spot): Said {
  const before = wordsBefore(text, start, earlier);
  const inLine = senseOf(before, home);
  if (inLine !== 'none') return { sense: inLine, place: 'before', label: labelIn(before) };
  const behind = senseOf(noteBehind(text, end), home);
  if (behind !== 'none') return { sense: behind, place: 'behind' };
  if (before.trim() === '') {
    const line = lineAbove(text, start, earlier);
    const above = senseOf(line, home);
    if (above !== 'none') return { sense: above, place: 'above', label: labelIn(line) };
  }
  // What begins with other words is not what is meant by the words beside it.
  const isOfRelated = outside === 'related' && isPersonal(before.replace(/[^\p{L}]+$/u, ''));
  if (isText && hasWords(before) && !isOfRelated) return { sense: 'none', place: 'nowhere' };
  return { sense: outside, place: outside === 'none' ? 'nowhere' : 'beside' };
}

/** Two words or more of its own. */
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
  // An input's type is no word about it.
  const telling = words.replace(/\b(?:text|search|url|number|on|off)\b/g, '').trim();
  return label ? `${telling}, ${label}` : telling;
}

const longestLabel = 60;

/** What precedes a number in its line, from the number before it on; no word is cut. */
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

/** A short line right above the number's, where no number stands in it. */
function lineAbove(text: string, start: number, earlier: number): string {
  const lines = text.slice(Math.max(earlier, start - 120), start).split('\n');
  const line = lines.slice(0, -1).findLast((each) => each.trim() !== '') ?? '';
  return line.length <= 50 && !/\d{3}/.test(line) ? line.trim() : '';
}

/** A note behind a number: `(mobile)`, or a word that ends the line. */
function noteBehind(text: string, end: number): string {
  const note =
    /^[ ,]*[([]([^)\]\n]{1,24})[)\]]|^ {1,3}(\p{L}{2,12})\.?\s*(?:$|\n|[,;|·•])|^ {0,2}[-–—] {0,2}(\p{L}{2,14})\s*(?:$|\n)/u.exec(
      text.slice(end, end + 40),
    );
  return note?.[1] ?? note?.[2] ?? note?.[3] ?? '';
}
