import type { PhoneNumber } from 'libphonenumber-js/max';
import type { Grouping } from './phone.ts';

/**
 * How a written number groups its digits, judged by how its country writes numbers.
 *
 * @param written the number alone, without an extension
 */
export function groupingOf(written: string, number: PhoneNumber): Grouping {
  const groups = written.match(/\d+/g) ?? [];
  if (endsInBrackets(written)) return 'odd';
  const own = withoutPrefix(groups, number.nationalNumber.length);
  if (own.length === 0) return 'odd';
  if (own.length === 1) return groups.length > 4 ? 'odd' : 'none';
  const sizes = own.map(({ length }) => length).join(' ');
  if (number.countryCallingCode === '1') {
    // 500/600/1200 are sizes or scores.
    if (/\d\s?\/\s?\d{3}\s?\/\s?\d/.test(written)) return 'odd';
    return sizes === '3 3 4' ? 'usual' : /^(?:3 7|3 3 2 2)$/.test(sizes) ? 'plain' : 'odd';
  }
  if (isCanonical(own, number) || alsoUsual[number.country ?? '']?.includes(sizes)) return 'usual';
  // +823-4565: the single digit behind the country's 82 is no area code.
  const code = number.countryCallingCode;
  const isGlued = own[0]?.length === 1 && groups[0]?.startsWith(code) && groups[0] !== code;
  return isReadable(groups, own, written) && !(isGlued && hasPlus(written)) ? 'plain' : 'odd';
}

function hasPlus(written: string): boolean {
  return /^[\s(]*\+/.test(written);
}

/** Whether digits end in brackets, as no number does: 681 697 (2019). Only an area code stands in brackets. */
function endsInBrackets(written: string): boolean {
  const at = written.lastIndexOf('(');
  const before = written.slice(0, Math.max(0, at)).replace(/\D/g, '');
  return before.length > 4 && /^\(\s?\d{2,}\)?$/.test(written.slice(at));
}

/** Groups that people use although libphonenumber does not format them so: 91 555 12 34, 0850 222 1 833. */
const alsoUsual: Readonly<Record<string, readonly string[]>> = {
  ES: ['2 3 2 2', '3 3 3', '3 2 2 2'],
  TR: ['3 3 1 3'],
};

/** The groups of the national number, which stand behind country code and trunk prefix. */
function withoutPrefix(groups: readonly string[], length: number): string[] {
  const kept: string[] = [];
  let room = length;
  for (const group of groups.toReversed()) {
    if (room <= 0) break;
    kept.unshift(group.slice(-room));
    room -= group.length;
  }
  return kept;
}

/** Whether the country's own formats have every border between these groups. */
function isCanonical(own: readonly string[], number: PhoneNumber): boolean {
  const borders = bordersOf(own);
  return [number.formatNational(), number.formatInternational().replace(/^\+\d+/, '')].some(
    (format) => {
      const formal = bordersOf(
        withoutPrefix(format.match(/\d+/g) ?? [], number.nationalNumber.length),
      );
      return formal.length > 0 && borders.every((border) => formal.includes(border));
    },
  );
}

function bordersOf(groups: readonly string[]): number[] {
  let at = 0;
  return groups.slice(0, -1).map(({ length }) => {
    at += length;
    return at;
  });
}

/**
 * Whether a reader takes the groups for a number's: no digit stands alone, except an area code, a 0 in brackets, a
 * switchboard's `-0` at the end, the first one behind 800 (0800 7 654 321), and the 0 of an area code in pairs
 * (0 93 21 / 12 34 56).
 */
function isReadable(groups: readonly string[], own: readonly string[], written: string): boolean {
  if (groups.length > 8 || own.length > 6) return false;
  const [first = '', ...rest] = own;
  const last = rest.at(-1) ?? '';
  const middle = rest.slice(0, -1);
  const short = /^(?:8|9)00$/.test(first) ? middle.slice(1) : middle;
  if (inPairs.test(written.trim())) return true;
  if (short.some(({ length }) => length < 2) || rest.some(({ length }) => length > 8)) return false;
  if (last.length < 2 && !/-\s?\d$/.test(written)) return false;
  const leading = groups[0] ?? '';
  const isBareZero = leading === '0' && !/\(\s*0\s*\)|^0(?: \d{2,4}){1,2} ?\/ ?\d/.test(written);
  return !isBareZero && (first.length > 1 || leading.length > 1 || /^\s*[+(]/.test(written));
}

/**
 * An area code, then pairs counted from the end, so that one digit may be left over: 0431/5 36 22 67. Or counted from the
 * beginning: 0171 / 23 45 67 8. The area code may be in pairs, too, and an extension may follow: (0 30) 2 31 25-5 55.
 */
const inPairs =
  /^(?:\+\d{1,3} ?)?(?:\(0\) ?)?\(?(?:\d{2,5}|0(?= \d))(?: \d{2}){0,2}\)? ?[-/)] ?(?:\d(?: \d{2}){2,3}(?:-\d{1,2}(?: \d{2})?)?|\d{2}(?: \d{2}){2} \d)$/;

/**
 * Whether digits are written as in North America: (415) 555-2671, 415-555-2671, 1-415.555.2671. The form counts also
 * for fictional numbers (555), which are in no range that is in use.
 */
export function isAmericanForm(written: string): boolean {
  return /^(?:1[-. ]{1,3})?(?:\([2-9]\d{2}\)\s?[-. ]?|[2-9]\d{2}(?:[-./]\s?))\d{3}(?:[-. ]\s?|\s-\s)\d{4}$/.test(
    written.trim(),
  );
}
