import { describe, expect, test } from 'vitest';
import { type SiteRule, siteRuleSchema } from '../settings/site-rule.ts';
import { previewRule } from './rule-preview.ts';
import { fieldsOfRule } from './site-fields.ts';
import { elementSource } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

const options = { defaultCountry: 'US', inHouseNumbers: [], contactTypes: ['Voice'] };
const rule = siteRuleSchema.parse({
  name: 'CRM',
  match: ['https://crm.example.com/*'],
  fields: { customerNumber: { selector: '.phone' }, ticket: { meta: 'ticket' } },
});
const page: PageSnapshot = {
  url: 'https://crm.example.com/contacts/C-20117?ani=%2B14155550187',
  title: 'Alice',
  language: 'en-US',
  complete: true,
  facts: [
    { kind: 'site-rule', name: 'customerNumber', value: 'Mobile: (415) 555-2671 (day)' },
    { kind: 'json-ld', name: 'Order.customer:Person.telephone', value: '+1 415 555 0132' },
    { kind: 'link', value: 'tel:+14155550199', label: 'Call' },
    { kind: 'meta', name: 'customer-id', value: 'C-20117' },
  ],
};

test('a rule’s fields are listed with what they find, or that they find nothing', () => {
  expect(previewRule(rule, page, options).ruled).toEqual([
    { field: 'customerNumber', shown: '+1 415 555 2671' },
    { field: 'ticket', shown: undefined },
  ]);
});

describe('what the page has without the rule', () => {
  const { found } = previewRule(rule, page, options);
  const source = (value: string) => found.find(({ candidate }) => candidate.value === value);

  test('names no value that the rule found', () => {
    expect(JSON.stringify(found)).not.toContain('2671');
    expect(found.map(({ field }) => field)).not.toContain('pageUrl');
  });

  test.each([
    ['+14155550132', { jsonLd: 'customer.telephone' }],
    ['+14155550187', { parameter: 'ani' }],
    ['+14155550199', undefined],
  ])('%s is found again by %j', (value, expected) => {
    expect(source(value)?.source).toEqual(expected);
  });

  test('and every source that is offered finds the value that it was offered for', () => {
    const offered = found.filter(({ source }) => source !== undefined);
    expect(offered.length).toBeGreaterThanOrEqual(3);
    for (const { field, candidate, source } of offered) {
      const made: SiteRule = { ...rule, fields: { [field]: source ?? {} } };
      expect([...fieldsOfRule(made, page, ['US'])][0]?.[1].value).toBe(candidate.value);
    }
  });
});

test('an id in the path is found again on the next page', () => {
  const url = 'https://crm.example.com/contacts/20117/edit';
  const { found } = previewRule(rule, { ...page, url, facts: [] }, options);
  const { source } = found.find(({ field }) => field === 'customerId') ?? {};
  const next = { ...page, url: 'https://crm.example.com/contacts/20342/edit', facts: [] };
  const made: SiteRule = { ...rule, fields: { customerId: source ?? {} } };
  expect([...fieldsOfRule(made, next, ['US'])][0]?.[1].value).toBe('20342');
});

test.each([
  ['tel:+15550199888', { selector: '.call', attribute: 'href', pattern: ':([^?]+)' }],
  ['(415) 555-2671', { selector: '.call' }],
])('an element that shows %s is read by %j', (text, source) => {
  expect(elementSource('.call', text)).toEqual(source);
});
