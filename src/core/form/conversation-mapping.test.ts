import { describe, expect, test } from 'vitest';
import type { FlowInput } from './input-schema.ts';
import { mapInputs, type PageCandidate, type PageField, type PageFields } from './mapping.ts';
import { fillTemplate, soleField } from './template.ts';

const said = (value: string): PageCandidate => ({
  value,
  shown: value,
  source: { kind: 'conversation' },
});
const filled = (value: string): PageField => ({ best: said(value), others: [], filled: true });
const offered = (...values: string[]): PageField => ({
  others: values.map(said),
  filled: false,
});

const context: PageFields = {
  fields: {
    customerNumber: filled('+15550199888'),
    customerId: filled('C-7'),
    conversationId: filled('conversation id'),
    'conversation.queueName': filled('Support'),
    'conversation.queueId': filled('queue id'),
    'conversation.state': filled('connected'),
    'conversation.direction': filled('inbound'),
    'conversation.attributes.accountNumber': filled('A-17'),
    'conversation.attributes.Order No.': filled('O-1'),
    'conversation.attributes.__proto__': filled('odd'),
  },
};

function offerFor(name: string, fields = context, mapping = {}) {
  const given: FlowInput = { name, label: name, kind: 'string', required: false };
  return mapInputs([given], fields, mapping)[name];
}

describe('an input maps to the conversation by itself', () => {
  test.each([
    ['Flow.ani', '+15550199888'],
    ['Flow.customerNumber', '+15550199888'],
    ['Flow.conversationId', 'conversation id'],
    ['Flow.queueName', 'Support'],
    ['Flow.queue_name', 'Support'],
    ['Flow.QueueID', 'queue id'],
    ['Flow.accountNumber', 'A-17'],
    ['Flow.Account_Number', 'A-17'],
    ['Flow.orderNo', 'O-1'],
    ['Flow.conversationState', 'connected'],
    ['Flow.conversationDirection', 'inbound'],
    // A state may be one of the United States.
    ['Flow.state', undefined],
    ['Flow.direction', undefined],
    ['Flow.proto', 'odd'],
  ])('%s: %s', (name, value) => {
    expect(offerFor(name)?.offered?.value).toBe(value);
  });
});

test('a field whose values are only offered fills nothing in, and offers them first', () => {
  const fields = {
    fields: { ...context.fields, customerNumber: offered('+15550199888', '+493023125555') },
  };
  const offer = offerFor('Flow.phone', fields);
  expect(offer?.offered).toBeUndefined();
  expect(offer?.candidates.slice(0, 2).map(({ value }) => value)).toEqual([
    '+15550199888',
    '+493023125555',
  ]);
  expect(
    offerFor('Flow.note', fields, { 'Flow.note': '{{customerNumber}}' })?.offered,
  ).toBeUndefined();
  expect(
    offerFor('Flow.note', fields, { 'Flow.note': 'To {{customerNumber}}' })?.offered?.value,
  ).toBe('To ');
});

test('what has a value to fill in goes before what is only offered', () => {
  const fields = {
    fields: { ...context.fields, 'conversation.attributes.accountNumber': offered('A-17') },
  };
  expect(offerFor('Flow.accountNumber', fields)?.offered?.value).toBe('C-7');
});

describe('a template names participant data', () => {
  test.each([
    ['{{conversation.attributes.Account No.}}', 'conversation.attributes.Account No.'],
    ['{{ conversation.attributes.a b }}', 'conversation.attributes.a b'],
    ['{{conversation.queueName}}', 'conversation.queueName'],
    ['{{a b}}', undefined],
    ['x {{conversation.id}}', undefined],
  ])('%s: %s', (template, field) => {
    expect(soleField(template)).toBe(field);
  });

  test('within words, and what is no name stays as it is', () => {
    const values: Record<string, string> = { 'conversation.attributes.a b': '1', id: '2' };
    const text = '{{conversation.attributes.a b}}/{{id}}/{{missing}}/{{a b}}';
    expect(fillTemplate(text, (name) => values[name])).toBe('1/2//{{a b}}');
  });
});
