import { describe, expect, test } from 'vitest';
import { fieldsFound } from '../page/site-fields.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { afterPage, healthOf, type RuleHistory } from './rule-health.ts';
import { type SiteRule, siteRuleSchema } from './site-rule.ts';

const rule = siteRuleSchema.parse({
  name: 'CRM',
  match: ['https://crm.example.com/*'],
  fields: { customerNumber: { selector: '.phone' }, customerId: { meta: 'customer' } },
});

function historyOf(...found: number[]): RuleHistory | undefined {
  return found.reduce<RuleHistory | undefined>((so, one) => afterPage(so, rule, one), undefined);
}

test.each<[string, number[]]>([
  ['new', []],
  ['new', [0]],
  ['new', [0, 0, 0, 0]],
  ['broken', [0, 0, 0, 0, 0]],
  ['broken', [2, 0, 0, 0, 0, 0]],
  ['partly', [0, 0, 1, 0, 0]],
  ['partly', [1, 1, 1, 1, 1]],
  ['well', [2]],
  ['well', [0, 0, 0, 0, 2]],
])('%s after pages with %j fields found', (health, found) => {
  expect(healthOf(historyOf(...found), rule)).toBe(health);
});

test('a rule that was changed starts anew', () => {
  const changed: SiteRule = { ...rule, fields: { customerNumber: { selector: '.tel' } } };
  const broken = historyOf(0, 0, 0, 0, 0);
  expect(healthOf(broken, changed)).toBe('new');
  expect(afterPage(broken, changed, 1)?.found).toEqual([1]);
});

test('a rule stays the same in whatever order its fields come: storage sorts them', () => {
  const { customerNumber, customerId } = rule.fields;
  if (customerNumber === undefined || customerId === undefined) throw new Error('No such fields');
  const stored: SiteRule = { ...rule, fields: { customerId, customerNumber } };
  expect(healthOf(historyOf(2), stored)).toBe('well');
});

test('a rule without fields cannot fail', () => {
  expect(afterPage(undefined, { ...rule, fields: {} }, 0)).toBeUndefined();
});

describe('what is kept', () => {
  const snapshot: PageSnapshot = {
    url: 'https://crm.example.com/contacts/7?name=Alice',
    title: 'Alice Martin',
    language: '',
    complete: true,
    facts: [{ kind: 'site-rule', name: 'customerNumber', value: '+1 415 555 2671' }],
  };

  test('is counts, and nothing of the page', () => {
    const kept = JSON.stringify(afterPage(undefined, rule, fieldsFound(rule, snapshot)));
    expect(kept).toContain('"found":[1]');
    for (const part of ['415', 'Alice', 'contacts']) expect(kept).not.toContain(part);
  });
});
