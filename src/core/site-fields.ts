import { parametersOf } from './page-address.ts';
import type { Weighed } from './page-candidate.ts';
import type { PageSnapshot } from './page-snapshot.ts';
import { readPhone } from './phone.ts';
import { firstMatch } from './site-expression.ts';
import { applyFilters } from './site-filter.ts';
import type { FieldSource, SiteRule } from './site-rule.ts';

/** What a site rule finds in a snapshot: every field of which it found something. */
export function* fieldsOfRule(
  rule: SiteRule | undefined,
  snapshot: PageSnapshot,
  countries: readonly string[],
): Generator<[field: string, value: Weighed]> {
  for (const [field, source] of Object.entries(rule?.fields ?? {})) {
    const value = fieldValue(field, source, snapshot, countries[0] ?? 'US');
    if (!value) continue;
    const phone = field === 'customerNumber' ? readPhone(value, countries) : undefined;
    yield [
      field,
      {
        // The rule decides: what is no number by our lights stays as the rule found it.
        value: phone?.e164 ?? value,
        shown: phone?.shown ?? value,
        source: { kind: 'site-rule', label: rule?.name ?? '', text: value.slice(0, 120) },
        weight: 300,
      },
    ];
  }
}

function fieldValue(
  field: string,
  source: FieldSource,
  snapshot: PageSnapshot,
  country: string,
): string {
  const { pattern } = source;
  const raw = candidates(field, source, snapshot);
  const matched = pattern ? raw.map((value) => firstMatch(pattern, value)) : raw;
  const first = matched.find((value) => value?.trim()) ?? '';
  return applyFilters(first, source.filters ?? ['trim'], country);
}

function candidates(field: string, source: FieldSource, { facts, url }: PageSnapshot): string[] {
  const { selector, jsonLd, meta, parameter } = source;
  if (!(selector || jsonLd || meta || parameter)) return source.pattern ? [url] : [];
  const values = (wanted: (fact: PageSnapshot['facts'][number]) => boolean) =>
    facts.filter(wanted).map(({ value }) => value);
  return [
    ...(selector ? values(({ kind, name }) => kind === 'site-rule' && name === field) : []),
    ...(jsonLd
      ? values(({ kind, name }) => kind === 'json-ld' && endsWith(name ?? '', jsonLd))
      : []),
    ...(meta ? values(({ kind, name }) => kind === 'meta' && same(name ?? '', meta)) : []),
    ...(parameter
      ? parametersOf(url).flatMap(([name, value]) => (same(name, parameter) ? value : []))
      : []),
  ];
}

/** `customer:Person.telephone` ends with `telephone`, `Person.telephone` and `customer.telephone`. */
function endsWith(name: string, path: string): boolean {
  const keys = name.split('.').map((key) => key.split(':'));
  const wanted = path.split('.');
  if (wanted.length > keys.length) return false;
  return wanted.every((key, index) => keys[keys.length - wanted.length + index]?.includes(key));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
