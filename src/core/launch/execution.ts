import type { Hosts } from '../base/environment.ts';
import { errorBodySchema } from '../base/error-body.ts';
import type { HttpAnswer, HttpRequest } from '../base/http.ts';
import { jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { failureOf } from './answer.ts';
import type { LaunchEvent } from './event.ts';

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

/**
 * What an answer to `executionRequest` means for the launch's record; `undefined` where it means
 * nothing and asking again later is right (limits, passing faults, an expired session).
 */
export function readExecution(
  answer: HttpAnswer,
  executionId: string,
  at: number,
): LaunchEvent | undefined {
  if (answer.status === 403) {
    return { type: 'not-followed', failure: failureOf(answer, 'execution-not-viewable'), at };
  }
  if (answer.status === 404 || answer.status === 410) {
    return { type: 'not-followed', failure: failureOf(answer, 'execution-not-found'), at };
  }
  const execution = runtimeExecutionSchema.safeParse(jsonOf(answer));
  if (answer.status !== 200 || !execution.success) return undefined;
  const { id: _, flowErrorInfo, ...rest } = execution.data;
  return {
    type: 'seen',
    execution: { id: executionId, ...rest, errorInfo: flowErrorInfo },
    at,
  };
}
