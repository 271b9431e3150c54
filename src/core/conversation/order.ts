import type { Conversation, ConversationState } from './conversation.ts';

/** Whom the agent talks to comes first, then who waits, who rings, and whose call is to be wrapped up. */
const ranks: Readonly<Record<ConversationState, number>> = {
  connected: 0,
  held: 1,
  alerting: 2,
  'after-call-work': 3,
  ended: 4,
};

/** In the order in which they matter; the one that was connected last comes first among equals. */
export function inOrder(conversations: readonly Conversation[]): Conversation[] {
  return conversations.toSorted(
    (a, b) =>
      Number(a.monitored) - Number(b.monitored) ||
      ranks[a.state] - ranks[b.state] ||
      beginOf(b) - beginOf(a) ||
      a.id.localeCompare(b.id),
  );
}

function beginOf({ connectedAt, startedAt }: Conversation): number {
  return connectedAt ?? (Date.parse(startedAt ?? '') || 0);
}

/**
 * The conversations that the agent has most in hand: of those with a customer that are not over and
 * not only listened to, all of the best state. More than one means that only the agent knows.
 */
export function inHand(conversations: readonly Conversation[]): Conversation[] {
  const live = inOrder(conversations).filter(
    ({ state, monitored, customers }) => state !== 'ended' && !monitored && customers.length > 0,
  );
  return live.filter(({ state }) => state === live[0]?.state);
}
