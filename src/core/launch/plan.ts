import { isOfApi } from '../base/error-body.ts';
import type { Failure } from '../base/failure.ts';
import type { Reply } from '../base/http.ts';
import { afterTooMany, secondsTold } from '../base/rate-limit.ts';
import { isPersonShown, shownPerson } from '../session/person.ts';
import type { Session } from '../session/session.ts';
import { answerToKeep, readLaunchAnswer, readNoAnswer, surelyNotSent } from './answer.ts';
import { isOut, type LaunchEvent } from './event.ts';
import { type Facts, refusesStreams, statusOf, wantsLength } from './facts.ts';
import { type Launch, longestWait, type Transport } from './launch.ts';

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
  if (isTooLate(record, facts)) return refuse(tooLate, facts);
  const { session } = facts;
  if (session === undefined) return { do: 'find-session', renew: wasTokenRefused(facts) };
  if (!session.ok) return refuse(session.failure, facts);
  if (record.by && !isPersonShown(record.by, session.value)) return refuse(anotherPerson, facts);
  if (record.request?.url !== facts.address) return refuse(otherAddress, facts);
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
function untilReady(
  { waiting, request, answer, page }: Launch,
  facts: Facts,
): NextStep | undefined {
  const { now, isOurs, waitedUntil, writesRefused, lookedAt } = facts;
  // What storage does not take must not be sent.
  if (request === undefined || writesRefused > 0) return refuse(neverSent, facts);
  if (waiting === undefined) return isOurs ? undefined : refuse(neverSent, facts);
  if (waiting.until === waitedUntil) return undefined;
  const left = waiting.until - now;
  // Without what its page said, nothing tells whether it still says that.
  const isOutlived = left < -longestLate || (page !== undefined && lookedAt === undefined);
  if (!isOurs && isOutlived) return refuse({ code: 'wait-outlived', params: {} }, facts);
  // A clock that was set back meanwhile must not make it wait longer than the server told.
  const told = answer && secondsTold(answer);
  const longest = told === undefined ? longestWait : Math.min(told * 1000, longestWait);
  return { do: 'wait', milliseconds: Math.min(Math.max(0, left), longest) };
}

/** Signing in, or the computer's sleep, may have taken so long that the person means something else by now. */
function isTooLate({ times, waiting }: Launch, { now }: Facts): boolean {
  const due = Math.max(times.created, times.sent ?? 0, waiting?.until ?? 0);
  return now - due > longestLate;
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
    // The computer slept before the answer came: a wait would begin anew now.
    if (isTooLate(record, facts)) return { ...event, failure: tooLate };
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

const neverSent: Failure = { code: 'never-sent', params: {} };
const otherAddress: Failure = { code: 'other-address', params: {} };
const anotherPerson: Failure = { code: 'another-person', params: {} };
const pageChanged: Failure = { code: 'page-changed', params: {} };
const tooLate: Failure = { code: 'too-late-to-send', params: {} };

function refuse(failure: Failure, { now }: Facts): NextStep {
  return { do: 'record', event: { type: 'refused', failure, at: now } };
}
