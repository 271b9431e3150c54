import { firstGroup } from '../settings/site-expression.ts';
import { type FieldSource, ruleFor, type SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { isData } from './kinds.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** The rule for a page that was read, by its address and by what it says that it shows. */
export function ruleOfPage(
  rules: readonly SiteRule[],
  snapshot: Pick<PageSnapshot, 'url' | 'facts'>,
): SiteRule | undefined {
  return ruleFor(rules, snapshot.url, typesOfPage(snapshot));
}

/**
 * What a page says that it shows, in lower case: the types of its structured data (https://schema.org), and what
 * `og:type` says (https://ogp.me/#types). The type of a thing within another one, as of an order's customer, is none
 * of the page's.
 */
function typesOfPage({ facts }: Pick<PageSnapshot, 'facts'>): ReadonlySet<string> {
  const types = facts.flatMap(({ kind, name = '', value }) => {
    if (kind === 'meta') return name === 'og:type' ? value : [];
    const type = isData(kind) ? name.split('.')[0] : undefined;
    return type && !type.includes(':') ? type : [];
  });
  return new Set(types.map((type) => type.trim().toLowerCase()));
}

/**
 * What a field's source gives on a page, before filters; empty where it gives nothing.
 *
 * @param types those that the rule asks for (`typesAsked()`)
 */
export function sourceValue(
  field: string,
  source: FieldSource,
  snapshot: PageSnapshot,
  types = '',
): string {
  const { pattern } = source;
  const raw = candidates(field, source, snapshot, types);
  const matched = pattern ? raw.map((value) => firstGroup(pattern, value)) : raw;
  return matched.find((value) => value?.trim()) ?? '';
}

function candidates(
  field: string,
  source: FieldSource,
  snapshot: PageSnapshot,
  types: string,
): string[] {
  const { selector, jsonLd, meta, parameter, pattern } = source;
  if (!(selector || jsonLd || meta || parameter)) return pattern ? [snapshot.url] : [];
  return [
    ...factsOfSource(field, source, snapshot, types).map(({ value }) => value),
    ...(parameter
      ? parametersOf(snapshot.url).flatMap(([name, value]) => (same(name, parameter) ? value : []))
      : []),
  ];
}

/** The facts of a page that a field's source takes, the first first; what its address says is none. */
export function factsOfSource(
  field: string,
  { selector, jsonLd, meta }: FieldSource,
  { facts }: Pick<PageSnapshot, 'facts'>,
  types: string,
): PageFact[] {
  const pointedAt = ({ kind, name, label = '' }: PageFact) =>
    kind === 'site-rule' && name === field && label === types;
  return [
    ...(selector ? facts.filter(pointedAt) : []),
    ...(jsonLd
      ? facts.filter(({ kind, name }) => kind === 'json-ld' && endsWith(name ?? '', jsonLd))
      : []),
    ...(meta ? facts.filter(({ kind, name }) => kind === 'meta' && same(name ?? '', meta)) : []),
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
