import { type Failure, type FailureCode, failed, type Outcome } from './failure.ts';
import { correlationId, type HttpAnswer, jsonOf } from './http.ts';
import { z } from './zod.ts';

/**
 * The published `ErrorBody`, of which every field is optional; fields of a wrong type are left out
 * rather than losing the rest. https://developer.genesys.cloud/devapps/api-explorer (ErrorBody)
 */
export const errorBodySchema = z.object({
  message: z.catch(z.optional(z.string()), undefined),
  code: z.catch(z.optional(z.string()), undefined),
  status: z.catch(z.optional(z.number()), undefined),
  messageWithParams: z.catch(z.optional(z.string()), undefined),
  messageParams: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  contextId: z.catch(z.optional(z.string()), undefined),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;

/** The error an answer carries, or an empty one where its body is none. */
export function errorBody(answer: HttpAnswer): ErrorBody {
  return errorBodySchema.safeParse(jsonOf(answer)).data ?? {};
}

/**
 * Whether an error was told by the API itself rather than by a proxy or a gateway before it: it has the
 * API's correlation id, or a code in the API's own shape. Nothing else proves what the API did.
 */
export function isOfApi(answer: HttpAnswer): boolean {
  const { code, contextId } = errorBody(answer);
  return (correlationId(answer) ?? contextId ?? code) !== undefined;
}

/**
 * Whether an answer is a web page, which the API never sends: of a proxy, a firewall or a network's own sign-in page
 * on the way to it. It says nothing of what was asked. From 500 on it may be the page of a gateway that cannot
 * reach the API, which says less of where it is from.
 */
export function isWebPage(answer: HttpAnswer): boolean {
  return answer.status < 500 && !isOfApi(answer) && isHtml(answer.body);
}

/** Whether a text is a web page: its first tag is one with which pages begin. */
export function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
}

/** Why something could not be read: a web page came in its place, or else what `code` says. */
export function notRead(
  answer: HttpAnswer,
  code: FailureCode,
  params: Failure['params'] = { status: answer.status },
): Outcome<never> {
  return isWebPage(answer)
    ? failed('proxy-answered', { status: answer.status })
    : failed(code, params);
}
