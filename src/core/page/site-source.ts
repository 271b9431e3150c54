import { firstGroup } from '../settings/site-expression.ts';
import { type FieldSource, ruleFor, type SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { isData } from './kinds.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** The site rule for a page, by the page's address and the types that the page names; undefined where none fits. */
export function ruleOfPage(
  rules: readonly SiteRule[],
  snapshot: Pick<PageSnapshot, 'url' | 'facts'>,
): SiteRule | undefined {
  return ruleFor(rules, snapshot.url, typesOfPage(snapshot));
}

/**
 * The types that a page names, in lower case: those of its structured data (https://schema.org) and of `og:type`
 * (https://ogp.me/#types). The type of a thing within another, such as an order's customer, is not the page's.
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
 * The value that a field's source gives on a page, before filters; empty where it gives none.
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

/** The facts that a field's source takes from a page, in order. The page's address is no fact. */
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

/** Whether a name ends with a path: `customer:Person.telephone` with `Person.telephone` and `customer.telephone`. */
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
 * The source that takes a field from an element: from the address of a link that calls or writes to a person, else
 * from the element's value or text.
 *
 * @param address the link's; empty where the element is none
 */
export function elementSource(selector: string, address: string): FieldSource {
  const scheme = /^\s*(?:tel|callto|sms|mailto|whatsapp):/i.test(address);
  return scheme ? { selector, attribute: 'href', pattern: ':([^?]+)' } : { selector };
}
