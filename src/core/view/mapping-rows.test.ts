import { expect, test } from 'vitest';
import { callWith, conversationWith } from '../../../test/harness/conversations.ts';
import { alice, readingOf } from '../../../test/harness/view-pages.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { everyInput, type FlowInput } from '../form/input-schema.ts';
import { settingsSchema } from '../settings/settings.ts';
import { fieldsOfConversation, mappingRows, partyInHand } from './mapping-rows.ts';

const settings = settingsSchema.parse({});
const page = readingOf(alice, 0).context;
const nothing = { fields: {} };

const input = (name: string): FlowInput => ({ name, label: name, kind: 'string', required: false });

function fieldsOf(...conversations: Conversation[]) {
  const known = conversations.map((conversation) => ({ conversation, seenAt: 0 }));
  const party = partyInHand({ readAt: 0, conversations: known, complete: true });
  return party ? fieldsOfConversation(party, settings) : nothing;
}

test('an input has the value beside it that it would get by itself, of each source', () => {
  const talk = callWith('+493023125555');
  const [row] = mappingRows([input('Flow.ani')], page, fieldsOf(talk));
  expect(row?.page.likely).toEqual({ field: 'customerNumber', shown: '+1 555 019 9888' });
  expect(row?.conversation.likely).toEqual({
    field: 'conversation.customerNumber',
    shown: '+49 30 23125555',
  });
});

test('every field of a conversation is named as its own, participant data among them', () => {
  const talk = conversationWith({
    queueName: 'Support',
    customers: [{ attributes: [['Order No.', 'O-1']] }],
  });
  const [row] = mappingRows([input('Flow.reason')], nothing, fieldsOf(talk));
  const fields = row?.conversation.all.map(({ field }) => field) ?? [];
  expect(fields).toContain('conversation.queueName');
  expect(fields).toContain('conversation.id');
  expect(fields).toContain('conversation.attributes.Order No.');
  expect(fields.filter((field) => !field.startsWith('conversation.'))).toEqual([]);
  expect(row?.conversation.likely).toBeUndefined();
});

test('of several conversations it is the one that is connected', () => {
  const held = callWith('+493023125555', 'held', 1);
  const connected = callWith('+15550199888', 'connected', 2);
  const [row] = mappingRows([input('Flow.ani')], nothing, fieldsOf(held, connected));
  expect(row?.conversation.likely?.shown).toBe('+1 555 019 9888');
});

test('a flow that names no inputs has no rows', () => {
  expect(mappingRows([input(everyInput)], page, nothing)).toEqual([]);
});
