import type { Route } from './api-route.ts';
import { callSamples } from './conversation-calls.ts';
import type { ConversationEntity, SampleFacts } from './conversation-entity.ts';
import { mediaSamples } from './conversation-media.ts';
import { sharedCallSamples } from './conversation-shared-calls.ts';
import { listing } from './paging.ts';
import { refuse } from './refusals.ts';
import { type UserKey, users } from './users.ts';
import { uuid } from './uuid.ts';

const samples = { ...callSamples, ...sharedCallSamples, ...mediaSamples };

/** The kinds of conversation that there are to try. */
export type ConversationSample = keyof typeof samples;

export const conversationSamples = Object.keys(samples) as ConversationSample[];

/** A conversation to be had: a sample, and what is to be different in it. */
export type ConversationWish = { sample: ConversationSample } & Partial<
  Omit<SampleFacts, 'user' | 'now'>
>;

export interface Conversations {
  /** Makes these the user's conversations, and returns them. */
  set(
    user: UserKey,
    wishes: readonly (ConversationSample | ConversationWish)[],
  ): ConversationEntity[];
  /** The same with entities of one's own, of whatever shape. */
  setEntities(user: UserKey, entities: readonly unknown[]): void;
  routes: Route[];
}

/** Any one of these reads a user's conversations. */
const scopes = ['conversations', 'conversations:readonly'];

/** The conversations of the sandbox's users. They stay as they are until others take their place. */
export function createConversations(now: () => number): Conversations {
  const byUser = new Map<string, readonly unknown[]>();
  return {
    set(user, wishes) {
      const entities = wishes.map((wish, place) =>
        made(typeof wish === 'string' ? { sample: wish } : wish, user, place, now()),
      );
      byUser.set(users[user].id, entities);
      return entities;
    },
    setEntities(user, entities) {
      byUser.set(users[user].id, entities);
    },
    routes: [
      {
        method: 'GET',
        path: '/api/v2/conversations',
        scopes,
        // No parameter for pages is published; a user has a handful.
        handle(call) {
          const own = byUser.get(call.token.user.id) ?? [];
          return listing(call, own, { pageNumber: 1, pageSize: 25 }, Object);
        },
      },
      {
        method: 'GET',
        path: '/api/v2/conversations/{conversationId}',
        scopes,
        permissions: { any: ['conversation:communication:view'] },
        handle({ parameter }) {
          const all = [...byUser.values()].flat();
          const found = all.find((one) => Object(one).id === parameter.toLowerCase());
          return found === undefined ? refuse('not.found') : { status: 200, json: found };
        },
      },
    ],
  };
}

function made(
  { sample, ...wish }: ConversationWish,
  user: UserKey,
  place: number,
  now: number,
): ConversationEntity {
  const key = wish.key ?? `${user} ${sample} ${place}`;
  return samples[sample]({
    key,
    number: `+1555019${String(9800 + place)}`,
    name: 'Ada Sample',
    email: 'ada.sample@customer.example',
    attributes: { accountNumber: `A-${17 + place}` },
    // The first is the one that began last.
    began: now - 5 * 60_000 - place * 60_000,
    externalContactId: sample === 'inboundCall' ? uuid(`contact ${key}`) : undefined,
    ...wish,
    user: users[user],
    now,
  });
}
