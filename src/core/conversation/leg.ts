import type { Leg, Participant } from './answer.ts';

/**
 * The media in which people talk to customers, the more telling first: a callback that is being
 * placed has a call, too. Cobrowsing, video and shared screens ride on one of these, and internal
 * messages have no customer.
 */
export const mediaTypes = ['callback', 'call', 'message', 'chat', 'email', 'social'] as const;

export type MediaType = (typeof mediaTypes)[number];

/** A participant's part in one medium, with which medium it is. */
export interface MediaLeg extends Leg {
  media: MediaType;
}

const listNames = {
  callback: 'callbacks',
  call: 'calls',
  message: 'messages',
  chat: 'chats',
  email: 'emails',
  social: 'socialExpressions',
} as const satisfies Record<MediaType, keyof Participant>;

/** All that a participant does in this conversation. */
export function legsOf(participant: Participant | undefined): MediaLeg[] {
  if (participant === undefined) return [];
  return mediaTypes.flatMap((media) =>
    (participant[listNames[media]] ?? []).map((leg) => ({ ...leg, media })),
  );
}

export type LegStage = 'talking' | 'held' | 'alerting' | 'over';

/**
 * How far a leg is. The published states are alerting, dialing, contacting, offering, connected,
 * disconnected, terminated, converting, uploading, transmitting, scheduled, parked and none. A state
 * that is unknown here counts as talking while nothing says that the leg is over.
 */
export function stageOf({ state = '', disconnectedTime, held, confined }: Leg): LegStage {
  const word = state.toLowerCase();
  if (disconnectedTime !== undefined || over.has(word)) return 'over';
  if (alerting.has(word)) return 'alerting';
  return word === 'parked' || held || confined ? 'held' : 'talking';
}

// A scheduled callback has not begun.
const over: ReadonlySet<string> = new Set(['disconnected', 'terminated', 'none', 'scheduled']);
const alerting: ReadonlySet<string> = new Set(['alerting', 'dialing', 'contacting', 'offering']);

const stages: readonly LegStage[] = ['talking', 'held', 'alerting', 'over'];

/** The furthest that any of the legs is: one that talks counts before one that is held. */
function bestStage(legs: readonly Leg[]): LegStage {
  const found = new Set(legs.map(stageOf));
  return stages.find((stage) => found.has(stage)) ?? 'over';
}

/** The legs that are not over. */
export function liveLegs(legs: readonly MediaLeg[]): MediaLeg[] {
  return legs.filter((leg) => stageOf(leg) !== 'over');
}

/** A published time in milliseconds since 1970; `undefined` where it is none. */
export function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** The participant who matters among several of one kind: the one who talks, else the newest. */
export function foremost(participants: readonly Participant[]): Participant | undefined {
  return participants
    .map((participant, place) => ({
      participant,
      place,
      stage: stages.indexOf(stageOfParticipant(participant)),
      begun: timeOf(participant.connectedTime) ?? timeOf(participant.startTime) ?? 0,
    }))
    .toSorted((a, b) => a.stage - b.stage || b.begun - a.begun || b.place - a.place)[0]
    ?.participant;
}

/** A participant who has left is over, whatever their legs say. */
export function stageOfParticipant(participant: Participant): LegStage {
  return participant.endTime === undefined ? bestStage(legsOf(participant)) : 'over';
}
