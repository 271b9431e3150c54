import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { groupingOf, isAmericanForm } from './grouping.ts';

// The `max` metadata (145 kB against 80 kB for `min`): it alone knows which ranges of a country are
// in use, and with that tells an order number from a telephone number. Loaded after first paint.

/** How much work may still be put into a page. */
export interface Budget {
  /** Readings of digits as a number: each takes some hundredths of a millisecond. */
  left: number;
  /** Characters of text that are looked through. */
  characters: number;
}

export const plentiful = (): Budget => ({ left: 500, characters: 20_000 });

/** A number with how it said where it belongs. */
export interface Parsed {
  number: PhoneNumber;
  international: boolean;
}

/**
 * Reads digits as a number of the world: `+49…`, `0049…`, `01149…`; or else as one of the countries,
 * in turn, with or without their trunk prefix or country code. A valid reading comes before one that
 * is only of a possible length; what is of neither is none.
 *
 * `written` holds digits and what stands between them, nothing else.
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
 * A number of North America on a page elsewhere: in its form (`(202) 483-7600`), where it could be one at home only
 * without its 0. Mobiles are written so in many countries. What can be none at home is none: forms hold such
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

/** Whether a national number begins as its country writes it: with its 0, where there is one. */
export function hasTrunk(digits: string, number: PhoneNumber): boolean {
  return digits.startsWith('0') || !/^\D*0/.test(number.formatNational());
}

interface Reading {
  spelling: string;
  country?: CountryCode;
  international: boolean;
  /** A guess at what was meant: a possible length does not bear it out. */
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
    // A plus before a number that does not say its country: +0412 345 678, +510 555 0143.
    for (const country of home.slice(0, 2)) {
      const isNational = isAmerican(country) ? bare.length === 10 : bare.startsWith('0');
      if (isNational) yield { spelling: bare, country, international: false, onlyValid: true };
    }
    return;
  }
  const isAtHome = home.some(isAmerican);
  for (const country of home) {
    for (const spelling of nationally(digits, country)) {
      yield { spelling, country, international: false };
    }
  }
  for (const prefix of isAtHome ? ['011', '00'] : ['00', '011']) {
    if (!digits.startsWith(prefix) || digits.length < 10) continue;
    const rest = withoutOldPrefix(digits.slice(prefix.length));
    yield { spelling: `+${rest}`, international: true, onlyValid: prefix === '011' && !isAtHome };
  }
  // The country code alone, as in `49 30 1234567` or `64(0)64123456`.
  for (const country of home) {
    if (!digits.startsWith(getCountryCallingCode(country)) || digits.length < 9) continue;
    yield { spelling: `+${withoutOldPrefix(digits)}`, international: true, onlyValid: true };
  }
}

/**
 * Also as Mexico dialled until 2019: 044 and 045 before mobiles, 01 before the rest; and `091-98765 43210`, as many in
 * India write their country.
 */
function nationally(digits: string, country: CountryCode): string[] {
  const shape =
    country === 'MX' ? /^(?:01|04[45]|1)(\d{10})$/ : country === 'IN' ? /^091(\d{10})$/ : /^$/;
  const old = shape.exec(digits)?.[1];
  return old ? [old] : [digits];
}

/** Mexico's mobiles had a 1 behind the country code until 2019. https://www.itu.int/oth/T020200008A/en */
function withoutOldPrefix(digits: string): string {
  return digits.replace(/^521(?=\d{10}$)/, '52');
}

function isAmerican(country: CountryCode): boolean {
  return getCountryCallingCode(country) === '1';
}

/**
 * No number has more than 15 digits (ITU-T E.164), and in North America no area code begins with 0.
 * https://nationalnanpa.com
 */
function isDiallable({ countryCallingCode, nationalNumber }: PhoneNumber): boolean {
  if (countryCallingCode.length + nationalNumber.length > 15) return false;
  return countryCallingCode !== '1' || !nationalNumber.startsWith('0');
}

/** What forms show where nothing was filled in: 000 000 0000, 111-111-1111. */
function isPlaceholder(digits: string): boolean {
  return /^1?(\d)\1+$|^1?000/.test(digits);
}

function supported(countries: readonly string[]): CountryCode[] {
  return countries.filter((country): country is CountryCode => isSupportedCountry(country));
}
