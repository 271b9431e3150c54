import { readPhone } from '../number/read.ts';
import { type FilterName, filterParts } from '../settings/site-filter-name.ts';

/** Each filter as the table in core/settings/site-filter-name.ts describes it. */
const filters: Readonly<
  Record<FilterName, (value: string, argument: string, country: string) => string>
> = {
  trim: (value) => value.replace(/\s+/g, ' ').trim(),
  digits: (value) => (/^\s*\+/.test(value) ? '+' : '') + value.replace(/\D/g, ''),
  e164: (value, _, country) => readPhone(value, [country])?.e164 ?? '',
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
  replace: (value, argument) => {
    const [old = '', replacement = ''] = argument.split('=>');
    return value.replaceAll(old, () => replacement);
  },
  default: (value, argument) => value || argument,
};

/** In characters. Longer values are cut, because a chain of `replace` could make one of any length. */
const longestValue = 4_000;

/**
 * Runs a value through a chain of filters; skips those that do not exist.
 *
 * @param country what `e164` assumes for numbers written without their country (ISO 3166)
 */
export function applyFilters(value: string, chain: readonly string[], country: string): string {
  return chain.reduce(
    (so, filter) => {
      const parts = filterParts(filter);
      return parts ? filters[parts.name](so, parts.argument, country).slice(0, longestValue) : so;
    },
    value.slice(0, longestValue),
  );
}
