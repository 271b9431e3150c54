import { ruleFor, type SiteRule } from '../settings/site-rule.ts';
import { otherFields } from './fields.ts';
import { sourceValue } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

/**
 * Whether a page shows a customer, judged without the telephone numbers of the world, which would
 * make the worker seven times as large: its site rule found something, or, where it has none, the
 * page states a number outright or names a customer's id.
 */
export function showsCustomer(snapshot: PageSnapshot, rules: readonly SiteRule[]): boolean {
  const rule = ruleFor(rules, snapshot.url);
  const fields = Object.entries(rule?.fields ?? {});
  if (fields.length > 0)
    return fields.some(([field, source]) => sourceValue(field, source, snapshot) !== '');
  const statesNumber = snapshot.facts.some(
    ({ kind, value, name = '', place }) =>
      // Numbers in the furniture of a page are the firm's own.
      (kind === 'link' && place !== 'rest' && /^\s*(?:tel|callto|sms):/i.test(value)) ||
      (kind === 'input' && /\btel\b/.test(name)) ||
      (/^(?:json-ld|microdata|rdfa)$/.test(kind) && /(?:Person|customer)\b.*telephone$/.test(name)),
  );
  return statesNumber || [...otherFields(snapshot)].some(([field]) => field === 'customerId');
}
