import type { Phone } from './phone.ts';

/**
 * Reads a number that only a firm's switchboard knows; undefined where the text has none of the forms.
 *
 * @param forms those in the settings: digits, and `#` for any digit, as in `6###`
 */
export function readInHouse(text: string, forms: readonly string[]): Phone | undefined {
  const digits = text.trim().replace(/^tel:/i, '');
  return forms.some((form) => hasForm(digits, form)) ? inHousePhone(digits, true) : undefined;
}

function hasForm(digits: string, form: string): boolean {
  if (digits.length !== form.length || !/^\d+$/.test(digits)) return false;
  return [...form].every((sign, at) => sign === '#' || sign === digits[at]);
}

/** An in-house number; `valid` where the settings have its form. */
export function inHousePhone(digits: string, valid: boolean): Phone {
  return {
    e164: digits,
    shown: digits,
    valid,
    international: false,
    grouping: 'none',
    isOfFirm: false,
  };
}
