import { expect, test } from 'vitest';
import { siteRuleSchema } from '../settings/site-rule.ts';
import { showsCustomer } from './shows-customer.ts';
import type { PageFact } from './snapshot.ts';

const rule = siteRuleSchema.parse({
  name: 'CRM',
  match: ['https://ruled.example.com/*'],
  fields: { customerNumber: { selector: '.phone', pattern: '\\d{4,}' } },
});

test.each<[boolean, string, string, PageFact[]]>([
  [true, 'a link to call', 'crm', [{ kind: 'link', value: 'tel:+15550100', place: 'viewport' }]],
  [false, 'the firm’s own link', 'crm', [{ kind: 'link', value: 'tel:+15550100', place: 'rest' }]],
  [false, 'a link to mail', 'crm', [{ kind: 'link', value: 'mailto:a@b.example', place: 'main' }]],
  [true, 'a telephone input', 'crm', [{ kind: 'input', value: '1', name: 'tel tel phone' }]],
  [true, 'a customer’s id', 'crm', [{ kind: 'pair', label: 'Customer ID', value: 'C-1' }]],
  [
    true,
    'a person’s number in its data',
    'crm',
    [{ kind: 'json-ld', name: 'Person.telephone', value: '1' }],
  ],
  [
    false,
    'a firm’s number in its data',
    'crm',
    [{ kind: 'json-ld', name: 'Organization.telephone', value: '1' }],
  ],
  [
    true,
    'what the rule finds',
    'ruled',
    [{ kind: 'site-rule', name: 'customerNumber', value: 'Tel 5550' }],
  ],
  [
    false,
    'what the rule does not find',
    'ruled',
    [{ kind: 'link', value: 'tel:+15550100', place: 'viewport' }],
  ],
  [
    false,
    'what the rule’s pattern leaves out',
    'ruled',
    [{ kind: 'site-rule', name: 'customerNumber', value: 'none' }],
  ],
  [false, 'nothing', 'crm', []],
])('%s for %s', (expected, _, site, facts) => {
  const url = `https://${site}.example.com/`;
  const snapshot = { url, title: '', language: '', complete: true, facts };
  expect(showsCustomer(snapshot, [rule])).toBe(expected);
});
