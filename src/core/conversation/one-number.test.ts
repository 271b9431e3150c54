import { expect, test } from 'vitest';
import { conversationWith, idOf, pageWith } from '../../../test/harness/conversations.ts';
import type { ContextSource } from '../settings/settings.ts';
import type { PageCustomer } from './agreement.ts';
import type { Conversation } from './conversation.ts';
import { type Decision, whichCustomer } from './which-customer.ts';

const ada = '+14155550101';

/** A call of a known contact from the number of Ada's household. */
const theirCall = (name: string, more: object = {}) =>
  conversationWith({ customers: [{ numbers: [ada], name, nameKnown: true }], ...more });
const pageOfAda = pageWith(ada, { name: 'Ada Sample' });

interface Case {
  page: PageCustomer;
  live: Conversation[];
  first?: ContextSource;
}

test.each<[string, Case, Partial<Decision>]>([
  [
    'they agree by number, and name two people',
    { page: pageOfAda, live: [theirCall('Ben Sample')] },
    { verdict: 'uncertain', take: 'neither', sure: false },
  ],
  [
    'they agree by number, name two people, and the page goes first',
    { page: pageOfAda, live: [theirCall('Ben Sample')], first: 'page' },
    { verdict: 'uncertain', take: 'page', sure: false },
  ],
  [
    'they agree by number, and may name one person',
    { page: pageOfAda, live: [theirCall('SAMPLE, A.')] },
    { verdict: 'agree', take: 'both', sure: true },
  ],
  [
    'they agree by number, and the page is of the firm that the caller works for',
    { page: pageWith(ada, { name: 'Sample Bakery Ltd.' }), live: [theirCall('Ben Sample')] },
    { verdict: 'agree', take: 'both', sure: true },
  ],
  [
    'they agree by number, and the network claims another name',
    {
      page: pageOfAda,
      live: [
        conversationWith({
          customers: [{ numbers: [ada], name: 'Wireless Caller', nameKnown: false }],
        }),
      ],
    },
    { verdict: 'agree', take: 'both', sure: true },
  ],
  [
    'they name two people with one number, and the page itself names the conversation',
    { page: { ...pageOfAda, conversationId: idOf(1) }, live: [theirCall('Ben Sample')] },
    { verdict: 'agree', take: 'both', sure: true },
  ],
  [
    'another one of that number still rings',
    { page: pageOfAda, live: [theirCall('Ben Sample', { state: 'alerting' })] },
    { verdict: 'page', take: 'page', sure: true },
  ],
  [
    'of two who call from one number, one has the name of the page',
    {
      page: pageOfAda,
      live: [theirCall('Ben Sample'), theirCall('Ada Sample', { id: idOf(2) })],
    },
    { verdict: 'agree', take: 'both', sure: true },
  ],
])('%s', (_, { page, live, first = 'ask' }, decision) => {
  const facts = { page, conversations: live, first, complete: true };
  expect(whichCustomer(facts)).toMatchObject(decision);
});
