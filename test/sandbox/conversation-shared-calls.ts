import { inbound } from './conversation-calls.ts';
import {
  agent,
  type ConversationEntity,
  call,
  colleague,
  conversation,
  customer,
  iso,
  type SampleFacts,
  untold,
} from './conversation-entity.ts';
import { uuid } from './uuid.ts';

const over = { state: 'terminated', disconnectType: 'peer' };

/** Telephone conversations of more than two: transfers, consults, conferences, and those of others. */
export const sharedCallSamples = {
  /** The agent asks a colleague while the customer waits. */
  consult: (facts) =>
    inbound(
      facts,
      {},
      {
        calls: [
          call(`${facts.key} far`, {
            confined: true,
            self: { addressNormalized: `tel:${facts.number}` },
          }),
        ],
      },
      [colleague(facts, 'Cora Colleague', { calls: [call(`${facts.key} colleague`)] })],
    ),

  /** The agent asks a person outside the org while the customer waits. */
  consultOutside: (facts) =>
    inbound(
      facts,
      {},
      {
        calls: [
          call(`${facts.key} far`, {
            confined: true,
            self: { addressNormalized: `tel:${facts.number}` },
          }),
        ],
      },
      [
        {
          id: uuid(`consulted ${facts.key}`),
          purpose: 'external',
          name: 'Insurance hotline',
          address: 'tel:+15550144000',
          startTime: iso(facts.began + 60_000),
          connectedTime: iso(facts.began + 61_000),
          consultParticipantId: uuid(`customer ${facts.key}`),
          attributes: { caseOf: 'the insurer' },
          calls: [call(`${facts.key} consulted`, { direction: 'outbound' })],
        },
      ],
    ),

  /** To a colleague and back: the first of the agent's two legs is over. */
  transferredBack: (facts) =>
    inbound(facts, {}, {}, [
      agent(facts, {
        id: uuid(`agent before ${facts.key}`),
        endTime: iso(facts.began + 60_000),
        calls: [
          call(`${facts.key} near before`, { state: 'terminated', disconnectType: 'transfer' }),
        ],
      }),
      colleague(facts, 'Cora Colleague', {
        endTime: iso(facts.began + 90_000),
        calls: [call(`${facts.key} colleague`, over)],
      }),
    ]),

  /** Handed on: a colleague talks to the customer, and the agent has nothing more to do. */
  transferredAway: (facts) =>
    inbound(
      facts,
      {
        endTime: iso(facts.now - 60_000),
        endAcwTime: iso(facts.now - 30_000),
        calls: [call(`${facts.key} near`, { ...over, disconnectedTime: iso(facts.now - 60_000) })],
      },
      {},
      [colleague(facts, 'Cora Colleague', { calls: [call(`${facts.key} colleague`)] })],
    ),

  /** Two customers at once. */
  conference: (facts) =>
    inbound(facts, {}, {}, [
      customer(facts, {
        id: uuid(`second customer ${facts.key}`),
        name: 'Second Sample',
        address: 'tel:+15550177000',
        externalContactId: uuid('contact second'),
        attributes: { accountNumber: 'of the second' },
        calls: [call(`${facts.key} second`, { self: { addressNormalized: 'tel:+15550177000' } })],
      }),
    ]),

  /** Colleague to colleague: there is no customer. */
  internalCall: (facts) => {
    const mine = agent(facts, { purpose: 'user', calls: [call(`${facts.key} near`)] });
    const theirs = { purpose: 'user', calls: [call(`${facts.key} colleague`)] };
    return conversation(facts, [
      untold(mine, 'queueId', 'queueName'),
      colleague(facts, 'Cora Colleague', theirs),
    ]);
  },

  /** A supervisor listens to a call of another agent. */
  monitored: (facts) =>
    inbound(
      facts,
      {
        mediaRoles: ['monitor'],
        monitoredParticipantId: uuid(`colleague ${facts.key} Cora Colleague`),
      },
      {},
      [colleague(facts, 'Cora Colleague', { calls: [call(`${facts.key} colleague`)] })],
    ),

  /** Passed on so often that fifty have had a part in it. */
  manyParticipants: (facts) =>
    inbound(
      facts,
      {},
      {},
      Array.from({ length: 47 }, (_, place) =>
        colleague(facts, `Colleague ${place}`, {
          endTime: iso(facts.began + 40_000),
          calls: [call(`${facts.key} colleague ${place}`, over)],
        }),
      ),
    ),
} satisfies Record<string, (facts: SampleFacts) => ConversationEntity>;
