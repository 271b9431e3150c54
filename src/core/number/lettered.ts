import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Budget } from './parse.ts';
import { describe, type FoundPhone } from './phone.ts';

const shape =
  /(?<![\w+])(?:\+?1[-. ]?)?\(?(?:0?[18]\d{2,3})\)?[-. ](?=[\d-]*[A-Z]{3})[A-Z\d-]{5,12}(?!\w)/g;

/** Numbers with words in them, as in 1-800-FLOWERS: only of ranges that are sold for it. */
export function letteredIn(line: string, text: string, budget: Budget): FoundPhone[] {
  return [...line.matchAll(shape)].flatMap((match): FoundPhone[] => {
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
}

const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** The digits of a telephone's keys for the letters of a word. */
export function digitsForLetters(text: string): string {
  return text.replace(/[A-Z]/gi, (letter) =>
    String(2 + keypad.findIndex((letters) => letters.includes(letter.toUpperCase()))),
  );
}
