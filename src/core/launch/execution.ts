import type { Hosts } from '../base/environment.ts';
import { errorBodySchema, isOfApi } from '../base/error-body.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { failureOf } from './answer.ts';
import type { LaunchEvent } from './event.ts';
import { outputToKeep } from './output-limit.ts';

/** What is read of the published `FlowRuntimeExecution`. */
const runtimeExecutionSchema = z.object({
  id: z.catch(z.optional(z.string()), undefined),
  status: z.string(),
  dateLaunched: z.catch(z.optional(z.string()), undefined),
  dateCompleted: z.catch(z.optional(z.string()), undefined),
  completionReason: z.catch(z.optional(z.string()), undefined),
  outputData: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  flowErrorInfo: z.catch(z.optional(errorBodySchema), undefined),
});

/**
 * Asks how an execution stands. Needs `architect:flowExecution:view`, which is not the permission
 * to launch. Readable "for several days", the API says.
 */
export function executionRequest(hosts: Hosts, executionId: string): HttpRequest {
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/flows/executions/${encodeURIComponent(executionId)}`,
    headers: { Accept: 'application/json' },
  };
}

/** How long an execution may be unknown to the server that just accepted it, in milliseconds. */
const untilFound = 30_000;

/**
 * What an answer to `executionRequest` means for the launch's record; `undefined` where it means
 * nothing and asking again later is right (limits, passing faults, an expired session, what a proxy
 * answers in the API's place, and a 404 just after the launch).
 *
 * @param acceptedAt when the launch was accepted, in milliseconds since 1970, where that is known
 */
export function readExecution(
  answer: HttpAnswer,
  executionId: string,
  at: number,
  acceptedAt?: number,
): LaunchEvent | undefined {
  if (answer.status >= 400 && !isOfApi(answer)) return undefined;
  if (answer.status === 404 && isJustAccepted(acceptedAt, at)) return undefined;
  if (answer.status === 403) {
    return { type: 'not-followed', failure: failureOf(answer, 'execution-not-viewable'), at };
  }
  if (answer.status === 404 || answer.status === 410) {
    return { type: 'not-followed', failure: failureOf(answer, 'execution-not-found'), at };
  }
  if (answer.status !== 200) return undefined;
  const execution = runtimeExecutionSchema.safeParse(jsonOf(answer));
  if (!execution.success) return answer.cut ? tooLarge(answer.body, executionId, at) : undefined;
  const { id: _, flowErrorInfo, outputData, ...rest } = execution.data;
  return {
    type: 'seen',
    execution: { id: executionId, ...rest, ...outputToKeep(outputData), errorInfo: flowErrorInfo },
    at,
  };
}

/**
 * An answer that was too large to be read to its end is no JSON any more. How the execution stands is
 * nevertheless in it, because the output is what makes it large.
 */
function tooLarge(body: string, executionId: string, at: number): LaunchEvent | undefined {
  // The output may have a `status` of its own; the execution's is in capitals and a known one.
  const [, status] =
    /"status"\s*:\s*"(RUNNING|COMPLETED|FAILED|ERROR|TERMINATED)"/.exec(body) ?? [];
  if (status === undefined) return undefined;
  return { type: 'seen', execution: { id: executionId, status, outputCut: true }, at };
}

/** If the clock was set back in between, the age is unknown, and the execution does not count as new. */
function isJustAccepted(acceptedAt: number | undefined, at: number): boolean {
  return acceptedAt !== undefined && at >= acceptedAt && at - acceptedAt < untilFound;
}
