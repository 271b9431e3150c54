// Apart from core/page/site-filter.ts, so that checking settings does not load the phone numbers of the world.

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
const names = ['trim', 'digits', 'e164', 'lower', 'upper', 'replace', 'default'] as const;

export type FilterName = (typeof names)[number];

/** A filter taken apart; `undefined` where it is none of the table's. */
export function filterParts(filter: string): { name: FilterName; argument: string } | undefined {
  const groups = /^(?<name>[a-z0-9]+)(?::(?<argument>[\s\S]*))?$/.exec(filter)?.groups;
  const name = names.find((known) => known === groups?.name);
  return name && takes(name, groups?.argument)
    ? { name, argument: groups?.argument ?? '' }
    : undefined;
}

/** Whether a filter is one of the table's, with an argument where it needs one. */
export function isFilter(filter: string): boolean {
  return filterParts(filter) !== undefined;
}

function takes(name: FilterName, argument: string | undefined): boolean {
  if (name === 'replace') return /^.+=>/s.test(argument ?? '');
  if (name === 'default') return Boolean(argument);
  return argument === undefined;
}
