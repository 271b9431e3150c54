import { failureSchema } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { type Conversation, conversationSchema } from './conversation.ts';

/** How long a conversation that ended can be chosen by hand, in milliseconds. */
const justEndedFor = 10 * 60_000;

/** The agent's conversations as last read. Kept in memory only, for one person. */
export const conversationsSchema = z.object({
  /** Milliseconds since 1970. */
  readAt: z.number(),
  conversations: z.array(
    z.object({
      conversation: conversationSchema,
      /** When the server last listed it, in milliseconds since 1970. */
      seenAt: z.number(),
    }),
  ),
  /** False where the server has more conversations than it sent. */
  complete: z.boolean(),
  /** Why the last reading came to nothing; what was read before stays, as of its time. */
  failure: z.optional(failureSchema),
});

export type Conversations = z.infer<typeof conversationsSchema>;

/**
 * What is known after another reading. The server lists active conversations; whether it still lists
 * one that is being wrapped up is not published. So one that it no longer lists has ended, at the time
 * when it was last seen or later, and goes ten minutes after.
 *
 * @param listed only those that have a customer are kept
 */
export function afterReading(
  before: Conversations | undefined,
  listed: readonly Conversation[],
  complete: boolean,
  now: number,
): Conversations {
  const ids = new Set(listed.map(({ id }) => id));
  const gone = (before?.conversations ?? [])
    .filter(({ conversation }) => !ids.has(conversation.id))
    .map(({ conversation, seenAt }) => ({ conversation: ended(conversation, seenAt), seenAt }));
  const seen = listed.map((conversation) => ({ conversation, seenAt: now }));
  const kept = [...seen, ...gone].filter(({ conversation }) => conversation.customers.length > 0);
  return withoutOld({ readAt: now, conversations: kept, complete }, now);
}

/** What is left of a reading as time goes by. */
export function withoutOld(known: Conversations, now: number): Conversations {
  const conversations = known.conversations.filter(({ conversation, seenAt }) =>
    canBeChosen(conversation, now, seenAt),
  );
  return { ...known, conversations };
}

/**
 * Whether a conversation can be chosen: it lives, or has ended a short while ago.
 *
 * @param seenAt when the server last listed it, which counts where it does not say when it ended
 */
export function canBeChosen(
  { state, endedAt }: Pick<Conversation, 'state' | 'endedAt'>,
  now: number,
  seenAt?: number,
): boolean {
  const ended = endedAt ?? seenAt;
  return state !== 'ended' || ended === undefined || now - ended < justEndedFor;
}

/** From this age on, what is known of conversations may well have changed. In milliseconds. */
const oldAfter = 2 * 60_000;

/** Whether a view has stayed open for so long that it says how old the reading is that it shows. */
export function isOldReading({ readAt }: Pick<Conversations, 'readAt'>, now: number): boolean {
  return now - readAt >= oldAfter;
}

function ended(conversation: Conversation, seenAt: number): Conversation {
  if (conversation.state === 'ended') return conversation;
  return { ...conversation, state: 'ended', endedAt: conversation.endedAt ?? seenAt };
}
