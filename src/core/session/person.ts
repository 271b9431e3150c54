import { z } from '../base/zod.ts';
import type { Session } from './session.ts';

/** A person in an org, by the ids that Genesys Cloud has for both. */
export const personSchema = z.object({
  userId: z.string().check(z.minLength(1), z.maxLength(100)),
  orgId: z.string().check(z.minLength(1), z.maxLength(100)),
});

export type Person = z.infer<typeof personSchema>;

/** Whom a view showed as signed in: the person, where the server told who it is, and the session. */
export const shownPersonSchema = z.object({
  person: z.optional(personSchema),
  sessionId: z.optional(z.string().check(z.maxLength(100))),
});

export type ShownPerson = z.infer<typeof shownPersonSchema>;

type Who = Pick<Session, 'id' | 'user' | 'organization'>;

/** Who is signed in; `undefined` where the server has not told the ids of both. */
export function personOf(session: Who | undefined): Person | undefined {
  const userId = session?.user?.id;
  const orgId = session?.organization?.id;
  return userId && orgId ? { userId, orgId } : undefined;
}

/** Whom a view shows while this session is there. */
export function shownPerson(session: Who | undefined): ShownPerson {
  return { person: personOf(session), sessionId: session?.id };
}

/**
 * Whether a session is that of the person who was shown. Where the server did not tell who they are,
 * only the very session that was shown is surely theirs.
 */
export function isPersonShown(shown: ShownPerson, session: Who): boolean {
  const person = personOf(session);
  if (shown.person && person) return isSamePerson(shown.person, person);
  return shown.sessionId !== undefined && shown.sessionId === session.id;
}

/** Whether two are one person in one org. */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.userId === other.userId && one.orgId === other.orgId;
}

/** What is kept for a person is kept under this, beside the connection's key. */
export function personKey(session: Who | undefined): string {
  const person = personOf(session);
  return person ? keyOfPerson(person) : `session ${session?.id ?? ''}`;
}

/**
 * Whether something that one person did may have been done by the person of a key (`keyOfPerson`): unless
 * both are known, it may.
 */
export function mayBeBy(doer: Person | undefined, key: string | undefined): boolean {
  return doer === undefined || key === undefined || keyOfPerson(doer) === key;
}

/** What stands for a person where only a text can. */
export function keyOfPerson({ orgId, userId }: Person): string {
  return `${orgId} ${userId}`;
}
