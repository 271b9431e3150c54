import { describe, expect, test } from 'vitest';
import { candidate, conversationWith, idOf, pageOf } from '../../../test/harness/conversations.ts';
import { defaultContactTypes } from '../settings/settings.ts';
import { type ContextFields, contextFields } from './fields.ts';
import { customerOfPage, type PageFields } from './page-customer.ts';
import { type Choice, whichCustomer } from './which-customer.ts';

const call = conversationWith({
  id: idOf(1),
  direction: 'inbound',
  startedAt: '2026-11-02T09:00:00Z',
  queueId: 'queue id',
  queueName: 'Support',
  customers: [
    {
      numbers: ['+14155550101', '+14155550109'],
      extension: '7',
      name: 'Ada Sample',
      nameKnown: true,
      email: 'ada@example.com',
      externalContactId: 'contact id',
      attributes: [
        ['Account Number', 'A-17'],
        ['__proto__', 'x'],
      ],
    },
  ],
});

function fieldsFor(page: PageFields | undefined, live = [call], choice?: Choice): ContextFields {
  const decision = whichCustomer({
    page: customerOfPage(page),
    conversations: live,
    complete: true,
    first: 'ask',
    choice,
  });
  const readNumber = (number: string) => ({ value: number, shown: `shown ${number}` });
  return contextFields(page, decision, { contactTypes: defaultContactTypes, readNumber });
}

const filled = (fields: ContextFields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { best, filled }]) =>
      best && filled ? [[name, best.value]] : [],
    ),
  );
const offered = (fields: ContextFields, name: string) =>
  fields[name]?.others.map(({ value }) => value);

const party = `${idOf(1)} customer 0`;

test('without a conversation the page’s fields are all', () => {
  const page = pageOf({ customerNumber: ['+493023125555'], pageUrl: ['https://crm.example/1'] });
  expect(contextFields(page, undefined, { contactTypes: [], readNumber: () => undefined })).toEqual(
    page.fields,
  );
});

test('a conversation alone gives all that it has, under its own names and the usual ones', () => {
  expect(filled(fieldsFor(undefined))).toEqual({
    'conversation.id': idOf(1),
    'conversation.customerNumber': '+14155550101',
    'conversation.customerExtension': '7',
    'conversation.contactType': 'Voice',
    'conversation.direction': 'inbound',
    'conversation.queueName': 'Support',
    'conversation.queueId': 'queue id',
    'conversation.customerName': 'Ada Sample',
    'conversation.email': 'ada@example.com',
    'conversation.externalContactId': 'contact id',
    'conversation.startedAt': '2026-11-02T09:00:00Z',
    'conversation.state': 'connected',
    'conversation.attributes.Account Number': 'A-17',
    'conversation.attributes.__proto__': 'x',
    conversationId: idOf(1),
    customerNumber: '+14155550101',
    customerExtension: '7',
    contactType: 'Voice',
    customerName: 'Ada Sample',
    email: 'ada@example.com',
  });
  const { customerNumber } = fieldsFor(undefined);
  expect(customerNumber?.best).toMatchObject({ shown: 'shown +14155550101', certainty: 'certain' });
  expect(customerNumber?.others.map(({ value }) => value)).toEqual(['+14155550109']);
});

test('where both agree, what the page says goes along, and what both say is certain', () => {
  const page = pageOf({
    customerNumber: ['+14155550101', '+14155550102'],
    customerId: ['C-7'],
    customerName: ['Ms Ada Sample'],
    conversationId: ['99999999-0000-4000-8000-000000000000'],
    contactType: ['SMS'],
  });
  const fields = fieldsFor(page);
  expect(filled(fields)).toMatchObject({
    customerNumber: '+14155550101',
    customerId: 'C-7',
    customerName: 'Ms Ada Sample',
    'conversation.queueName': 'Support',
    // Not that of an earlier conversation which the page lists.
    conversationId: idOf(1),
    contactType: 'Voice',
  });
  expect(fields.customerNumber?.best).toMatchObject({
    certainty: 'certain',
    source: { kind: 'link' },
  });
  expect(offered(fields, 'customerName')).toEqual(['Ada Sample']);
});

test('a site rule and a click say better how the customer is to be reached', () => {
  for (const kind of ['site-rule', 'clicked-link'] as const) {
    const page = pageOf({
      customerNumber: ['+14155550101'],
      contactType: [candidate('SMS', kind)],
    });
    expect(filled(fieldsFor(page)).contactType).toBe('SMS');
  }
});

describe('where they disagree', () => {
  const page = pageOf({
    customerNumber: ['+493023125555'],
    customerId: ['C-7'],
    orderId: ['O-1'],
    pageUrl: ['https://crm.example/1'],
    selection: ['some words'],
  });

  test('nothing of either customer is filled in, and both are offered', () => {
    const fields = fieldsFor(page);
    expect(filled(fields)).toEqual({ pageUrl: 'https://crm.example/1', selection: 'some words' });
    expect(offered(fields, 'customerNumber')).toEqual([
      '+14155550101',
      '+14155550109',
      '+493023125555',
    ]);
    expect(offered(fields, 'conversation.queueName')).toEqual(['Support']);
    expect(offered(fields, 'customerId')).toEqual(['C-7']);
  });

  test('the page, once chosen, gives its own fields and none of the conversation', () => {
    const fields = fieldsFor(page, [call], { take: 'page' });
    expect(filled(fields)).toEqual(
      Object.fromEntries(
        Object.entries(page.fields).map(([name, field]) => [name, field?.best.value]),
      ),
    );
    expect(offered(fields, 'customerNumber')).toEqual(['+14155550101', '+14155550109']);
  });

  test('the conversation, once chosen, gives its fields and none of the page’s customer', () => {
    const fields = fieldsFor(page, [call], { take: 'conversation', party });
    expect(filled(fields)).toMatchObject({
      customerNumber: '+14155550101',
      'conversation.id': idOf(1),
    });
    expect(filled(fields)).not.toHaveProperty('customerId');
    expect(filled(fields)).not.toHaveProperty('orderId');
    expect(offered(fields, 'customerNumber')).toEqual(['+14155550109', '+493023125555']);
  });

  test('both, once they are said to be one customer, go together', () => {
    expect(filled(fieldsFor(page, [call], { take: 'both', party }))).toMatchObject({
      customerNumber: '+14155550101',
      customerId: 'C-7',
      'conversation.id': idOf(1),
    });
  });
});

test('a name that a network claims is offered and not filled in', () => {
  const live = [
    conversationWith({ customers: [{ numbers: ['+14155550101'], name: 'Chicago IL' }] }),
  ];
  const fields = fieldsFor(undefined, live);
  expect(fields.customerName).toMatchObject({ best: { value: 'Chicago IL' }, filled: false });
});

test('a number that is no E.164 is less than certain', () => {
  const live = [conversationWith({ customers: [{ numbers: ['30005'] }] })];
  expect(fieldsFor(undefined, live).customerNumber?.best).toMatchObject({
    value: '30005',
    certainty: 'likely',
  });
});

test('a number of the page that is only possible does not contradict', () => {
  const page = pageOf({ customerNumber: [candidate('+493023125555', 'text', 'possible')] });
  expect(filled(fieldsFor(page)).customerNumber).toBe('+14155550101');
});
