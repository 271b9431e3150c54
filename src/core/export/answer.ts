import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { balancedEnd } from '../request/balanced.ts';
import type { Piece, SeenAnswer } from '../request/piece.ts';
import { headersByName, maybe, pairs } from './parts.ts';

/** `FlowRuntimeExecution.status`, https://developer.genesys.cloud/devapps/api-explorer */
const executionStatus = /^(?:UNKNOWN|RUNNING|ERROR|TERMINATED|COMPLETED|FAILED)$/i;

/**
 * An answer or the record of an execution, told from requests by the members that only they have;
 * `undefined` for every other value.
 */
export function answerOrExecution(printed: Readonly<Record<string, unknown>>): Piece | undefined {
  const value = asPublished(printed);
  if (isExecution(value)) return { kind: 'execution', execution: value, at: 0 };
  const answer = wrapped(value) ?? (isAnswerBody(value) ? bare(value) : undefined);
  return answer && { kind: 'answer', answer, at: 0 };
}

/** An execution as it is read by its id, or an entry of the execution history. */
function isExecution(value: Readonly<Record<string, unknown>>): boolean {
  const { status, dateLaunched, flowErrorInfo, completionReason, flowVersion, outputData } = value;
  const isStatus = typeof status === 'string' && executionStatus.test(status);
  const isRun = [dateLaunched, flowErrorInfo, completionReason, flowVersion, outputData].some(
    (it) => it !== undefined,
  );
  if (isStatus && isRun) return true;
  if (isObject(flowErrorInfo) && dateLaunched !== undefined) return true;
  const { startDateTime, flowId, flowName, flowType, flowErrorReason, executionId } = value;
  const isNamed = [flowName, flowType, flowErrorReason, executionId].some((it) => it !== undefined);
  return typeof startDateTime === 'string' && typeof flowId === 'string' && isNamed;
}

const isOne =
  (...names: string[]) =>
  (value: Readonly<Record<string, unknown>>) =>
    names.some((name) => value[name] !== undefined);

/** The SDK for Python prints an execution with the names of its classes: `flow_error_info`. */
function asPublished(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isOfPython = isOne('flow_error_info', 'completion_reason', 'date_launched')(value);
  if (!isOfPython) return value;
  const published = inCamelCase(value);
  const { flowErrorInfo } = published;
  return isObject(flowErrorInfo)
    ? { ...published, flowErrorInfo: inCamelCase(flowErrorInfo) }
    : published;
}

function inCamelCase(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      it,
    ]),
  );
}

/** Members that no answer of the API has, and every launch has one of. */
const ofLaunches = isOne('flowId', 'flow_id', 'FlowId', 'inputData', 'input_data');

/**
 * The body of an answer: the API's `ErrorBody`, an error of the login server, a token, what a launch is answered with,
 * or what a gateway on the way to the API says.
 */
export function isAnswerBody(value: Readonly<Record<string, unknown>>): boolean {
  if (ofLaunches(value)) return false;
  const { access_token: token, selfUri, id } = value;
  if (typeof token === 'string' && isOne('token_type', 'expires_in')(value)) return true;
  if (typeof id === 'string' && typeof selfUri === 'string')
    return /\/flows\/executions\//.test(selfUri);
  return isSignInError(value) || isErrorBody(value) || isProblem(value);
}

function isSignInError(value: Readonly<Record<string, unknown>>): boolean {
  if (typeof value.error !== 'string') return false;
  return isOne('error_description', 'description')(value) || Object.keys(value).length === 1;
}

const detailsOfErrors = isOne(
  'contextId',
  'details',
  'errors',
  'messageParams',
  'messageWithParams',
  'limit',
);

function isErrorBody(value: Readonly<Record<string, unknown>>): boolean {
  const { status, errors } = value;
  const { message, code } = named(value);
  const isTold = typeof message === 'string' || typeof code === 'string';
  if (isTold && (detailsOfErrors(value) || typeof status === 'number')) return true;
  if (typeof message === 'string' && (typeof code === 'string' || isFailure(status))) return true;
  // The codes of the API are words with dots between them.
  if (typeof code === 'string' && /^[a-z]+(?:\.[a-z]+)+$/.test(code)) return true;
  if (typeof message === 'string' && Object.keys(value).length === 1) return true;
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((it) => isObject(it) && isOne('code', 'message', 'errorCode')(it))
  );
}

function isFailure(status: unknown): boolean {
  return typeof status === 'string' && /^(?:error|fail(?:ed|ure)?)$/i.test(status);
}

/** What gateways answer with: https://www.rfc-editor.org/rfc/rfc9457#section-3.1 */
function isProblem({ title, status, detail, type }: Readonly<Record<string, unknown>>): boolean {
  const isStatus = typeof status === 'number' && status >= 400 && status < 600;
  return (
    isStatus && typeof title === 'string' && [detail, type].some((it) => typeof it === 'string')
  );
}

/** Data actions and gateways have names of their own for what the API calls `message` and `code`. */
function named(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { userMessage, errorCode, detail, title } = value;
  return {
    message: userMessage ?? (isProblem(value) ? (detail ?? title) : undefined),
    code: errorCode,
    ...value,
  };
}

/**
 * A data action quotes in its message what Genesys Cloud answered to it: that says more.
 * https://help.mypurecloud.com/?p=266465
 */
function quotedIn(message: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof message !== 'string') return undefined;
  const at = message.indexOf('{"');
  const end = at < 0 ? undefined : balancedEnd(message, at);
  if (end === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(message.slice(at, end));
    return isObject(value) && isAnswerBody(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function bare(value: Readonly<Record<string, unknown>>): SeenAnswer {
  const { status, userMessage, errors } = value;
  const inner = Array.isArray(errors) ? errors.filter(isObject).map((it) => it.userMessage) : [];
  const quoted = [value.message, userMessage, ...inner]
    .map(quotedIn)
    .find((it) => it !== undefined);
  if (quoted !== undefined) return bare(quoted);
  const isStatus = typeof status === 'number' && status >= 100 && status < 600;
  return { status: isStatus ? status : undefined, headers: {}, body: JSON.stringify(named(value)) };
}

const wrapperSchema = z.object({
  status: maybe(z.int().check(z.gte(100), z.lte(599))),
  statusCode: maybe(z.int().check(z.gte(100), z.lte(599))),
  code: maybe(z.int().check(z.gte(100), z.lte(599))),
  headers: pairs,
});

/**
 * An answer with its status beside its body, as errors of SDKs and HTTP libraries print it:
 * `{ status, headers, body }`, `{ response: { status, data } }`, `{ statusCode, body }`.
 */
export function wrapped(value: Readonly<Record<string, unknown>>): SeenAnswer | undefined {
  if (isObject(value.response) && !('url' in value) && !isObject(value.request)) {
    const inner =
      wrapped(value.response) ?? (isAnswerBody(value.response) ? bare(value.response) : undefined);
    if (inner !== undefined) return inner;
  }
  const parsed = wrapperSchema.safeParse(value);
  if (!parsed.success || 'url' in value || 'method' in value) return undefined;
  const { statusCode, code, status = statusCode ?? code, headers } = parsed.data;
  if (status === undefined) return undefined;
  const body = value.body ?? value.data ?? value.error ?? value.text ?? value.responseBody;
  if (typeof body === 'string') return { status, headers: headersByName(headers), body };
  if (!isObject(body) || ofLaunches(body)) return undefined;
  return { status, headers: headersByName(headers), body: JSON.stringify(body) };
}
