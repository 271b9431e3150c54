import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';
import type { ConversationAnswer, Participant } from './answer.ts';
import { customerSchema, customersOf } from './customer.ts';
import {
  foremost,
  legsOf,
  liveLegs,
  type MediaLeg,
  mediaTypes,
  stageOf,
  stageOfParticipant,
  timeOf,
} from './leg.ts';

/**
 * How a conversation stands for the agent: talking, on hold (or parked), ringing, over but still to
 * be wrapped up, over.
 */
export const conversationStates = [
  'connected',
  'held',
  'alerting',
  'after-call-work',
  'ended',
] as const;

export type ConversationState = (typeof conversationStates)[number];

/** A conversation of the signed-in agent, understood. */
export const conversationSchema = z.object({
  id: z.guid(),
  state: z.enum(conversationStates),
  /** The agent listens to another agent's conversation, as a supervisor does. */
  monitored: z.boolean(),
  media: z.optional(z.enum(mediaTypes)),
  /** The platform of a message, as published: `sms`, `whatsapp`, `webmessaging`. */
  platform: z.optional(z.string()),
  direction: z.optional(z.enum(['inbound', 'outbound'])),
  /** As the server writes it. */
  startedAt: z.optional(z.string()),
  /** Since when the agent is connected, in milliseconds since 1970. */
  connectedAt: z.optional(z.number()),
  /** When it ended for the agent, in milliseconds since 1970. */
  endedAt: z.optional(z.number()),
  queueId: z.optional(z.string()),
  queueName: z.optional(z.string()),
  /** None on internal conversations; several in a conference. */
  customers: z.array(customerSchema),
});

export type Conversation = z.infer<typeof conversationSchema>;

/**
 * Understands a conversation as one of its agents sees it.
 *
 * @param userId whose conversation it is; where that is unknown the customer's leg says how it stands
 * @returns `undefined` where that user has no part in it, or where it is a callback that is still to come
 */
export function understand(
  answer: ConversationAnswer,
  userId: string | undefined,
): Conversation | undefined {
  const { participants = [] } = answer;
  const mine = userId === undefined ? [] : participants.filter((one) => one.userId === userId);
  if (userId !== undefined && mine.length === 0) return undefined;
  // After a transfer and back there are several: the first of them is over.
  const me = foremost(mine);
  const customers = customersOf(participants, answer.address);
  const legs = legsOf(me);
  if (legs.length > 0 && legs.every(isStillToCome)) return undefined;
  const [myLeg] = liveLegs(legs);
  const leg = myLeg ?? customers[0]?.leg ?? legs[0];
  const state = stateOf(me, customers[0]?.leg, answer);
  return {
    id: answer.id,
    state,
    monitored: Boolean(me?.monitoredParticipantId ?? me?.coachedParticipantId),
    media: leg?.media,
    platform: leg?.media === 'message' ? (leg.type ?? customers[0]?.leg?.type) : undefined,
    direction: directionOf(customers[0]?.leg),
    startedAt: answer.startTime,
    connectedAt: timeOf(me?.connectedTime) ?? timeOf(myLeg?.connectedTime),
    ...(isOver(state) && { endedAt: endOf(me, legs, answer) }),
    ...queueOf(me, participants),
    customers: customers.map(({ customer }) => customer),
  };
}

function isStillToCome({ state }: MediaLeg): boolean {
  return state?.toLowerCase() === 'scheduled';
}

function isOver(state: ConversationState): boolean {
  return state === 'after-call-work' || state === 'ended';
}

/**
 * Hold shows on the agent's leg or on the customer's; which of the two is not published, so either
 * counts. After-call work shows in a state of its own, or by a wrap-up that is required and not done.
 */
function stateOf(
  me: Participant | undefined,
  customerLeg: MediaLeg | undefined,
  { endTime }: ConversationAnswer,
): ConversationState {
  const theirs = customerLeg === undefined ? 'over' : stageOf(customerLeg);
  const withoutMe = endTime === undefined ? theirs : 'over';
  const stage = me === undefined ? withoutMe : stageOfParticipant(me);
  switch (stage) {
    case 'talking':
      return theirs === 'held' ? 'held' : 'connected';
    case 'held':
    case 'alerting':
      return stage;
    case 'over':
      return me !== undefined && isWrappingUp(me) ? 'after-call-work' : 'ended';
  }
}

function isWrappingUp(me: Participant): boolean {
  if (me.endAcwTime !== undefined) return false;
  if (legsOf(me).some(({ afterCallWork }) => afterCallWork?.state === 'pending')) return true;
  return me.wrapupRequired === true && me.wrapup === undefined && me.wrapupSkipped !== true;
}

function endOf(
  me: Participant | undefined,
  legs: readonly MediaLeg[],
  { endTime }: ConversationAnswer,
): number | undefined {
  const times = [me?.endTime, ...legs.map(({ disconnectedTime }) => disconnectedTime)].map(timeOf);
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : timeOf(endTime);
}

function directionOf(leg: MediaLeg | undefined): Conversation['direction'] {
  const word = leg?.direction?.toLowerCase();
  return word === 'inbound' || word === 'outbound' ? word : undefined;
}

/** The queue that the agent took it from, else the last one that it went through. */
function queueOf(
  me: Participant | undefined,
  participants: readonly Participant[],
): Pick<Conversation, 'queueId' | 'queueName'> {
  const queues = participants.filter(
    ({ purpose, queueId, queueName }) =>
      purpose?.toLowerCase() === 'acd' && (queueId !== undefined || queueName !== undefined),
  );
  const newest = queues.toSorted((a, b) => (timeOf(b.startTime) ?? 0) - (timeOf(a.startTime) ?? 0));
  const own = me?.queueId ?? me?.queueName;
  const found = own === undefined ? newest[0] : me;
  const named =
    found?.queueName ?? queues.find(({ queueId }) => queueId === found?.queueId)?.queueName;
  return { queueId: found?.queueId, queueName: named && cleanText(named).slice(0, 300) };
}
