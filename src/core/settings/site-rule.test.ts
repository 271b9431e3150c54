import { describe, expect, test } from 'vitest';
import { pageContext } from '../page/context.ts';
import type { PageFact } from '../page/snapshot.ts';
import {
  type FieldSource,
  ruleFor,
  type SiteRule,
  selectorsOf,
  siteRuleSchema,
} from './site-rule.ts';

describe('site rules', () => {
  const crm = (fields: Record<string, FieldSource>, more: Partial<SiteRule> = {}): SiteRule => ({
    name: 'CRM',
    match: ['https://crm.example.com/*'],
    fields,
    ...more,
  });
  const fieldOn = (
    source: FieldSource,
    facts: PageFact[] = [],
    url = 'https://crm.example.com/contacts/77?id=C-9#/x?tab=2',
  ) =>
    pageContext(
      { url, title: '', language: '', complete: true, facts },
      { defaultCountry: 'DE', siteRules: [crm({ customerId: source })] },
    ).fields.customerId?.best;

  test('the first that means the address wins', () => {
    const rules = [
      crm({}, { match: ['https://other.example.com/*'] }),
      crm({}, { name: 'second' }),
      crm({}, { name: 'third' }),
    ];
    expect(ruleFor(rules, 'https://crm.example.com/')?.name).toBe('second');
    expect(ruleFor(rules, 'https://example.org/')).toBeUndefined();
  });

  test.each([
    ['https://crm.example.com/app#/contacts/77', 'contacts'],
    ['https://crm.example.com/app#/contacts/77?tab=1', 'contacts'],
    ['https://crm.example.com/app#/orders/9', 'orders'],
    ['https://crm.example.com/app#%2Forders%2F9', 'orders'],
    ['https://crm.example.com/app#/settings', 'rest'],
    ['https://crm.example.com/app', 'rest'],
  ])('by what stands behind #, %s is of %s', (address, expected) => {
    const rules = [
      crm({}, { name: 'contacts', hash: ['/contacts/*'] }),
      crm({}, { name: 'orders', hash: ['#/invoices/*', '#/orders/*'] }),
      crm({}, { name: 'rest' }),
    ];
    expect(ruleFor(rules, address)?.name).toBe(expected);
  });

  test.each<[string, FieldSource, PageFact[], string]>([
    [
      'an element',
      { selector: '.id' },
      [{ kind: 'site-rule', name: 'customerId', value: ' K1 ' }],
      'K1',
    ],
    [
      'JSON-LD',
      { jsonLd: 'customer.identifier' },
      [{ kind: 'json-ld', name: 'Order.customer:Person.identifier', value: 'K2' }],
      'K2',
    ],
    [
      'JSON-LD by type',
      { jsonLd: 'Person.identifier' },
      [{ kind: 'json-ld', name: 'Order.customer:Person.identifier', value: 'K2' }],
      'K2',
    ],
    ['a meta element', { meta: 'crm:id' }, [{ kind: 'meta', name: 'crm:id', value: 'K3' }], 'K3'],
    ['a parameter', { parameter: 'id' }, [], 'C-9'],
    ['a parameter behind #', { parameter: 'tab' }, [], '2'],
    ['the address', { pattern: 'contacts/(\\d+)' }, [], '77'],
    [
      'the next source where the first has nothing',
      { selector: '.id', parameter: 'id' },
      [],
      'C-9',
    ],
    [
      'the first value that the pattern takes',
      { meta: 'x', pattern: 'K\\d' },
      [
        { kind: 'meta', name: 'x', value: 'no' },
        { kind: 'meta', name: 'x', value: 'a K4' },
      ],
      'K4',
    ],
    ['a default', { selector: '.none', filters: ['default:unknown'] }, [], 'unknown'],
  ])('find a field in %s', (_, source, facts, expected) => {
    expect(fieldOn(source, facts)).toMatchObject({
      value: expected,
      certainty: 'certain',
      source: { kind: 'site-rule', label: 'CRM' },
    });
  });

  test('outweigh what was found otherwise, but not what the rule lacks', () => {
    const facts: PageFact[] = [
      { kind: 'link', value: 'tel:+15550199888', place: 'viewport' },
      { kind: 'site-rule', name: 'customerNumber', value: '030 123456' },
    ];
    const context = pageContext(
      { url: 'https://crm.example.com/', title: '', language: '', complete: true, facts },
      {
        defaultCountry: 'US',
        siteRules: [
          crm(
            { customerNumber: { selector: 'b' }, email: { selector: 'i' } },
            { country: 'DE', contactType: 'chat' },
          ),
        ],
      },
    );
    expect(context.fields.customerNumber?.best.value).toBe('+4930123456');
    expect(context.fields.customerNumber?.others.map(({ value }) => value)).toEqual([
      '+15550199888',
    ]);
    expect(context.fields.contactType?.best.value).toBe('Chat');
    expect(context.fields.email).toBeUndefined();
  });

  test('tell the reader which elements to look up', () => {
    const rule = crm({ a: { selector: '.a', attribute: 'href' }, b: { meta: 'b' } });
    expect(selectorsOf([rule])).toEqual([{ field: 'a', selector: '.a', attribute: 'href' }]);
    expect(selectorsOf([])).toEqual([]);
  });

  test.each([
    ['no match pattern', { name: 'x', match: ['crm.example.com'] }],
    [
      'an expression that cannot be run',
      { name: 'x', match: ['https://a.example/*'], fields: { a: { pattern: '(a)\\1' } } },
    ],
    [
      'a selector of hundreds of steps',
      {
        name: 'x',
        match: ['https://a.example/*'],
        fields: { a: { selector: `*:has(${'* '.repeat(300)}b)` } },
      },
    ],
    [
      'an unknown filter',
      { name: 'x', match: ['https://a.example/*'], fields: { a: { filters: ['eval'] } } },
    ],
    [
      'a field without a proper name',
      { name: 'x', match: ['https://a.example/*'], fields: { '1 a': { meta: 'a' } } },
    ],
  ])('with %s are refused', (_, rule) => {
    expect(siteRuleSchema.safeParse(rule).success).toBe(false);
  });

  test('lose a field that would reach the prototype', () => {
    const rule = JSON.parse(
      '{"name":"x","match":["https://a.example/*"],"fields":{"__proto__":{"meta":"a"}}}',
    );
    expect(Object.getOwnPropertyNames(siteRuleSchema.parse(rule).fields)).toEqual([]);
  });
});
