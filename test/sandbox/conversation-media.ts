import {
  acd,
  agent,
  type ConversationEntity,
  call,
  conversation,
  customer,
  iso,
  message,
  ourNumber,
  type ParticipantEntity,
  type SampleFacts,
  untold,
} from './conversation-entity.ts';
import { uuid } from './uuid.ts';

type Sample = (facts: SampleFacts) => ConversationEntity;

/** A queued conversation of one medium: the customer's part, and the agent's. */
function queued(
  facts: SampleFacts,
  theirs: Partial<ParticipantEntity>,
  mine: Partial<ParticipantEntity>,
): ConversationEntity {
  return conversation(facts, [customer(facts, theirs), acd(facts), agent(facts, mine)]);
}

/** Whatever is neither from nor to a number has an ID that only the platform understands. */
function messageOf(
  facts: SampleFacts,
  type: string,
  address: string,
  state = 'connected',
): ConversationEntity {
  const from = { addressNormalized: address, addressRaw: address, name: facts.name };
  const leg = (side: string) =>
    message(`${facts.key} ${side}`, {
      state,
      type,
      fromAddress: from,
      toAddress: { addressNormalized: '+15550100199' },
      ...(state === 'parked' && { parkTime: iso(facts.now) }),
    });
  return queued(facts, { address, messages: [leg('far')] }, { messages: [leg('near')] });
}

/** A callback that the agent has taken, and one whose call is under way. */
function callbackOf(facts: SampleFacts, state: string, placed = false): ConversationEntity {
  const { key, number, name } = facts;
  const leg = (side: string) => ({
    id: uuid(`callback ${key} ${side}`),
    state,
    direction: 'outbound',
    callbackNumbers: [number, '+15550188111'],
    callbackUserName: name,
    callbackScheduledTime: iso(facts.began),
    segments: [],
  });
  const far = call(`${key} far`, {
    direction: 'outbound',
    self: { addressNormalized: `tel:${number}` },
  });
  const called: ParticipantEntity = {
    id: uuid(`called ${key}`),
    purpose: 'customer',
    name: 'Portland, OR',
    address: `tel:${number}`,
    ani: ourNumber,
    startTime: iso(facts.now),
    connectedTime: iso(facts.now),
    calls: [far],
  };
  return conversation(facts, [
    untold(customer(facts, { callbacks: [leg('far')] }), 'name', 'address'),
    acd(facts),
    agent(facts, { callbacks: [leg('near')], ...(placed && { calls: [call(`${key} near`)] }) }),
    ...(placed ? [called] : []),
  ]);
}

/** Conversations that are no telephone calls, of every medium. */
export const mediaSamples = {
  callback: (facts) => callbackOf(facts, 'connected'),
  placedCallback: (facts) => callbackOf(facts, 'connected', true),
  scheduledCallback: (facts) => callbackOf(facts, 'scheduled'),

  chat: (facts) => {
    const leg = (side: string) => ({
      id: uuid(`chat ${facts.key} ${side}`),
      state: 'connected',
      direction: 'inbound',
      roomId: uuid(`room ${facts.key}`),
      held: false,
    });
    return queued(
      facts,
      {
        address: `${uuid(`guest ${facts.key}`)}@conference.sandbox.orgspan.com/guest`,
        chats: [leg('far')],
      },
      { chats: [leg('near')] },
    );
  },

  sms: (facts) => messageOf(facts, 'sms', `tel:${facts.number}`),
  whatsapp: (facts) => messageOf(facts, 'whatsapp', facts.number),
  webMessage: (facts) => messageOf(facts, 'webmessaging', uuid(`guest ${facts.key}`)),
  /** The integrator's own ID, which looks like a number. */
  openMessage: (facts) => messageOf(facts, 'open', '+15550166000'),
  parkedMessage: (facts) => messageOf(facts, 'webmessaging', uuid(`guest ${facts.key}`), 'parked'),

  /** Sent by the agent: what it is from is ours. */
  outboundSms: (facts) => {
    const leg = (side: string) =>
      message(`${facts.key} ${side}`, {
        type: 'sms',
        direction: 'outbound',
        fromAddress: { addressNormalized: ourNumber },
        toAddress: { addressNormalized: `tel:${facts.number}`, name: facts.name },
      });
    return queued(facts, { messages: [leg('far')] }, { messages: [leg('near')] });
  },

  /** The customer's leg of an email has been seen as `external`. */
  email: (facts) => {
    const leg = (side: string, state = 'connected') => ({
      id: uuid(`email ${facts.key} ${side}`),
      state,
      direction: 'inbound',
      held: false,
      subject: 'My order',
      messageId: `<${facts.key}@sandbox.example>`,
    });
    return queued(
      facts,
      { purpose: 'external', address: facts.email, emails: [leg('far')] },
      { emails: [leg('near')] },
    );
  },

  socialPost: (facts) => {
    const leg = (side: string) => ({
      id: uuid(`social ${facts.key} ${side}`),
      state: 'connected',
      socialMediaHub: 'x',
      socialUserName: facts.name,
      previewText: 'Where is my order?',
    });
    return queued(
      facts,
      { address: '@ada_sample', socialExpressions: [leg('far')] },
      { socialExpressions: [leg('near')] },
    );
  },
} satisfies Record<string, Sample>;
