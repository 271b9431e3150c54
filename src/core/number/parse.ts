import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { groupingOf, isAmericanForm } from './grouping.ts';

// The `max` metadata takes 145 kB against 80 kB for `min`. Only `max` knows which ranges of a country are in use, which
// tells a telephone number from an order number. It is loaded after the first paint.

/** How much work Kickoff may still put into a page. */
export interface Budget {
  /** How often it may read digits as a number: each time takes some hundredths of a millisecond. */
  left: number;
  /** How many characters of text it may look through. */
  characters: number;
}

export const plentiful = (): Budget => ({ left: 500, characters: 20_000 });

/** A number as libphonenumber read it. */
export interface Parsed {
  number: PhoneNumber;
  /** Whether it was written with its country. */
  international: boolean;
}

/**
 * Reads digits as an international number (`+49…`, `0049…`, `01149…`), or else as a number of one of the countries, in
 * their order, with or without trunk prefix or country code. A valid reading comes before one of which only the length
 * is possible. Undefined where there is neither, or the budget is used up.
 *
 * @param written digits and what stands between them, nothing else
 */
export function parseDigits(
  written: string,
  countries: readonly string[],
  budget: Budget,
): Parsed | undefined {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 20 || isPlaceholder(digits)) return undefined;
  const home = supported(countries);
  const hasPlus = /^[\s(]*\+|^[1-9]\d{0,2}\s?\(0\)/.test(written);
  let valid: Parsed | undefined;
  let possible: Parsed | undefined;
  for (const { spelling, country, international, onlyValid } of readings(digits, hasPlus, home)) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    const options = { extract: false, ...(country && { defaultCountry: country }) };
    const number = parsePhoneNumberFromString(spelling, options);
    if (!number || !isDiallable(number)) continue;
    if (number.isValid()) {
      if (international || hasTrunk(digits, number)) return { number, international };
      valid ??= { number, international };
    } else if (!onlyValid && number.isPossible()) {
      possible ??= { number, international };
    }
  }
  const atHome = valid ?? possible;
  return asAmerican(written, digits, atHome) ?? atHome;
}

/**
 * Reads a number on a page outside North America as an American one: where it has the American form
 * (`(202) 483-7600`), and as a number of the page's country would lack its 0. Not where it would be a mobile there,
 * because many countries write mobiles so, nor where the page's country has no such number at all: forms show such
 * digits as an example.
 */
function asAmerican(
  written: string,
  digits: string,
  atHome: Parsed | undefined,
): Parsed | undefined {
  if (!atHome || digits.length !== 10 || !isAmericanForm(written)) return undefined;
  const isOfHome =
    atHome.international ||
    hasTrunk(digits, atHome.number) ||
    groupingOf(written, atHome.number) === 'usual' ||
    /MOBILE/.test(atHome.number.getType() ?? '');
  if (isOfHome) return undefined;
  const number = parsePhoneNumberFromString(digits, { defaultCountry: 'US', extract: false });
  return number?.isValid() ? { number, international: false } : undefined;
}

/** Whether a national number begins as its country writes it: with the trunk prefix 0, where the country has one. */
export function hasTrunk(digits: string, number: PhoneNumber): boolean {
  return digits.startsWith('0') || !/^\D*0/.test(number.formatNational());
}

/** One way to read digits. */
interface Reading {
  spelling: string;
  country?: CountryCode;
  international: boolean;
  /** True for a guess: it counts only if the number is valid, not if merely its length is possible. */
  onlyValid?: boolean;
}

function* readings(
  digits: string,
  hasPlus: boolean,
  home: readonly CountryCode[],
): Generator<Reading> {
  if (hasPlus) {
    const bare = digits.replace(/^00(?=[1-9])/, '');
    yield { spelling: `+${withoutOldPrefix(bare)}`, international: true };
    // A plus before a number without its country: +0412 345 678, +510 555 0143.
    for (const country of home.slice(0, 2)) {
      const isNational = isAmerican(country) ? bare.length === 10 : bare.startsWith('0');
      if (isNational) yield { spelling: bare, country, international: false, onlyValid: true };
    }
    return;
  }
  const isInAmerica = home.some(isAmerican);
  for (const country of home) {
    for (const spelling of nationally(digits, country)) {
      yield { spelling, country, international: false };
    }
  }
  for (const prefix of isInAmerica ? ['011', '00'] : ['00', '011']) {
    if (!digits.startsWith(prefix) || digits.length < 10) continue;
    const rest = withoutOldPrefix(digits.slice(prefix.length));
    const onlyValid = prefix === '011' && !isInAmerica;
    yield { spelling: `+${rest}`, international: true, onlyValid };
  }
  // The country code alone, as in `49 30 1234567` or `64(0)64123456`.
  for (const country of home) {
    if (!digits.startsWith(getCountryCallingCode(country)) || digits.length < 9) continue;
    yield { spelling: `+${withoutOldPrefix(digits)}`, international: true, onlyValid: true };
  }
}

/**
 * The digits, without a prefix that libphonenumber does not know: what Mexico dialled until 2019 (044 and 045 before
 * mobiles, 01 before other numbers), and the `091` that many in India write for their country.
 */
function nationally(digits: string, country: CountryCode): string[] {
  const shape =
    country === 'MX' ? /^(?:01|04[45]|1)(\d{10})$/ : country === 'IN' ? /^091(\d{10})$/ : /^$/;
  const old = shape.exec(digits)?.[1];
  return old ? [old] : [digits];
}

/** Mexico's mobiles had a 1 behind the country code until 2019 (https://www.itu.int/oth/T020200008A/en). */
function withoutOldPrefix(digits: string): string {
  return digits.replace(/^521(?=\d{10}$)/, '52');
}

function isAmerican(country: CountryCode): boolean {
  return getCountryCallingCode(country) === '1';
}

/**
 * Whether a telephone can dial a number: none has more than 15 digits (ITU-T E.164), and in North America no area code
 * begins with 0 (https://nationalnanpa.com).
 */
function isDiallable({ countryCallingCode, nationalNumber }: PhoneNumber): boolean {
  if (countryCallingCode.length + nationalNumber.length > 15) return false;
  return countryCallingCode !== '1' || !nationalNumber.startsWith('0');
}

/** Whether digits are those that forms show in an empty field: 000 000 0000, 111-111-1111. */
function isPlaceholder(digits: string): boolean {
  return /^1?(\d)\1+$|^1?000/.test(digits);
}

function supported(countries: readonly string[]): CountryCode[] {
  return countries.filter((country): country is CountryCode => isSupportedCountry(country));
}
