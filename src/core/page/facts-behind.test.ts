import { expect, test } from 'vitest';
import { siteRuleSchema } from '../settings/site-rule.ts';
import { pageContext } from './context.ts';
import { factsOf } from './facts-behind.ts';
import { saysTheSame } from './look.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

const url = 'https://crm.example.com/record';
const pageOf = (facts: PageFact[]): PageSnapshot => ({
  ...{ url, title: '', language: 'en', complete: true, facts },
});

/** A launch is filled from one record; then the same document shows the next one. */
test.each<[string, object, (customer: string) => PageFact]>([
  [
    'points at',
    { selector: '.id' },
    (value) => ({ kind: 'site-rule', name: 'customerId', label: '', value }),
  ],
  [
    'points at and changes',
    { selector: '.id', filters: ['trim', 'lower'] },
    (value) => ({ kind: 'site-rule', name: 'customerId', label: '', value }),
  ],
  [
    'takes a part of',
    { selector: '.id', pattern: 'ID: (\\S+)' },
    (value) => ({ kind: 'site-rule', name: 'customerId', label: '', value: `ID: ${value} (open)` }),
  ],
  [
    'takes out of structured data',
    { jsonLd: 'Person.identifier' },
    (value) => ({ kind: 'json-ld', name: 'Person.identifier', value }),
  ],
  [
    'takes out of a meta element',
    { meta: 'customer', filters: ['upper'] },
    (value) => ({ kind: 'meta', name: 'customer', value }),
  ],
])('another value of what a site rule %s is noticed before the launch', (_, source, fact) => {
  const siteRules = [
    siteRuleSchema.parse({ name: 'CRM', match: [`${url}*`], fields: { customerId: source } }),
  ];
  const options = { defaultCountry: 'US', siteRules };
  const first = pageOf([fact('Ab-20341')]);
  const context = pageContext(first, options);
  expect(context.fields.customerId?.best.source.kind).toBe('site-rule');
  const facts = factsOf(first, context, siteRules[0]).customerId ?? [];
  const look = { tabId: 7, documentId: 'd', address: url, facts: [...facts] };
  const now = (snapshot: PageSnapshot) => saysTheSame(look, { documentId: 'd', snapshot });
  expect(now(first)).toBe(true);
  expect(now(pageOf([fact('Cd-20342')]))).toBe(false);
});
