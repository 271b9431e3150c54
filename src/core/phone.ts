import {
  type CountryCode,
  isSupportedCountry,
  type NumberFound,
  type PhoneNumber,
  PhoneNumberMatcher,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { withoutLookAlikes } from './phone-lookalikes.ts';

// The `max` metadata (145 kB against 80 kB for `min`): it alone knows which ranges of a country are
// in use, and with that tells an order number from a telephone number. Loaded after first paint.

/** A telephone number, understood. */
export interface Phone {
  /** As in +15550199888. */
  e164: string;
  /** For people: +1 555 019 9888, with the extension. */
  shown: string;
  extension?: string;
  /** ISO 3166; absent where the number could belong to several. */
  country?: string;
  /** In a range that its country has given out; otherwise only of a possible length. */
  valid: boolean;
}

export interface FoundPhone {
  phone: Phone;
  start: number;
  end: number;
  /** As it stood in the text. */
  text: string;
}

/**
 * Reads a text that is meant to be one number: an input, a link, a field of structured data.
 * `countries` are tried in turn for numbers that do not say where they belong.
 */
export function readPhone(text: string, countries: readonly string[]): Phone | undefined {
  const plain = fromUri(text);
  if (!/^[^\p{L}]*\p{Nd}/u.test(plain) || plain.length > 60) return undefined;
  const attempts = [...supported(countries), undefined];
  const spellings = [plain, plain.replace(/^\s*00(?=[1-9])/, '+'), digitsForLetters(plain)];
  const read = spellings.flatMap((spelling) =>
    attempts.flatMap((country) => {
      const options = { extract: false, ...(country && { defaultCountry: country }) };
      return parsePhoneNumberFromString(spelling, options) ?? [];
    }),
  );
  const best = read.find((one) => one.isValid()) ?? read.find((one) => one.isPossible());
  return best && describe(best);
}

/** How sure it must be that a run of digits is a number. `labelled`: what stands beside it says so. */
export type Evidence = 'labelled' | 'plain';

/**
 * Finds numbers in running text. Dates, prices, addresses, ids and card numbers are passed over.
 * Without a label a number must look like one: an international prefix, or a valid number that is
 * written in groups.
 */
export function findPhones(
  text: string,
  countries: readonly string[],
  evidence: (start: number, end: number) => Evidence = () => 'plain',
): FoundPhone[] {
  const found: FoundPhone[] = [];
  let rest = withoutLookAlikes(text);
  const take = (start: number, end: number, number: PhoneNumber) => {
    found.push({ phone: describe(number), start, end, text: text.slice(start, end) });
    rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end);
  };
  for (const { start, end, number } of lettered(rest)) take(start, end, number);
  for (const leniency of ['VALID', 'POSSIBLE'] as const) {
    for (const country of supported(countries)) {
      for (const { startsAt, endsAt, number } of matches(rest, country, leniency)) {
        const written = rest.slice(startsAt, endsAt);
        const sure = evidence(startsAt, endsAt) === 'labelled';
        if (isCredible(written, number, sure)) take(startsAt, endsAt, number);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function supported(countries: readonly string[]): CountryCode[] {
  return countries.filter((country): country is CountryCode => isSupportedCountry(country));
}

/** Whether a run of digits is taken for a number, given how it is written. */
function isCredible(written: string, number: PhoneNumber, labelled: boolean): boolean {
  const digits = written.replace(/\P{Nd}/gu, '').length;
  if (/^[+＋]/.test(written)) return digits >= 8;
  if (labelled) return digits >= 6;
  // Fictional numbers (555) are of no range, but unmistakable by the way they are written.
  const american = /^(?:1[-. ]?)?(?:\(\d{3}\)[-. ]?|\d{3}([-.]))\d{3}([-. ])\d{4}(?!\d)/.test(
    written,
  );
  if (!number.isValid()) return american && number.countryCallingCode === '1';
  if (american) return true;
  const grouped = /\p{Nd}[\s().\-‐-―/]+\p{Nd}/u.test(written);
  const trunk = /^\(?[0０]/.test(written);
  return grouped && digits >= 7 && (trunk || /^\(/.test(written) || digits >= 9);
}

/** Numbers with words in them, as in 1-800-FLOWERS: only of ranges that are sold for it. */
function lettered(text: string): { start: number; end: number; number: PhoneNumber }[] {
  const shape =
    /(?<![\w+])(?:\+?1[-. ]?)?\(?(?:0?[18]\d{2,3})\)?[-. ](?=[\d-]*[A-Z]{3})[A-Z\d-]{5,12}(?!\w)/g;
  return [...text.matchAll(shape)].flatMap((match) => {
    const digits = digitsForLetters(match[0]);
    for (const country of ['US', 'GB', 'AU'] as const) {
      const number = parsePhoneNumberFromString(digits, country);
      if (number?.isValid() && /FREE|SHARED|PREMIUM/.test(number.getType() ?? '')) {
        return { start: match.index, end: match.index + match[0].length, number };
      }
    }
    return [];
  });
}

function matches(text: string, defaultCountry: CountryCode, leniency: 'VALID' | 'POSSIBLE') {
  // The library's types leave `leniency` out.
  const options = { defaultCountry, leniency, v2: true } as const;
  const matcher = new PhoneNumberMatcher(text, options);
  const found: NumberFound[] = [];
  for (let next = step(); next; next = step()) found.push(next);
  return found;

  function step() {
    return matcher.hasNext() ? matcher.next() : undefined;
  }
}

/** What a `tel:` link or an input holds, without the scheme and its parameters (RFC 3966). */
function fromUri(text: string): string {
  const uri = text.trim().replace(/^(?:tel|callto|sms|sip|sips|whatsapp):(?:\/\/)?/i, '');
  const bare = decoded(uri).replace(/;isub=[^;]*|;(?!ext=)[a-z-]+=[^;]*|[?&].*$/gi, '');
  return bare.replace(/;ext=/i, ' ext. ').trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

function digitsForLetters(text: string): string {
  if (!/\d/.test(text) || /\b(?:ext|x)\b/i.test(text)) return text;
  return text.replace(/[A-Z]/gi, (letter) =>
    String(2 + keypad.findIndex((letters) => letters.includes(letter.toUpperCase()))),
  );
}

function describe(number: PhoneNumber): Phone {
  return {
    e164: number.number,
    shown: number.formatInternational(),
    valid: number.isValid(),
    ...(number.ext && { extension: number.ext }),
    ...(number.country && { country: number.country }),
  };
}
