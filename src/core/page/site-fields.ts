import { findPhones } from '../number/find.ts';
import type { Phone } from '../number/phone.ts';
import { readPhone } from '../number/read.ts';
import { type SiteRule, typesAsked } from '../settings/site-rule.ts';
import type { Weighed } from './candidate.ts';
import { applyFilters } from './site-filter.ts';
import { sourceValue } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

/** The fields that a site rule finds in a snapshot, after its filters. */
export function* fieldsOfRule(
  rule: SiteRule | undefined,
  snapshot: PageSnapshot,
  countries: readonly string[],
): Generator<[field: string, value: Weighed]> {
  for (const [field, source] of Object.entries(rule?.fields ?? {})) {
    const first = sourceValue(field, source, snapshot, rule && typesAsked(rule));
    const value = applyFilters(first, source.filters ?? ['trim'], countries[0] ?? 'US');
    if (!value) continue;
    const phone = field === 'customerNumber' ? phoneIn(value, countries) : undefined;
    yield [
      field,
      {
        // The rule decides: a text that Kickoff would not take for a number stays as the rule found it.
        value: phone?.e164 ?? value,
        shown: phone?.shown ?? value,
        source: { kind: 'site-rule', label: rule?.name ?? '', text: value.slice(0, 120) },
        weight: 300,
      },
    ];
  }
}

/** The number that a text consists of, or else the first number in it: `Mobile: (415) 555-2671`. */
function phoneIn(value: string, countries: readonly string[]): Phone | undefined {
  return readPhone(value, countries) ?? findPhones(value, countries, () => 'labelled')[0]?.phone;
}

/** How many of its fields a rule finds on a page. */
export function fieldsFound(rule: SiteRule, snapshot: PageSnapshot): number {
  return [...fieldsOfRule(rule, snapshot, [rule.country ?? 'US'])].length;
}
