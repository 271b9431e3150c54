import {
  dialledLater,
  type Extension,
  extensionIn,
  hyphenCountries,
  splitAtHyphen,
  withoutSecondEnding,
} from './extension.ts';
import { groupingOf, isAmericanForm } from './grouping.ts';
import { letteredIn } from './lettered.ts';
import { withoutLookAlikes } from './look-alikes.ts';
import { type Budget, hasTrunk, type Parsed, parseDigits, plentiful } from './parse.ts';
import { describe, type FoundPhone, type Grouping } from './phone.ts';
import { plain } from './plain.ts';
import { isPartOfMore, type Span, spansIn } from './span.ts';

/** In characters. No fact of a page is longer; of a longer text only the beginning counts. */
const longest = 8_000;

/** What speaks for digits being a number: `labelled`, the words beside them say so; `plain`, only how they are written. */
export type Evidence = 'labelled' | 'plain';

/**
 * Finds the telephone numbers in running text, in their order. Leaves out dates, prices, addresses, IDs and card
 * numbers. A number without a label must look like one: written with its country, or valid and grouped as its country
 * groups numbers. Stops where the budget is used up.
 *
 * @param countries the likely ones (ISO 3166), for numbers written without their country
 */
export function findPhones(
  whole: string,
  countries: readonly string[],
  evidence: (start: number, end: number) => Evidence = () => 'plain',
  budget: Budget = plentiful(),
): FoundPhone[] {
  const text = whole.slice(0, Math.min(longest, budget.characters));
  budget.characters -= text.length;
  if (!/(?:\p{Nd}[^\p{Nd}]*){5}|\d-?[A-Z]{3}|\d{3}[- ][A-Z\d-]*[A-Z]{3}/u.test(text)) return [];
  const line = withoutLookAlikes(plain(text));
  const found: FoundPhone[] = letteredIn(line, text, budget);
  let taken = Math.max(0, ...found.map(({ end }) => end));
  for (const span of spansIn(line)) {
    if (budget.left <= 0) break;
    if (span.start < taken) continue;
    for (const part of numbersIn(span, line, countries, evidence, budget)) {
      if (part.span.start < taken) continue;
      const { number, international } = part.parsed;
      const end = part.span.end + (part.extension?.length ?? 0);
      const phone = describe(number, {
        grouping: part.grouping,
        international,
        extension: part.extension?.digits,
      });
      found.push({ phone, start: part.span.start, end, text: text.slice(part.span.start, end) });
      taken = end + dialledLater(line.slice(end));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Part {
  span: Span;
  parsed: Parsed;
  grouping: Grouping;
  extension?: Extension | undefined;
}

/** Reads a span as one number, or else as several beside each other. */
function numbersIn(
  span: Span,
  line: string,
  countries: readonly string[],
  evidence: (start: number, end: number) => Evidence,
  budget: Budget,
): Part[] {
  const isLabelled = evidence(span.start, span.end) === 'labelled';
  const read = (one: Span): Part[] => {
    const extension = extensionIn(line.slice(one.end));
    const end = one.end + (extension?.length ?? 0);
    if (isPartOfMore(line, { ...one, end })) return [];
    const part = readSpan(withoutAlternative(one), isLabelled, countries, budget);
    if (part) return [{ ...part, extension }];
    const withHyphen = readWithHyphen(one, isLabelled, countries, budget);
    return withHyphen ? [withHyphen] : [];
  };
  const whole = read(span);
  if (whole.length > 0) return whole;
  // "Phone 2 (212) 555-0143": the digit counts the telephones of a person.
  const counted = isLabelled ? /^[1-9] {1,2}(?=[(+]|\d{2})/.exec(span.written) : null;
  if (counted) {
    const length = counted[0].length;
    const written = span.written.slice(length);
    const behind = read({ ...span, start: span.start + length, written });
    if (behind.length > 0) return behind;
  }
  const alone = / {2}\d{2,4}$/.exec(span.written);
  if (alone) {
    const written = span.written.slice(0, alone.index);
    const first = read({ ...span, end: span.start + written.length, written });
    if (first.length > 0) return first;
  }
  for (const parts of apart(span)) {
    const all = parts.flatMap(read);
    if (all.length === parts.length) return all;
  }
  return [];
}

/**
 * The ways to divide one span into two or three numbers: at wide gaps, or before a sign that opens a number. Also the
 * one American number beside a figure that is none: `415-666-7777 100`.
 */
function apart(span: Span): Span[][] {
  const ways = [/ [/-] | {2,}/, / (?=[(0])|\/(?=0)/, / (?=\d{3}[-.]\d{3}[-.]\d{4})/].flatMap(
    (gap) => {
      const parts = piecesOf(span, gap);
      const isLong = ({ written }: Span) => written.replace(/\D/g, '').length >= 7;
      return parts.length > 1 && parts.length <= 3 && parts.every(isLong) ? [parts] : [];
    },
  );
  const [before, behind, ...more] = piecesOf(span, / (?!\()/);
  if (!before || !behind || more.length > 0) return ways;
  const alone = [before, behind].filter(({ written }) => isAmericanForm(written));
  return alone.length === 1 ? [...ways, alone] : ways;
}

function piecesOf({ start, written }: Span, gap: RegExp): Span[] {
  let at = 0;
  return written.split(gap).map((piece) => {
    const from = written.indexOf(piece, at);
    at = from + piece.length;
    return { start: start + from, end: start + at, written: piece };
  });
}

function withoutAlternative(span: Span): Span {
  const written = withoutSecondEnding(span.written);
  return { ...span, end: span.start + written.length, written };
}

function readWithHyphen(
  { start, written }: Span,
  isLabelled: boolean,
  countries: readonly string[],
  budget: Budget,
): Part | undefined {
  const { main, extension } = splitAtHyphen(written) ?? {};
  if (!main || !extension) return undefined;
  const span = { start, end: start + main.length, written: main };
  const part = readSpan(span, isLabelled, countries, budget);
  return hyphenCountries.test(part?.parsed.number.country ?? '') && part
    ? { ...part, extension }
    : undefined;
}

function readSpan(
  span: Span,
  isLabelled: boolean,
  countries: readonly string[],
  budget: Budget,
): Part | undefined {
  const parsed = parseDigits(span.written, countries, budget);
  if (!parsed) return undefined;
  const grouping = groupingOf(span.written, parsed.number);
  return isCredible(span.written, parsed, grouping, isLabelled)
    ? { span, parsed, grouping }
    : undefined;
}

/** Whether Kickoff takes digits for a number, judged by how they are written. */
function isCredible(
  written: string,
  { number, international }: Parsed,
  grouping: Grouping,
  isLabelled: boolean,
): boolean {
  const digits = written.replace(/\D/g, '');
  if (grouping === 'odd' || (!isLabelled && isSequence(written))) return false;
  if (/^[\s(]*\+|\(0\)/.test(written)) return digits.length >= 8;
  const isAmerican = number.countryCallingCode === '1';
  if (isAmerican && isAmericanForm(written)) return true;
  if (grouping === 'none' && !isLabelled) return false;
  const isComplete = hasTrunk(digits, number);
  if (!number.isValid()) {
    const opens = isLabelled || (/^\(?0[1-9]/.test(written) && digits.length <= 12);
    return opens && digits.length >= (isLabelled ? 8 : 10) && isComplete;
  }
  if (isAmerican) return isLabelled || digits.length >= 10;
  if (international) return isLabelled || grouping === 'usual' || /^\(?0/.test(written);
  // A short number without its trunk prefix works only within one town.
  if (isLabelled) return isComplete ? digits.length >= 6 : digits.length >= 8;
  return isComplete && opensLikeNumber(written, digits.length, grouping);
}

/** Whether digits go up: the numbers of a lottery (04 18 27 33 49), a range of postcodes (01067-01328). */
function isSequence(written: string): boolean {
  const groups = written.split(/\D+/);
  const isOfPairs = groups.length > 4 && groups.every(({ length }) => length === 2);
  // Numbers made up as an example are written in order, too: 06 12 34 56 78.
  if (isOfPairs && !/(?:12.34.56|23.45.67)/.test(written))
    return groups.every((pair, at) => at === 0 || pair > (groups[at - 1] ?? ''));
  const [, from = '', to = ''] = /^(0\d{3,})\s?-\s?(0\d{3,})$/.exec(written) ?? [];
  return from !== '' && from.length === to.length && from < to;
}

/** Whether digits look like a number without any word beside them: by a 0 or brackets in front, or by their groups. */
function opensLikeNumber(written: string, digits: number, grouping: Grouping): boolean {
  if (/^\s*\(|^0/.test(written)) return digits >= (/^0\d{3}\D\d{4}$/.test(written) ? 9 : 7);
  const groups = written.match(/\d+/g) ?? [];
  const isEven = groups.length === 3 && groups.every(({ length }) => length === 3);
  return digits >= 9 && (isEven || (grouping === 'usual' && groups.length > 2));
}
