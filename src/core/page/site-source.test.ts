import { expect, test } from 'vitest';
import { siteRuleSchema } from '../settings/site-rule.ts';
import { pageContext } from './context.ts';
import { ruleOfPage } from './site-source.ts';
import type { PageFact } from './snapshot.ts';

const url = 'https://crm.example.com/record';
const rules = [
  { name: 'people', types: ['Person', 'profile'], fields: { customerId: { selector: '.person' } } },
  { name: 'orders', types: ['Order'], fields: { customerId: { selector: '.order' } } },
  { name: 'rest' },
].map((rule) => siteRuleSchema.parse({ match: ['https://crm.example.com/*'], ...rule }));

test.each<[string, PageFact[], string]>([
  ['structured data', [{ kind: 'json-ld', name: 'Person.name', value: 'Ann' }], 'people'],
  ['its markup', [{ kind: 'microdata', name: 'Order.orderNumber', value: '7' }], 'orders'],
  ['og:type', [{ kind: 'meta', name: 'og:type', value: 'Profile' }], 'people'],
  [
    'what it is about rather than who is in it',
    [{ kind: 'json-ld', name: 'Order.customer:Person.name', value: 'Ann' }],
    'orders',
  ],
  ['no type that a rule asks for', [{ kind: 'meta', name: 'og:type', value: 'website' }], 'rest'],
  ['no type at all', [], 'rest'],
  ['data without a type', [{ kind: 'json-ld', name: '.name', value: 'Ann' }], 'rest'],
])('a page has its rule by %s', (_, facts, expected) => {
  expect(ruleOfPage(rules, { url, facts })?.name).toBe(expected);
});

test('of what the rules of several types point at, a page gets what its own rule does', () => {
  const found = (label: string, value: string): PageFact[] => [
    { kind: 'site-rule', name: 'customerId', label, value },
  ];
  const facts = [
    ...found('Person, profile', 'P1'),
    ...found('Order', 'O2'),
    { kind: 'json-ld', name: 'Order.orderNumber', value: '7' } as const,
  ];
  const page = { url, title: '', language: '', complete: true, facts };
  const { fields } = pageContext(page, { defaultCountry: 'US', siteRules: rules });
  expect(fields.customerId?.best.value).toBe('O2');
});
