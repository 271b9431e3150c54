import type { Outcome } from '../base/failure.ts';
import type { Reply } from '../base/http.ts';
import type { Session } from '../session/session.ts';
import type { LaunchEvent } from './event.ts';
import type { Launch, Transport } from './launch.ts';

/** What was found before a look that took longer than this, in milliseconds, is found anew. */
export const longestLook = 100;

/** One POST of a launch, as the record named it before it left, with its reply. */
export interface Attempt {
  as: Transport;
  reply?: Reply;
}

/** What a worker that sends a launch knows besides its record. */
export interface Facts {
  /** Milliseconds since 1970. */
  now: number;
  /** This worker began the launch or took it over. Otherwise an earlier worker left it behind. */
  isOurs: boolean;
  /** The session to send it with, or why there is none. Absent until the worker has looked for it. */
  session?: Outcome<Session>;
  /** Where today's settings send the launch, found with the session. The token goes nowhere else. */
  address?: string | undefined;
  /** What the launch's server takes, where that is remembered from launches before. */
  takes?: Transport | undefined;
  /** This worker's own POSTs, in their order. Only the last may be without a reply. */
  attempts: readonly Attempt[];
  /** Whether the server answered a request that changes nothing. Absent until the worker has asked. */
  isThere?: boolean;
  /** The end of the wait that is over, as `waiting.until` names it. */
  waitedUntil?: number | undefined;
  /** How often storage refused the event that is to be recorded. */
  writesRefused: number;
  /**
   * When the launch's page was last looked at, in milliseconds since 1970; 0 where this worker has not. Absent where
   * there is none to look at, or nobody knows any more what it said.
   */
  lookedAt?: number | undefined;
  /** The page was looked at since, and says something else by now. */
  isPageOther?: boolean;
}

/** What is known once an event is in the record. */
export function afterRecording(facts: Facts, event: LaunchEvent): Facts {
  const rest = { ...facts, writesRefused: 0 };
  if (event.type !== 'sent') return rest;
  return { ...rest, attempts: [...facts.attempts, { as: event.sentAs }] };
}

/** What is known once a reply came. Without a session: the worker looks for it again before another POST. */
export function afterReply(facts: Facts, reply: Reply): Facts {
  const { session: _, ...rest } = facts;
  const attempts = facts.attempts.map((attempt, place) =>
    place === facts.attempts.length - 1 ? { ...attempt, reply } : attempt,
  );
  return { ...rest, attempts };
}

/** What is known once a wait is over: the launch is this worker's now. */
export function afterWait(facts: Facts, { waiting }: Launch): Facts {
  const { session: _, ...rest } = facts;
  return { ...rest, isOurs: true, waitedUntil: waiting?.until, lookedAt: unlooked(facts) };
}

/** What is known once the server was asked whether it is there. That may take long, too. */
export function afterProbe(facts: Facts, isThere: boolean): Facts {
  const { session: _, ...rest } = facts;
  return { ...rest, isThere, lookedAt: unlooked(facts) };
}

/**
 * What is known once a session was looked for.
 *
 * @param isNew it was not there already: somebody signed in for it, or the token was renewed
 */
export function afterSession(
  facts: Facts,
  { isNew, ...found }: Pick<Facts, 'session' | 'address'> & { isNew: boolean },
): Facts {
  return { ...facts, ...found, lookedAt: isNew ? unlooked(facts) : facts.lookedAt };
}

/** The page may become another one in a second: what something has kept is looked at again, however short that was. */
function unlooked({ lookedAt }: Facts): Facts['lookedAt'] {
  return lookedAt && 0;
}

/** What is known after a look. If it took long, another person may be signed in: the session is looked for again. */
export function afterLook(
  { session, ...rest }: Facts,
  { from, at, isOther }: { from: number; at: number; isOther: boolean },
): Facts {
  const isQuick = Math.abs(at - from) <= longestLook;
  return { ...rest, ...(session && isQuick && { session }), isPageOther: isOther, lookedAt: at };
}

/** Which transport the attempts have proven the server to take; `undefined` where they prove none. */
export function provenTransport(attempts: readonly Attempt[]): Transport | undefined {
  const last = attempts.at(-1);
  const status = last?.reply && statusOf(last.reply);
  if (last === undefined || status === undefined) return undefined;
  if (last.as === 'stream') return status < 300 ? 'stream' : undefined;
  return refusesStreams(attempts) && status !== 411 ? 'body' : undefined;
}

/** A stream that twice found no connection to a server that is there, or was refused for its length. */
export function refusesStreams(attempts: readonly Attempt[]): boolean {
  const isNotReached = ({ reply }: Attempt) => reply !== undefined && isUnreached(reply);
  return attempts.filter(isNotReached).length > 1 || attempts.some(wantsLength);
}

function isUnreached(reply: Reply): boolean {
  return 'noAnswer' in reply && reply.noAnswer === 'not-reached';
}

/** Whether a server, or what stands before it, refused a stream because it told no length. */
export function wantsLength({ as, reply }: Attempt): boolean {
  return as === 'stream' && reply !== undefined && statusOf(reply) === 411;
}

/** The HTTP status of a reply; undefined where no answer came. */
export function statusOf(reply: Reply): number | undefined {
  return 'answer' in reply ? reply.answer.status : undefined;
}
