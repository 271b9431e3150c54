import { readPhone } from './phone.ts';

/**
 * What a site rule may do to a value, in the order given. A filter is written `name` or
 * `name:argument`.
 *
 * | filter | does |
 * |---|---|
 * | `trim` | takes spaces off both ends and makes one of several |
 * | `digits` | keeps digits and a leading plus |
 * | `e164` | writes a phone number as `+15550199888`; leaves what is none as nothing |
 * | `lower`, `upper` | changes the case |
 * | `replace:old=>new` | puts `new` for every `old`, letter by letter the same |
 * | `default:value` | stands in for nothing |
 */
const filters: Readonly<
  Record<string, (value: string, argument: string, country: string) => string>
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

const shape = /^(?<name>[a-z0-9]+)(?::(?<argument>[\s\S]*))?$/;

/** Whether a filter is one of the table's, with an argument where it needs one. */
export function isFilter(filter: string): boolean {
  const { name = '', argument } = shape.exec(filter)?.groups ?? {};
  if (name === 'replace') return /^.+=>/s.test(argument ?? '');
  if (name === 'default') return Boolean(argument);
  return Object.hasOwn(filters, name) && argument === undefined;
}

/** Runs a value through filters; `country` is what `e164` takes for numbers without a country. */
export function applyFilters(value: string, chain: readonly string[], country: string): string {
  return chain.reduce((so, filter) => {
    const { name = '', argument = '' } = shape.exec(filter)?.groups ?? {};
    return isFilter(filter) ? (filters[name]?.(so, argument, country) ?? so) : so;
  }, value);
}
