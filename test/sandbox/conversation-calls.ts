import {
  acd,
  agent,
  type ConversationEntity,
  call,
  conversation,
  customer,
  iso,
  ourNumber,
  type ParticipantEntity,
  type SampleFacts,
} from './conversation-entity.ts';
import { uuid } from './uuid.ts';

type Sample = (facts: SampleFacts) => ConversationEntity;

/** A queued inbound call, with the agent's and the customer's part as given. */
export function inbound(
  facts: SampleFacts,
  mine: Partial<ParticipantEntity> = {},
  theirs: Partial<ParticipantEntity> = {},
  others: ParticipantEntity[] = [],
): ConversationEntity {
  const { key, number } = facts;
  const far = call(`${key} far`, {
    self: { addressNormalized: `tel:${number}`, name: facts.name },
  });
  return conversation(
    facts,
    [
      customer(facts, {
        ani: `tel:${number}`,
        aniName: 'Mobile Caller',
        dnis: ourNumber,
        calls: [far],
        ...theirs,
      }),
      acd(facts, {
        calls: [call(`${key} acd`, { state: 'terminated', disconnectType: 'transfer' })],
      }),
      agent(facts, {
        calls: [call(`${key} near`, { connectedTime: iso(facts.began + 12_000) })],
        ...mine,
      }),
      ...others,
    ],
    { address: ourNumber },
  );
}

const over = { state: 'terminated', disconnectType: 'peer' };

/** Telephone conversations in the states in which an agent has them. */
export const callSamples = {
  inboundCall: (facts) => inbound(facts),

  /** Its `ani` is our own number, and the agent's leg says `inbound`: both have been seen. */
  outboundCall: (facts) => {
    const { key, number } = facts;
    const far = call(`${key} far`, {
      direction: 'outbound',
      self: { addressNormalized: `tel:${number}` },
      other: { addressNormalized: ourNumber },
    });
    return conversation(
      facts,
      [
        agent(facts, { startTime: iso(facts.began), calls: [call(`${key} near`)] }),
        customer(facts, { ani: ourNumber, dnis: `tel:${number}`, calls: [far] }),
      ],
      { address: ourNumber },
    );
  },

  heldCall: (facts) =>
    inbound(
      facts,
      { calls: [call(`${facts.key} near`, { held: true, startHoldTime: iso(facts.now) })] },
      {
        calls: [
          call(`${facts.key} far`, {
            confined: true,
            self: { addressNormalized: `tel:${facts.number}` },
          }),
        ],
      },
    ),

  ringingCall: (facts) =>
    inbound(facts, { calls: [call(`${facts.key} near`, { state: 'alerting' })] }),

  withheld: (facts) =>
    inbound(
      facts,
      {},
      {
        name: 'Anonymous',
        address: 'sip:anonymous@anonymous.invalid',
        ani: 'sip:anonymous@anonymous.invalid',
        calls: [
          call(`${facts.key} far`, { self: { addressRaw: 'sip:anonymous@anonymous.invalid' } }),
        ],
      },
    ),

  /** A number plan that yields nothing. */
  unknownCaller: (facts) =>
    inbound(
      facts,
      {},
      {
        address: 'sip:unknown@localhost',
        ani: 'unknown',
        calls: [call(`${facts.key} far`, { self: { addressNormalized: 'unknown' } })],
      },
    ),

  extensionCaller: (facts) =>
    inbound(
      facts,
      {},
      {
        address: 'sip:30005@video.example;language=en-US',
        ani: 'tel:30005',
        calls: [call(`${facts.key} far`)],
      },
    ),

  afterCallWork: (facts) =>
    inbound(
      facts,
      {
        endTime: iso(facts.now - 20_000),
        startAcwTime: iso(facts.now - 20_000),
        calls: [
          call(`${facts.key} near`, {
            ...over,
            disconnectedTime: iso(facts.now - 20_000),
            afterCallWork: { state: 'pending', startTime: iso(facts.now - 20_000) },
          }),
        ],
      },
      {
        endTime: iso(facts.now - 20_000),
        calls: [
          call(`${facts.key} far`, { ...over, self: { addressNormalized: `tel:${facts.number}` } }),
        ],
      },
    ),

  ended: (facts) =>
    inbound(
      facts,
      {
        endTime: iso(facts.now - 120_000),
        wrapup: { code: uuid('wrap-up code'), name: 'Done', durationSeconds: 12 },
        calls: [call(`${facts.key} near`, { ...over, disconnectedTime: iso(facts.now - 120_000) })],
      },
      {
        endTime: iso(facts.now - 120_000),
        calls: [
          call(`${facts.key} far`, { ...over, self: { addressNormalized: `tel:${facts.number}` } }),
        ],
      },
    ),

  /** Participants of whom hardly anything is told. */
  sparse: (facts) =>
    conversation(facts, [
      { id: uuid(`nobody ${facts.key}`) },
      { calls: [call(`${facts.key} nobody`)] },
      { purpose: 'customer' },
      { purpose: 'agent', userId: facts.user.id, calls: [call(`${facts.key} near`)] },
    ]),
} satisfies Record<string, Sample>;
