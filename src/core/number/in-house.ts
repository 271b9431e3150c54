import type { Phone } from './phone.ts';

/**
 * Reads a number that only a firm's switchboard knows. `forms` are those that the settings give: digits, and
 * `#` for any digit, as in `6###`.
 */
export function readInHouse(text: string, forms: readonly string[]): Phone | undefined {
  const digits = text.trim().replace(/^tel:/i, '');
  return forms.some((form) => hasForm(digits, form)) ? inHousePhone(digits, true) : undefined;
}

function hasForm(digits: string, form: string): boolean {
  if (digits.length !== form.length || !/^\d+$/.test(digits)) return false;
  return [...form].every((sign, at) => sign === '#' || sign === digits[at]);
}

/** `isSaid`: the settings say that numbers have this form. */
export function inHousePhone(digits: string, isSaid: boolean): Phone {
  return {
    e164: digits,
    shown: digits,
    valid: isSaid,
    international: false,
    grouping: 'none',
    isFirms: false,
  };
}
