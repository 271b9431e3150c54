import type { SandboxUser } from './users.ts';
import { uuid } from './uuid.ts';

type Api = InstanceType<typeof import('purecloud-platform-client-v2')['ConversationsApi']>;
type Listing = Awaited<ReturnType<Api['getConversations']>>;

/** The published models, as Genesys' own client has them: a field that they lack does not compile. */
export type ConversationEntity = NonNullable<Listing['entities']>[number];
export type ParticipantEntity = ConversationEntity['participants'][number];
type Call = NonNullable<ParticipantEntity['calls']>[number];
type Message = NonNullable<ParticipantEntity['messages']>[number];

/** What a sample is made of. */
export interface SampleFacts {
  /** Makes the ids. */
  key: string;
  user: SandboxUser;
  /** The customer's number, in E.164. */
  number: string;
  name: string;
  email: string;
  attributes: Record<string, string>;
  externalContactId?: string | undefined;
  /** When it began, in milliseconds. */
  began: number;
  now: number;
}

/** The number that customers dial here, and that outbound calls show. */
export const ourNumber = 'tel:+15550100199';

const queue = { queueId: uuid('queue support'), queueName: 'Support' };

export function iso(time: number): string {
  return new Date(time).toISOString();
}

export function conversation(
  { key, began }: SampleFacts,
  participants: ParticipantEntity[],
  more: Partial<ConversationEntity> = {},
): ConversationEntity {
  const id = uuid(`conversation ${key}`);
  return {
    id,
    startTime: iso(began),
    participants,
    recordingState: 'NONE',
    divisions: [],
    securePause: false,
    selfUri: `/api/v2/conversations/${id}`,
    ...more,
  };
}

/** The person outside. `number` decides the address unless another one is given. */
export function customer(
  { key, number, name, attributes, externalContactId, began }: SampleFacts,
  more: Partial<ParticipantEntity> = {},
): ParticipantEntity {
  return {
    id: uuid(`customer ${key}`),
    startTime: iso(began),
    connectedTime: iso(began),
    purpose: 'customer',
    participantType: 'External',
    name,
    address: `tel:${number}`,
    wrapupRequired: false,
    mediaRoles: ['full'],
    attributes,
    ...(externalContactId && { externalContactId }),
    ...more,
  };
}

/** The queue that it came through. */
export function acd(
  { key, began }: SampleFacts,
  more: Partial<ParticipantEntity> = {},
): ParticipantEntity {
  return {
    id: uuid(`acd ${key}`),
    startTime: iso(began + 2_000),
    endTime: iso(began + 9_000),
    purpose: 'acd',
    name: queue.queueName,
    ...queue,
    wrapupRequired: false,
    attributes: {},
    ...more,
  };
}

/** The signed-in user's own part. */
export function agent(
  { key, user, began }: SampleFacts,
  more: Partial<ParticipantEntity> = {},
): ParticipantEntity {
  return {
    id: uuid(`agent ${key}`),
    startTime: iso(began + 9_000),
    connectedTime: iso(began + 12_000),
    purpose: 'agent',
    participantType: 'Internal',
    userId: user.id,
    userUri: `/api/v2/users/${user.id}`,
    name: user.name,
    address: `sip:${user.id.replaceAll('-', '')}+sandbox.orgspan.com@localhost`,
    ...queue,
    wrapupRequired: true,
    wrapupPrompt: 'optional',
    attributes: { agentNote: 'not of the customer' },
    ...more,
  };
}

/** A colleague, who is no customer. */
export function colleague(
  { key, began }: SampleFacts,
  name: string,
  more: Partial<ParticipantEntity> = {},
): ParticipantEntity {
  const id = uuid(`colleague ${name}`);
  return {
    id: uuid(`colleague ${key} ${name}`),
    startTime: iso(began + 30_000),
    connectedTime: iso(began + 31_000),
    purpose: 'agent',
    userId: id,
    name,
    address: `sip:${id.replaceAll('-', '')}+sandbox.orgspan.com@localhost`,
    wrapupRequired: false,
    attributes: { agentNote: `of ${name}` },
    ...more,
  };
}

export function call(key: string, more: Partial<Call> = {}): Call {
  return {
    id: uuid(`call ${key}`),
    state: 'connected',
    initialState: 'connected',
    direction: 'inbound',
    held: false,
    confined: false,
    muted: false,
    recording: false,
    provider: 'Edge',
    segments: [],
    afterCallWork: { state: 'notApplicable' },
    ...more,
  };
}

export function message(key: string, more: Partial<Message> = {}): Message {
  return {
    id: uuid(`message ${key}`),
    state: 'connected',
    direction: 'inbound',
    held: false,
    provider: 'PureCloud Messaging',
    authenticated: false,
    messages: [],
    afterCallWork: { state: 'notApplicable' },
    ...more,
  };
}

/** A participant of whom some things are not told. */
export function untold(
  participant: ParticipantEntity,
  ...names: readonly (keyof ParticipantEntity)[]
): ParticipantEntity {
  const told = Object.entries(participant).filter(([name]) => !names.some((each) => each === name));
  return Object.fromEntries(told);
}
