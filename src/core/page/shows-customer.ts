import { type SiteRule, typesAsked } from '../settings/site-rule.ts';
import { isGenesysAddress } from './address.ts';
import { idIn, recordIdIn } from './ids.ts';
import { isData } from './kinds.ts';
import { ruleOfPage, sourceValue } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

/**
 * Whether a page shows a customer: its site rule finds something, or, without such a rule, the page declares a number
 * or names a customer's ID. Judged without the plans of telephone numbers, which would make the worker seven times as
 * large.
 */
export function showsCustomer(snapshot: PageSnapshot, rules: readonly SiteRule[]): boolean {
  const rule = ruleOfPage(rules, snapshot);
  const fields = Object.entries(rule?.fields ?? {});
  const types = rule && typesAsked(rule);
  if (fields.length > 0)
    return fields.some(([field, source]) => sourceValue(field, source, snapshot, types) !== '');
  const declaresNumber = snapshot.facts.some(
    ({ kind, value, name = '', place }) =>
      // Links in the margins of a page call the firm that made it.
      (kind === 'link' && place !== 'rest' && /^\s*(?:tel|callto|sms):/i.test(value)) ||
      (kind === 'input' && /\btel\b/.test(name)) ||
      (isData(kind) && /(?:Person|customer)\b.*telephone$/.test(name)),
  );
  return declaresNumber || namesCustomerId(snapshot);
}

/**
 * Whether a page names the ID of a customer. Asked without the other fields, whose words would make the worker much
 * larger.
 */
function namesCustomerId({ url, facts }: PageSnapshot): boolean {
  const isInAddress = !isGenesysAddress(url) && recordIdIn(url) !== undefined;
  return isInAddress || facts.some((fact) => idIn(fact, 'customerId') !== undefined);
}
