import { readPhone } from '../number/read.ts';
import { type FilterName, filterParts } from '../settings/site-filter-name.ts';

/** Does what the table in core/settings/site-filter-name.ts says. */
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

/** Longer values are cut: a chain of `replace` could make one of any length. In characters. */
const longestValue = 4_000;

/** Runs a value through filters; `country` is what `e164` takes for numbers without a country. */
export function applyFilters(value: string, chain: readonly string[], country: string): string {
  return chain.reduce(
    (so, filter) => {
      const parts = filterParts(filter);
      return parts ? filters[parts.name](so, parts.argument, country).slice(0, longestValue) : so;
    },
    value.slice(0, longestValue),
  );
}
