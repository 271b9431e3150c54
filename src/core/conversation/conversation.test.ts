import { describe, expect, test } from 'vitest';
import {
  type ConversationSample,
  type ConversationWish,
  conversationSamples,
  createConversations,
} from '../../../test/sandbox/conversations.ts';
import { users } from '../../../test/sandbox/users.ts';
import { readListing } from './answer.ts';
import { type Conversation, conversationSchema, understand } from './conversation.ts';

const now = Date.parse('2026-11-02T09:30:00Z');
const me = users.agent.id;

function understood(wish: ConversationSample | ConversationWish, userId: string | undefined = me) {
  const entities = createConversations(() => now).set('agent', [wish]);
  const [answer] = readListing({ entities })?.conversations ?? [];
  return answer && understand(answer, userId);
}

const number = '+15550199800';

describe('a conversation of the sandbox', () => {
  test.each<[ConversationSample, Partial<Conversation>, ...object[]]>([
    [
      'inboundCall',
      { state: 'connected', media: 'call', direction: 'inbound' },
      { numbers: [number], nameKnown: true },
    ],
    [
      'outboundCall',
      { state: 'connected', media: 'call', direction: 'outbound' },
      { numbers: [number], nameKnown: false },
    ],
    ['heldCall', { state: 'held' }, { numbers: [number] }],
    ['ringingCall', { state: 'alerting' }, { numbers: [number] }],
    ['consult', { state: 'held' }, { numbers: [number] }],
    ['consultOutside', { state: 'held' }, { numbers: [number], name: 'Ada Sample' }],
    ['transferredBack', { state: 'connected', connectedAt: now - 288_000 }, { numbers: [number] }],
    ['transferredAway', { state: 'ended', endedAt: now - 60_000 }, { numbers: [number] }],
    ['conference', { state: 'connected' }, { numbers: [number] }, { numbers: ['+15550177000'] }],
    [
      'withheld',
      { state: 'connected' },
      { numbers: [], withheld: true, address: 'sip:anonymous@anonymous.invalid' },
    ],
    ['unknownCaller', {}, { numbers: [], withheld: true }],
    ['extensionCaller', {}, { numbers: ['30005'] }],
    ['internalCall', { state: 'connected' }],
    ['monitored', { state: 'connected', monitored: true }, { numbers: [number] }],
    ['afterCallWork', { state: 'after-call-work', endedAt: now - 20_000 }, { numbers: [number] }],
    ['ended', { state: 'ended', endedAt: now - 120_000 }, { numbers: [number] }],
    ['manyParticipants', { state: 'connected' }, { numbers: [number] }],
    ['sparse', { state: 'connected' }, { numbers: [], nameKnown: false }],
    [
      'callback',
      { media: 'callback' },
      { numbers: [number, '+15550188111'], name: 'Ada Sample', nameKnown: true },
    ],
    [
      'placedCallback',
      { media: 'callback' },
      { numbers: [number, '+15550188111'], name: 'Ada Sample' },
    ],
    ['chat', { media: 'chat' }, { numbers: [], name: 'Ada Sample', nameKnown: true }],
    ['sms', { media: 'message', platform: 'sms' }, { numbers: [number] }],
    ['outboundSms', { media: 'message', direction: 'outbound' }, { numbers: [number] }],
    ['whatsapp', { media: 'message', platform: 'whatsapp' }, { numbers: [number] }],
    ['webMessage', { media: 'message', platform: 'webmessaging' }, { numbers: [] }],
    ['openMessage', { media: 'message', platform: 'open' }, { numbers: [] }],
    ['parkedMessage', { state: 'held' }, { numbers: [] }],
    ['email', { media: 'email' }, { numbers: [], email: 'ada.sample@customer.example' }],
    ['socialPost', { media: 'social' }, { numbers: [], name: 'Ada Sample' }],
  ])('%s', (sample, expected, ...customers) => {
    const found = understood(sample);
    expect(found).toMatchObject({ ...expected, customers });
    expect(conversationSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  test('is in the table above, whichever it is', () => {
    expect(conversationSamples).toHaveLength(30);
  });

  test('tells when it began, from which queue it came, and what is known of the customer', () => {
    const sample = 'inboundCall';
    expect(
      understood({ sample, attributes: { a: '1', __proto__: 'x' }, externalContactId: 'contact' }),
    ).toMatchObject({
      startedAt: '2026-11-02T09:25:00.000Z',
      queueName: 'Support',
      queueId: expect.any(String),
      customers: [{ externalContactId: 'contact', attributes: [['a', '1']], attributesLeftOut: 0 }],
    });
  });

  test('of a conference names both customers, each with their own data', () => {
    expect(understood('conference')?.customers).toMatchObject([
      { name: 'Ada Sample', attributes: [['accountNumber', 'A-17']] },
      { name: 'Second Sample', attributes: [['accountNumber', 'of the second']] },
    ]);
  });

  test('is none of a user who has no part in it, and none that is still to come', () => {
    expect(understood('inboundCall', users.author.id)).toBeUndefined();
    expect(understood('scheduledCallback')).toBeUndefined();
  });
});
