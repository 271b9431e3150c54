import { errorBody } from '../base/error-body.ts';
import type { Failure, FailureCode } from '../base/failure.ts';
import { correlationId, type HttpAnswer, jsonOf, type NoAnswer } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { isRefusal, type LaunchEvent } from './event.ts';

/** `FlowExecutionLaunchResponse`; only the id matters. */
const acceptedSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) });

/**
 * What an answer to the launch means for its record.
 *
 * Refused, surely nothing launched: any 4xx but 408. Not known: 408, 5xx, and a success that does
 * not name an execution, for then something else answered in Genesys Cloud's place.
 */
export function readLaunchAnswer(received: HttpAnswer, at: number): LaunchEvent {
  const answer = answerToKeep(received);
  const accepted = acceptedSchema.safeParse(jsonOf(received));
  if (received.status >= 200 && received.status < 300) {
    return accepted.success
      ? { type: 'accepted', answer, executionId: accepted.data.id, at }
      : { type: 'answer-lost', failure: failureOf(received, 'answer-unreadable'), answer, at };
  }
  return isRefusal(received.status)
    ? { type: 'refused', failure: failureOf(received, 'launch-refused'), answer, at }
    : { type: 'answer-lost', failure: failureOf(received, 'server-fault'), answer, at };
}

/** The event for a POST that may have arrived and got no answer. */
export function readNoAnswer(noAnswer: NoAnswer, at: number): LaunchEvent {
  return { type: 'answer-lost', failure: { code: noAnswer, params: {} }, at };
}

/** Whether the reason proves that the request's body never left this computer. */
export function surelyNotSent(noAnswer: NoAnswer): boolean {
  return noAnswer !== 'timeout' && noAnswer !== 'connection-failed';
}

/** The failure of an answer: its status, and the server's own words and code where it has some. */
export function failureOf(answer: HttpAnswer, code: FailureCode): Failure {
  const { code: serverCode, message, contextId } = errorBody(answer);
  const params = {
    status: answer.status,
    serverCode,
    message,
    correlationId: correlationId(answer) ?? contextId,
  };
  const told = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { code, params: Object.fromEntries(told) };
}

const headersWorthKeeping = [
  'content-type',
  'inin-correlation-id',
  'inin-ratelimit-count',
  'inin-ratelimit-allowed',
  'inin-ratelimit-reset',
  'retry-after',
  'server',
  'via',
];

/** An answer as it is kept with the launch: no cookies, and at most 20,000 characters of body. */
export function answerToKeep(answer: HttpAnswer): HttpAnswer {
  const longest = 20_000;
  return {
    status: answer.status,
    headers: Object.fromEntries(
      Object.entries(answer.headers).filter(([name]) => headersWorthKeeping.includes(name)),
    ),
    body: answer.body.slice(0, longest),
    cut: answer.cut || answer.body.length > longest,
  };
}
