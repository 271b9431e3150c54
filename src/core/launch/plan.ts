import { isOfApi } from '../base/error-body.ts';
import type { Failure, Outcome } from '../base/failure.ts';
import type { Reply } from '../base/http.ts';
import { afterTooMany, secondsTold } from '../base/rate-limit.ts';
import { isPersonShown, shownPerson } from '../session/person.ts';
import type { Session } from '../session/session.ts';
import { answerToKeep, readLaunchAnswer, readNoAnswer, surelyNotSent } from './answer.ts';
import { isOut, type LaunchEvent } from './event.ts';
import { type Launch, longestWait, type Transport } from './launch.ts';

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
  /** When the launch's page was last looked at, in milliseconds since 1970. Absent where there is none to look at. */
  lookedAt?: number | undefined;
  /** The page was looked at since, and says something else by now. */
  isPageOther?: boolean;
}

/** What comes next. */
export type NextStep =
  /** Nothing more: the launch has ended, or another worker has to go on with it. */
  | { do: 'stop' }
  | { do: 'wait'; milliseconds: number }
  /** Look for a session; `renew`: the server has refused the last one's token. */
  | { do: 'find-session'; renew: boolean }
  /** Look at the page again: what kept the launch took a while. */
  | { do: 'look' }
  /** Ask the server something that changes nothing, to see whether it is there. */
  | { do: 'probe' }
  | { do: 'record'; event: LaunchEvent }
  /** The record already says that this POST is out. */
  | { do: 'send'; as: Transport };

/** A wait that ended longer ago than this, in milliseconds, is not resumed: the person no longer expects a launch. */
const longestLate = 2 * 60_000;

/** A page that was looked at longer ago than this, in milliseconds, is looked at again before a POST leaves. */
const longestUnlooked = 2_000;

/** What was found before a look that took longer than this, in milliseconds, is found anew. */
const longestLook = 100;

/** How often storage may refuse the same event, which takes about half a minute. */
const mostRefusals = 8;

/**
 * What comes next for a launch that is to be sent: the one place that decides whether a POST leaves. It keeps
 * the promises of docs/decisions/012-once-on-the-wire.md
 */
export function nextStep(record: Launch, facts: Facts): NextStep {
  if (record.state !== 'sending' || facts.writesRefused >= mostRefusals) return { do: 'stop' };
  if (isOut(record)) return whileOut(record, facts);
  const pause = untilReady(record, facts);
  if (pause) return pause;
  const { session } = facts;
  if (session === undefined) return { do: 'find-session', renew: wasTokenRefused(facts) };
  if (!session.ok) return refuse(session.failure, facts);
  if (record.by && !isPersonShown(record.by, session.value)) return refuse(anotherPerson, facts);
  if (record.request?.url !== facts.address) return refuse(otherAddress, facts);
  if (isTooLate(record, facts)) return refuse(tooLate, facts);
  if (facts.isPageOther) return refuse(pageChanged, facts);
  if (isUnlooked(facts)) return { do: 'look' };
  return nextAttempt(record, facts, session.value);
}

/** The record says that a POST is out. Only the worker that wrote this knows whether it left, and what came back. */
function whileOut(record: Launch, facts: Facts): NextStep {
  const attempt = facts.attempts.at(-1);
  if (!facts.isOurs || attempt === undefined) {
    const failure: Failure = { code: 'worker-gone', params: {} };
    return { do: 'record', event: { type: 'answer-lost', failure, at: facts.now } };
  }
  if (attempt.reply === undefined) return { do: 'send', as: attempt.as };
  return { do: 'record', event: meaningOf(attempt.reply, attempt.as, record, facts) };
}

/** What has to come before it can be sent; `undefined` if it can be sent now. */
function untilReady({ waiting, request, answer }: Launch, facts: Facts): NextStep | undefined {
  const { now, isOurs, waitedUntil, writesRefused } = facts;
  // What storage does not take must not be sent.
  if (request === undefined || writesRefused > 0) return refuse(neverSent, facts);
  if (waiting === undefined) return isOurs ? undefined : refuse(neverSent, facts);
  if (waiting.until === waitedUntil) return undefined;
  const left = waiting.until - now;
  if (!isOurs && left < -longestLate) return refuse({ code: 'wait-outlived', params: {} }, facts);
  // A clock that was set back meanwhile must not make it wait longer than the server told.
  const told = answer && secondsTold(answer);
  const longest = told === undefined ? longestWait : Math.min(told * 1000, longestWait);
  return { do: 'wait', milliseconds: Math.min(Math.max(0, left), longest) };
}

/** Signing in may have taken so long that the person means something else by now. */
function isTooLate({ times, answer }: Launch, { now }: Facts): boolean {
  return answer === undefined && now - times.created > longestLate;
}

function isUnlooked({ now, lookedAt }: Facts): boolean {
  return lookedAt !== undefined && Math.abs(now - lookedAt) > longestUnlooked;
}

function nextAttempt(record: Launch, facts: Facts, session: Session): NextStep {
  const last = facts.attempts.at(-1)?.reply;
  const noAnswer = last && 'noAnswer' in last ? last.noAnswer : undefined;
  if (noAnswer === 'offline') return refuse({ code: 'offline', params: {} }, facts);
  if (noAnswer === 'other-address') return refuse(otherAddress, facts);
  if (noAnswer === 'not-reached' && facts.isThere === undefined) return { do: 'probe' };
  if (noAnswer === 'not-reached' && !facts.isThere) {
    return refuse({ code: 'not-reached', params: {} }, facts);
  }
  const sentAs = transportFor(record, facts);
  const by = shownPerson(session);
  return { do: 'record', event: { type: 'sent', sentAs, by, at: facts.now } };
}

/**
 * How the next POST goes: as a stream, which cannot be doubled on its way, unless the server is known
 * or proven not to take one.
 */
function transportFor({ request }: Launch, { takes, attempts }: Facts): Transport {
  if (takes === 'body' || !request?.url.startsWith('https:')) return 'body';
  return refusesStreams(attempts) ? 'body' : 'stream';
}

/** A stream that twice found no connection to a server that is there, or was refused for its length. */
function refusesStreams(attempts: readonly Attempt[]): boolean {
  const isNotReached = ({ reply }: Attempt) => reply !== undefined && isUnreached(reply);
  return attempts.filter(isNotReached).length > 1 || attempts.some(wantsLength);
}

function isUnreached(reply: Reply): boolean {
  return 'noAnswer' in reply && reply.noAnswer === 'not-reached';
}

function wantsLength({ as, reply }: Attempt): boolean {
  return as === 'stream' && reply !== undefined && statusOf(reply) === 411;
}

/** What a reply to this worker's POST means for the record. */
function meaningOf(reply: Reply, as: Transport, record: Launch, facts: Facts): LaunchEvent {
  const { now: at } = facts;
  if ('noAnswer' in reply) {
    return surelyNotSent(reply.noAnswer)
      ? { type: 'not-taken', at }
      : readNoAnswer(reply.noAnswer, at);
  }
  const answer = answerToKeep(reply.answer);
  const isTokenRefused = answer.status === 401 && isOfApi(reply.answer);
  if (isTokenRefused && renewals(facts) === 1) return { type: 'not-taken', answer, at };
  if (wantsLength({ as, reply })) return { type: 'not-taken', answer, at };
  const event = readLaunchAnswer(reply.answer, at);
  const told = isOfApi(reply.answer) && afterTooMany(reply.answer, record.waits ?? 0);
  if (event.type !== 'refused' || !told) return event;
  const { failure } = event;
  if ('wait' in told) {
    const wait = { until: at + told.wait * 1000, failure };
    return { type: 'not-taken', answer, wait, at };
  }
  const params = { ...failure.params, seconds: told.tooLong };
  return { ...event, failure: { code: 'rate-limited-long', params } };
}

/** How many tokens the server has refused. */
function renewals({ attempts }: Facts): number {
  return attempts.filter(({ reply }) => reply && statusOf(reply) === 401).length;
}

function wasTokenRefused({ attempts }: Facts): boolean {
  const last = attempts.at(-1)?.reply;
  return last !== undefined && statusOf(last) === 401;
}

function statusOf(reply: Reply): number | undefined {
  return 'answer' in reply ? reply.answer.status : undefined;
}

const neverSent: Failure = { code: 'never-sent', params: {} };
const otherAddress: Failure = { code: 'other-address', params: {} };
const anotherPerson: Failure = { code: 'another-person', params: {} };
const pageChanged: Failure = { code: 'page-changed', params: {} };
const tooLate: Failure = { code: 'too-late-to-send', params: {} };

function refuse(failure: Failure, { now }: Facts): NextStep {
  return { do: 'record', event: { type: 'refused', failure, at: now } };
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
  return { ...rest, isOurs: true, waitedUntil: waiting?.until };
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
