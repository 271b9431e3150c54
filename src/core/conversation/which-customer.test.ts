import { describe, expect, test } from 'vitest';
import {
  callWith,
  conversationWith,
  idOf,
  noPage,
  pageWith,
} from '../../../test/harness/conversations.ts';
import type { ContextSource } from '../settings/settings.ts';
import type { PageCustomer } from './agreement.ts';
import type { Conversation } from './conversation.ts';
import { type Decision, whichCustomer } from './which-customer.ts';

const ada = '+14155550101';
const ben = '+14155550102';
const cleo = '+493023125555';

const adaCalls = callWith(ada);
const benHeld = callWith(ben, 'held', 2);
const benToo = callWith(ben, 'connected', 2);
const guest = conversationWith({
  media: 'message',
  customers: [{ name: 'Ada Sample', nameKnown: true }],
});
const adaByMail = conversationWith({ media: 'email', customers: [{ email: 'ada@example.com' }] });

type State = Conversation['state'];

interface Case {
  page?: PageCustomer;
  live?: Conversation[];
  first?: ContextSource;
  complete?: boolean;
}

const decide = ({ page = noPage, live = [], first = 'ask', complete = true }: Case) =>
  whichCustomer({ page, conversations: live, complete, first });

describe('which customer', () => {
  test.each<[string, Case, Partial<Decision>]>([
    ['nothing is known', {}, { verdict: 'none', take: 'page', sure: true }],
    ['only the page tells', { page: pageWith(ada) }, { verdict: 'page', take: 'page', sure: true }],
    [
      'only the conversation tells',
      { live: [adaCalls] },
      { verdict: 'conversation', take: 'both', sure: true },
    ],
    [
      'the page has an ID and no number',
      { page: { ...noPage, isAnyone: false }, live: [adaCalls] },
      { verdict: 'conversation', take: 'conversation', sure: false },
    ],
    [
      'they agree',
      { page: pageWith(ada), live: [adaCalls] },
      { verdict: 'agree', take: 'both', sure: true },
    ],
    [
      'they agree by email',
      { page: { ...noPage, email: 'Ada@Example.com' }, live: [adaByMail] },
      { verdict: 'agree', take: 'both', sure: true },
    ],
    [
      'they agree by name alone',
      { page: pageWith(ada, { name: 'Sample, Ada' }), live: [guest] },
      { verdict: 'agree', take: 'both', sure: false },
    ],
    [
      'the page has the number among others',
      { page: pageWith(ben, { otherNumbers: [ben, ada] }), live: [adaCalls] },
      { verdict: 'mentioned', take: 'conversation', sure: false },
    ],
    [
      'they disagree',
      { page: pageWith(cleo), live: [adaCalls] },
      { verdict: 'disagree', take: 'neither', sure: false },
    ],
    [
      'they disagree, and the conversation goes first',
      { page: pageWith(cleo), live: [adaCalls], first: 'conversation' },
      { verdict: 'disagree', take: 'conversation', sure: false },
    ],
    [
      'they disagree, and the page goes first',
      { page: pageWith(cleo), live: [adaCalls], first: 'page' },
      { verdict: 'disagree', take: 'page', sure: false },
    ],
    [
      'they disagree in number, though the name is the same',
      {
        page: pageWith(cleo, { name: 'Ada Sample' }),
        live: [conversationWith({ customers: [{ numbers: [ada], name: 'Ada Sample' }] })],
      },
      { verdict: 'disagree', take: 'neither', sure: false },
    ],
    [
      'they disagree, and the page’s number was clicked',
      { page: pageWith(cleo, { pointedAt: true }), live: [adaCalls] },
      { verdict: 'disagree', take: 'page', sure: false },
    ],
    [
      'nothing can be compared',
      { page: pageWith(cleo), live: [guest] },
      { verdict: 'uncertain', take: 'neither', sure: false },
    ],
    [
      'nothing can be compared, and the page goes first',
      { page: pageWith(cleo), live: [guest], first: 'page' },
      { verdict: 'uncertain', take: 'page', sure: false },
    ],
    [
      'the page agrees with one on hold, while another one talks',
      { page: pageWith(ben), live: [benHeld, adaCalls] },
      { verdict: 'disagree', take: 'neither', sure: false },
    ],
    [
      'one talks and one is on hold',
      { live: [benHeld, adaCalls] },
      { verdict: 'conversation', take: 'both', sure: true },
    ],
    [
      'two talk',
      { live: [adaCalls, benToo] },
      { verdict: 'several', take: 'neither', sure: false },
    ],
    [
      'two talk, and the page is about one of them',
      { page: pageWith(ben), live: [adaCalls, benToo] },
      { verdict: 'agree', take: 'both', sure: true },
    ],
    [
      'two talk, the page is about a third, and goes first',
      { page: pageWith(cleo), live: [adaCalls, benToo], first: 'page' },
      { verdict: 'several', take: 'page', sure: false },
    ],
    [
      'two talk, and a conversation goes first',
      { live: [adaCalls, benToo], first: 'conversation' },
      { verdict: 'several', take: 'neither', sure: false },
    ],
    [
      'two talk in one conference',
      { live: [conversationWith({ customers: [{ numbers: [ada] }, { numbers: [ben] }] })] },
      { verdict: 'several', take: 'neither', sure: false },
    ],
    [
      'the list is not whole',
      { live: [adaCalls], complete: false },
      { verdict: 'several', take: 'neither', sure: false },
    ],
    [
      'the list is not whole, and the page agrees',
      { page: pageWith(ada), live: [adaCalls], complete: false },
      { verdict: 'agree', take: 'both' },
    ],
    [
      'somebody rings while the page tells of another',
      { page: pageWith(cleo), live: [callWith(ada, 'alerting')] },
      { verdict: 'page', take: 'page' },
    ],
    [
      'somebody rings, and the page is about them',
      { page: pageWith(ada), live: [callWith(ada, 'alerting')] },
      { verdict: 'agree', take: 'both' },
    ],
    [
      'somebody rings, and the page tells of nobody',
      { live: [callWith(ada, 'alerting')] },
      { verdict: 'conversation', take: 'both', sure: false },
    ],
    [
      'a call is to be wrapped up',
      { live: [callWith(ada, 'after-call-work')] },
      { verdict: 'conversation', take: 'both' },
    ],
    [
      'a call is to be wrapped up while somebody else is on hold',
      { page: pageWith(ben), live: [callWith(ada, 'after-call-work'), benHeld] },
      { verdict: 'agree', take: 'both' },
    ],
    ['a call has ended', { live: [callWith(ada, 'ended')] }, { verdict: 'none', take: 'page' }],
    [
      'a colleague’s call is listened to',
      { live: [{ ...adaCalls, monitored: true }] },
      { verdict: 'none', take: 'page' },
    ],
    [
      'a colleague calls',
      { live: [conversationWith({ customers: [] })] },
      { verdict: 'none', take: 'page' },
    ],
    [
      'the page’s address names the conversation, whatever numbers the page has',
      { page: pageWith(cleo, { conversationId: idOf(2) }), live: [adaCalls, benHeld] },
      { verdict: 'agree', take: 'both', sure: true },
    ],
    [
      'the page’s address names one that has ended',
      { page: pageWith(cleo, { conversationId: idOf(3) }), live: [callWith(ada, 'ended', 3)] },
      { verdict: 'agree', take: 'both', sure: false },
    ],
    [
      'the page’s address names a conference',
      {
        page: { ...noPage, conversationId: idOf(1) },
        live: [conversationWith({ customers: [{ numbers: [ada] }, { numbers: [ben] }] })],
      },
      { verdict: 'several', take: 'neither', sure: false },
    ],
    [
      'the page’s address names the conversation of another user',
      { page: { ...noPage, conversationId: idOf(9) }, live: [adaCalls] },
      { verdict: 'disagree', take: 'neither', sure: false },
    ],
    [
      'the page’s address names the conversation of another user, and nobody talks',
      { page: { ...noPage, conversationId: idOf(9) } },
      { verdict: 'none', take: 'page', sure: true },
    ],
  ])('%s', (_, facts, expected) => {
    expect(decide(facts)).toMatchObject({ ...expected, chosen: false });
  });

  test('nothing is sure where two sources disagree, whichever goes first', () => {
    for (const first of ['ask', 'page', 'conversation'] as const) {
      for (const live of [[adaCalls], [guest], [adaCalls, benToo]]) {
        expect(decide({ page: pageWith(cleo), live, first }).sure).toBe(false);
      }
    }
  });

  test('whom the agent talks to is named first, then who waits, rings, was talked to, has ended', () => {
    const states: State[] = ['ended', 'after-call-work', 'alerting', 'held', 'connected'];
    const live = states.map((state, place) => callWith(ada, state, place));
    expect(decide({ live }).parties.map(({ conversation }) => conversation.state)).toEqual(
      states.toReversed(),
    );
  });

  test('of two in one state the one that was connected last is named first', () => {
    const live = [1, 3, 2].map((n) => ({ ...callWith(ada, 'held', n), connectedAt: n }));
    expect(decide({ live }).parties.map(({ conversation }) => conversation.connectedAt)).toEqual([
      3, 2, 1,
    ]);
  });
});
