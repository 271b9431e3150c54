import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Budget } from './parse.ts';
import { describe, type FoundPhone } from './phone.ts';

const shape =
  /(?<![\w+])(?:\+?1[-. ]?)?\(?(?:0?[18]\d{2,3})\)?[-. ](?=[\d-]*[A-Z]{3})[A-Z\d-]{5,12}(?!\w)/g;

/** A number whose word is followed by its keys: `408 827-Lean (5326)`. */
const explained =
  /(?<![\w+])(?:\+?1[-. ]?)?\(?[2-9]\d{2}\)?[-. ]{1,2}([\d-]{0,4}[A-Za-z]{3,7})\s?\(([\d-]{4,8})\)/g;

function* explainedIn(line: string, text: string, budget: Budget): Generator<FoundPhone> {
  for (const { 0: match, 1: word = '', 2: keys = '', index } of line.matchAll(explained)) {
    const pressed = keys.replace(/\D/g, '');
    const dialled = digitsForLetters(word).replace(/\D/g, '');
    if (budget.left <= 0 || !dialled.endsWith(pressed)) continue;
    budget.left -= 1;
    const spelled = match.slice(0, match.lastIndexOf('('));
    const number = parsePhoneNumberFromString(digitsForLetters(spelled), 'US');
    if (!number?.isValid()) continue;
    const phone = describe(number, { grouping: 'usual', international: false });
    const end = index + match.length;
    yield { phone, start: index, end, text: text.slice(index, end) };
  }
}

/**
 * Finds numbers with words in them: those of ranges that firms buy for it (1-800-FLOWERS), and those with the keys of
 * the word behind it.
 *
 * @param line the text as `plain()` gives it, without look-alikes
 * @param text the same text as it was written
 */
export function letteredIn(line: string, text: string, budget: Budget): FoundPhone[] {
  const sold = [...line.matchAll(shape)].flatMap((match): FoundPhone[] => {
    const digits = digitsForLetters(match[0]);
    for (const country of ['US', 'GB', 'AU'] as const) {
      if (budget.left <= 0) break;
      budget.left -= 1;
      const number = parsePhoneNumberFromString(digits, country);
      if (number?.isValid() && /FREE|SHARED|PREMIUM/.test(number.getType() ?? '')) {
        const end = match.index + match[0].length;
        const phone = describe(number, { grouping: 'usual', international: false });
        return [{ phone, start: match.index, end, text: text.slice(match.index, end) }];
      }
    }
    return [];
  });
  const isFree = ({ start, end }: FoundPhone) =>
    sold.every((one) => one.end <= start || one.start >= end);
  return [...sold, ...[...explainedIn(line, text, budget)].filter(isFree)];
}

const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** Replaces letters by the digits on the same keys of a telephone. */
export function digitsForLetters(text: string): string {
  return text.replace(/[A-Z]/gi, (letter) =>
    String(2 + keypad.findIndex((letters) => letters.includes(letter.toUpperCase()))),
  );
}
