import { firstMatch } from '../settings/site-expression.ts';
import type { FieldSource } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import type { PageSnapshot } from './snapshot.ts';

/** What a field's source gives on a page, before filters; empty where it gives nothing. */
export function sourceValue(field: string, source: FieldSource, snapshot: PageSnapshot): string {
  const { pattern } = source;
  const raw = candidates(field, source, snapshot);
  const matched = pattern ? raw.map((value) => firstMatch(pattern, value)) : raw;
  return matched.find((value) => value?.trim()) ?? '';
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

/**
 * How an element gives a field: a link to call or to write to by its address, anything else by its
 * value or text. `address`: the link's, empty where it is none.
 */
export function elementSource(selector: string, address: string): FieldSource {
  const scheme = /^\s*(?:tel|callto|sms|mailto|whatsapp):/i.test(address);
  return scheme ? { selector, attribute: 'href', pattern: ':([^?]+)' } : { selector };
}
