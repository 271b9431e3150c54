import { z } from '../base/zod.ts';

/**
 * What is read of the published models `Conversation`, `Participant` and those of the media, under
 * their published names. Every field of them is optional, so a field of a wrong type is left out
 * rather than losing the rest. What is not named here is never read.
 * https://developer.genesys.cloud/devapps/api-explorer (getConversations)
 */
const text = lenient(z.string().check(z.maxLength(4_000)));
const flag = lenient(z.boolean());

const addressSchema = z.object({
  name: text,
  addressNormalized: text,
  addressRaw: text,
});

const optionalAddress = lenient(addressSchema);

/** A participant's part in one medium: `Call`, `Callback`, `Message`, `ConversationChat`, `Email`, `SocialExpression`. */
const legSchema = z.object({
  id: text,
  state: text,
  direction: text,
  held: flag,
  confined: flag,
  connectedTime: text,
  disconnectedTime: text,
  self: optionalAddress,
  callbackNumbers: listOf(z.string().check(z.maxLength(200)), 20),
  callbackUserName: text,
  type: text,
  fromAddress: optionalAddress,
  toAddress: optionalAddress,
  socialUserName: text,
  afterCallWork: lenient(z.object({ state: text })),
});

export type Leg = z.infer<typeof legSchema>;

const legs = listOf(legSchema, 50);

const participantSchema = z.object({
  id: text,
  purpose: text,
  name: text,
  userId: text,
  externalContactId: text,
  queueId: text,
  queueName: text,
  address: text,
  ani: text,
  startTime: text,
  connectedTime: text,
  endTime: text,
  endAcwTime: text,
  wrapupRequired: flag,
  wrapupSkipped: flag,
  wrapup: lenient(z.looseObject({})),
  consultParticipantId: text,
  monitoredParticipantId: text,
  coachedParticipantId: text,
  /** Participant data. Names are any text, so it is looked at by its own entries only. */
  attributes: z.optional(z.unknown()),
  calls: legs,
  callbacks: legs,
  messages: legs,
  chats: legs,
  emails: legs,
  socialExpressions: legs,
});

export type Participant = z.infer<typeof participantSchema>;

const conversationSchema = z.object({
  id: z.pipe(
    z.guid(),
    z.transform((id) => id.toLowerCase()),
  ),
  startTime: text,
  endTime: text,
  address: text,
  participants: listOf(participantSchema, 500),
});

export type ConversationAnswer = z.infer<typeof conversationSchema>;

const listingSchema = z.object({
  entities: z.array(z.unknown()),
  nextUri: text,
});

/** The conversations of a listing. Entries that are no conversation are left out. */
export interface ConversationListing {
  conversations: ConversationAnswer[];
  /** False where the server has more than it sent. */
  complete: boolean;
}

const mostConversations = 100;

/** Reads `ConversationEntityListing`; `undefined` where the body is none. */
export function readListing(body: unknown): ConversationListing | undefined {
  const listing = listingSchema.safeParse(body).data;
  if (listing === undefined) return undefined;
  const { entities, nextUri } = listing;
  const conversations = entities
    .slice(0, mostConversations)
    .flatMap((entity) => conversationSchema.safeParse(entity).data ?? []);
  const complete = nextUri === undefined && entities.length <= mostConversations;
  return { conversations, complete };
}

function lenient<Value>(schema: z.ZodMiniType<Value>) {
  return z.catch(z.optional(schema), undefined);
}

/** A list whose entries are read one by one: what is no entry is left out. */
function listOf<Entry>(entry: z.ZodMiniType<Entry>, most: number) {
  const read = (all: unknown[]): Entry[] =>
    all.slice(0, most).flatMap((one) => {
      const parsed = entry.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
  return lenient(z.pipe(z.array(z.unknown()), z.transform(read)));
}
