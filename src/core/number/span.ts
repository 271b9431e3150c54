import { widthless } from './plain.ts';

/** Digits that stand together as a number's do, with the signs between them. */
export interface Span {
  start: number;
  end: number;
  /** As it stands in the text that `plain()` gave. */
  written: string;
}

const between = `[ .\\-/()${widthless}]`;
const shape = RegExp(
  // An opening sign or two, then groups with at most four signs between them.
  `(?:\\+\\s?)?(?:\\(\\s?\\+?\\s?)?\\d+(?:(?!  )${between}{1,4}\\d+){0,14}`,
  'g',
);

/** All spans of a text from `plain()` that have five digits or more, in order. */
export function* spansIn(text: string): Generator<Span> {
  for (const { index, 0: match } of text.matchAll(shape)) {
    // Two blanks in a page's source show as one: "089 12 22  20".
    const end = index + match.length;
    const written =
      match + (/^ {2}\d{2,4}(?![\d()./-]| \d)/.exec(text.slice(end, end + 8))?.[0] ?? '');
    const digits = match.replace(/\D/g, '').length;
    if (digits < 5 || written.length > 80) continue;
    yield { start: index, end: index + written.length, written };
  }
}

/**
 * Whether what stands right before and right behind a span keeps it from being a number: the span is part of a word,
 * an address, an amount or a time, or some of its digits are masked.
 */
export function isPartOfMore(text: string, { start, end, written }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 24);
  // A caller's number in angle brackets: "Ann Example" <2125550143>.
  if (before.endsWith('<') && behind.startsWith('>')) return false;
  return (
    isGlued(before, written) || isContinued(before, behind, written) || isMasked(before, behind)
  );
}

/** Labels that may stand before a number without a space: `T0301234567`, `Tel.030…`, `fon030…`. */
const label = /(?:^|[^\p{L}])(?:t|p|m|d|tel|telefon|ph|fon|phone|mob|cell|fax|f)$/iu;
const western = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}_]$/u;

/** Whether the span goes on from what stands before it. */
function isGlued(before: string, written: string): boolean {
  if (western.test(before)) return /^\d/.test(written) && !label.test(before);
  // A sum: 45+31-339243873, (45)+(31)-278394.
  if (/^\+/.test(written) && /\d\)?$/.test(before)) return true;
  // A path, an assignment, an id, a sign before a decimal: /dp/1-260…, x=415…, #415…, -33.8.
  return /(?:[\p{L}\d]\/|\/\/|[=#@&%$~^\\_<]|\d[.:+*]|(?:^|\D)\d{1,3},|(?:^|[\s(])[-−]|\d-)$/u.test(
    before,
  );
}

/** Whether what stands behind the span goes on from it. */
function isContinued(before: string, behind: string, written: string): boolean {
  if (/^(?:\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|_)/u.test(behind)) return true;
  // The name of a server: tel-415-555-2671.example/x.
  if (/^[.-]\p{Ll}/u.test(behind) && /[\p{L}\d][.-]$|\/$/u.test(before)) return true;
  // No amount has so many digits behind a plus.
  if (/^\(?\+/.test(written) && /^,\d/.test(behind)) return written.replace(/\D/g, '').length < 10;
  return /^(?:[=@%°$€£¥+_\\]|[.:]\d|,\d{1,3}(?![\d-])|\/\p{L}|-\p{L}{2,}(?!\p{L}))/u.test(behind);
}

/** Whether signs stand in place of digits: `030 2312***`, `+49 30 23XX`, `(•••) •••-0143`. */
function isMasked(before: string, behind: string): boolean {
  return (
    /^[\s).-]{0,2}(?:\*{2,}|[xX]{2,}(?!\p{L})|[•●∙_?…]{2,}|\.{3,})/u.test(behind) ||
    /(?:\*{2,}|(?<!\p{L})[xX]{2,}|[•●∙?…]{2,}|…)[\s)(.-]{0,3}$/u.test(before)
  );
}
