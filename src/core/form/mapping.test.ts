import { describe, expect, test } from 'vitest';
import type { FlowInput } from './input-schema.ts';
import { mapInputs, offeredValues, type PageFields } from './mapping.ts';
import { fieldOfDescription, fieldOfName } from './names.ts';

describe('an input asks for a field of the page by its name', () => {
  test.each([
    ['Flow.customerNumber', 'customerNumber'],
    ['Flow.phone', 'customerNumber'],
    ['Flow.ANI', 'customerNumber'],
    ['flow.caller_number', 'customerNumber'],
    ['callerid', 'customerNumber'],
    ['CustomerPhoneNumber', 'customerNumber'],
    ['phoneNumberE164', 'customerNumber'],
    ['Telefonnummer', 'customerNumber'],
    ['numéroDeTéléphone', 'customerNumber'],
    ['電話番号', 'customerNumber'],
    ['Kundennummer', 'customerId'],
    ['Flow.customerId', 'customerId'],
    ['CRM ID', 'customerId'],
    ['customerEmail', 'email'],
    ['E-Mail', 'email'],
    ['emailAddress', 'email'],
    ['contactType', 'contactType'],
    ['media_type', 'contactType'],
    ['conversationId', 'conversationId'],
    ['conversationID', 'conversationId'],
    ['customerName', 'customerName'],
    ['selectedText', 'selection'],
    ['pageUrl', 'pageUrl'],
    ['URL', 'pageUrl'],
    ['agentEmail', undefined],
    ['phoneType', undefined],
    ['queueName', undefined],
    ['number', undefined],
    ['customer', undefined],
    ['Flow.', undefined],
  ])('%s: %s', (name, field) => {
    expect(fieldOfName(name)).toBe(field);
  });
});

describe('a description is believed where it mentions one field', () => {
  test.each([
    ['The phone number to call, in E.164', 'customerNumber'],
    ['E-mail address of the customer', 'email'],
    ['Phone number or e-mail address', undefined],
    ['How often to call', undefined],
  ])('%s: %s', (description, field) => {
    expect(fieldOfDescription(description)).toBe(field);
  });
});

const page: PageFields = {
  fields: {
    customerNumber: {
      best: { value: '+15550199888', shown: '+1 555-019-9888', source: { kind: 'link' } },
      others: [{ value: '+15550100', shown: '+1 555-0100', source: { kind: 'text' } }],
      filled: true,
    },
    contactType: {
      best: { value: 'phone', shown: 'phone', source: { kind: 'parameter' } },
      others: [],
      filled: true,
    },
    orderNumber: {
      best: { value: 'A-7', shown: 'A-7', source: { kind: 'site-rule', label: 'Order' } },
      others: [],
      filled: true,
    },
  },
};

function input(name: string, more: Partial<FlowInput> = {}): FlowInput {
  return { name, label: name, kind: 'string', required: false, ...more };
}

function offerFor(given: FlowInput, mapping?: Record<string, string>) {
  return mapInputs([given], page, mapping)[given.name];
}

describe('what an input is filled with', () => {
  test.each<[string, FlowInput, Record<string, string> | undefined, string | undefined]>([
    ['its field', input('Flow.phone'), undefined, '+15550199888'],
    ['its field, as a number', input('phone', { kind: 'integer' }), undefined, '+15550199888'],
    ['the field of a rule', input('Flow.order_number'), undefined, 'A-7'],
    ['what its title says', input('Flow.p1', { label: 'Phone number' }), undefined, '+15550199888'],
    [
      'what its description says',
      input('p1', { description: 'Phone number, E.164' }),
      undefined,
      '+15550199888',
    ],
    [
      'the spelling of a choice',
      input('contactType', { kind: 'choice', choices: ['Email', 'Phone'] }),
      undefined,
      'Phone',
    ],
    ['a template', input('Flow.note'), { 'Flow.note': '{{ customerNumber }}' }, '+15550199888'],
    [
      'a template with words',
      input('Flow.note'),
      { 'Flow.note': 'Call {{customerNumber}}{{missing}}' },
      'Call +15550199888',
    ],
    ['fixed words', input('Flow.phone'), { 'Flow.phone': 'reception' }, 'reception'],
    ['nothing, where the template says so', input('Flow.phone'), { 'Flow.phone': '' }, undefined],
    [
      'nothing, where the template names what is not there',
      input('Flow.phone'),
      { 'Flow.phone': '{{email}}' },
      undefined,
    ],
    [
      'nothing, where no choice fits',
      input('contactType', { kind: 'choice', choices: ['Web'] }),
      undefined,
      undefined,
    ],
    [
      'nothing, where the kind does not fit',
      input('phone', { kind: 'date' }),
      undefined,
      undefined,
    ],
    ['nothing, where the name says nothing', input('Flow.reason'), undefined, undefined],
  ])('%s', (_what, given, mapping, value) => {
    expect(offerFor(given, mapping)?.offered?.value).toBe(value);
  });
});

test('the source names the field and the way it was found', () => {
  expect(offerFor(input('Flow.phone'))?.offered?.source).toEqual({
    kind: 'link',
    field: 'customerNumber',
    label: undefined,
  });
});

test('the field’s own finds can be switched to first, then those of other fields', () => {
  const candidates = offerFor(input('Flow.phone'))?.candidates;
  expect(candidates?.map(({ value }) => value)).toEqual([
    '+15550199888',
    '+15550100',
    'phone',
    'A-7',
  ]);
});

test('an input that nothing is known for can still be given something of the page', () => {
  expect(offerFor(input('Flow.reason'))?.candidates.map(({ shown }) => shown)).toEqual([
    '+1 555-019-9888',
    'phone',
    'A-7',
  ]);
});

test.each<Partial<FlowInput>>([{ kind: 'integer' }, { kind: 'json' }, { kind: 'date' }])(
  'an input of %j is offered nothing but what belongs to it',
  (kind) => {
    expect(offerFor(input('Flow.priority', kind))?.candidates).toEqual([]);
  },
);

test('only what was found is handed to the form', () => {
  const offers = mapInputs([input('Flow.phone'), input('Flow.reason')], page);
  expect(Object.keys(offeredValues(offers))).toEqual(['Flow.phone']);
});

test('an input named like a part of every object asks for nothing', () => {
  expect(offerFor(input('constructor'), {})?.offered).toBeUndefined();
  expect(offerFor(input('__proto__'))?.offered).toBeUndefined();
});
