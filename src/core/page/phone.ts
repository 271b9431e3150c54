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
  const best =
    read.find((one) => one.isValid() && hasTrunk(plain, one)) ??
    read.find((one) => one.isValid()) ??
    read.find((one) => one.isPossible());
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
  for (const [leniency, strict] of passes) {
    for (const country of supported(countries)) {
      if (!mayHoldNumber.test(rest)) break;
      for (const { startsAt, endsAt, number } of matches(rest, country, leniency)) {
        const written = rest.slice(startsAt, endsAt);
        if (strict && !hasTrunk(written, number)) continue;
        const sure = evidence(startsAt, endsAt) === 'labelled';
        if (isCredible(written, number, sure)) take(startsAt, endsAt, number);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The library takes its time to find nothing: fewer digits are no number, whatever stands between. */
const mayHoldNumber = /(?:\p{Nd}[^\p{Nd}|]*){6}/u;

/** First numbers that are right in every way for one of the countries, then what comes near. */
const passes = [
  ['VALID', true],
  ['VALID', false],
  ['POSSIBLE', false],
] as const;

/** Whether a number has the 0 before the area code where its country writes one. */
function hasTrunk(written: string, number: PhoneNumber): boolean {
  const digits = written.normalize('NFKC').replace(/[^\d+]/g, '');
  const national = number.formatNational().replace(/\D/g, '');
  return !national.startsWith('0') || /^(?:0|\+)/.test(digits);
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
  if (american) return number.isValid() || number.countryCallingCode === '1';
  const groups = written.split(/[\s().\-‐-―/]+/u).filter(Boolean);
  const trunk = /^\(?[0０]/.test(written);
  if (groups.length < 2 || groups.filter(({ length }) => length === 1).length > 3) return false;
  if (!number.isValid()) return trunk && digits >= 10;
  return hasTrunk(written, number) && digits >= (trunk || /^\(/.test(written) ? 7 : 9);
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

/** What a link or an input holds, without scheme and parameters (RFC 3966, RFC 5724). */
function fromUri(text: string): string {
  const whatsapp = /^\s*(?:whatsapp:|https?:\/\/(?:wa\.me|\w+\.whatsapp\.com)\/)[^\d]*([\d ]+)/i;
  const chat = whatsapp.exec(decoded(text))?.[1];
  if (chat) return `+${chat}`;
  const uri = decoded(
    text
      .trim()
      .replace(/^(?:tel|callto|sms|sips?):(?:\/\/)?/i, '')
      .replace(/@.*$/s, ''),
  );
  const context = /;phone-context=(\+\d+)/i.exec(uri)?.[1];
  const bare = uri
    .replace(/;(?!ext=)[a-z-]+=[^;]*|[?&].*$/gi, '')
    .replace(/;ext=/i, ' ext. ')
    .trim();
  return context && !bare.startsWith('+') ? context + bare : bare;
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
