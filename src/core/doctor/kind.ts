import { isObject } from '../base/json.ts';
import { readLiteral } from '../request/literal.ts';
import type { SeenRequest } from '../request/seen.ts';
import { partsOf } from './address.ts';
import { flowIdWithin, isFlowId } from './flow-id.ts';
import { fieldLike, isFlowIdName } from './keys.ts';

/** What a request is meant for. `unknown`: JSON alone that nothing tells to be a launch's body. */
export type RequestKind = 'launch' | 'token-request' | 'other-request' | 'unknown';

/**
 * What a request is meant for, by its address and, where that leaves it open, by its body. Whatever
 * speaks of executing, running or starting a flow is a launch, wherever it is sent to.
 */
export function kindOf(seen: SeenRequest): RequestKind {
  const { method, url, bodyText } = seen;
  const isLaunchBody = bodyText !== undefined && looksLikeLaunch(bodyText);
  if (url === undefined) {
    if (isLaunchBody || seen.form !== '' || bodyText === undefined) return 'launch';
    return 'unknown';
  }
  const { path, origin = '' } = partsOf(url);
  if (/\/oauth\/token\b/i.test(path) || /(?:^|[&{"'\s])grant_type/.test(bodyText ?? ''))
    return 'token-request';
  if (/\/oauth\//i.test(path) || /\/analytics\//i.test(path)) return 'other-request';
  const isOfFlows = /flow|architect/i.test(path);
  const isStarting = /exec|launch|run\b|start|trigger(?!s\b)|invoke/i.test(path);
  const isReading = /^(?:GET|HEAD|DELETE)$/.test(method ?? '') && bodyText === undefined;
  // A browser asks so whether it may send the request.
  if (method === 'OPTIONS' && bodyText === undefined) return 'other-request';
  if (isOfFlows && isStarting) {
    const isOfExecution = /executions\/?[^/]+/i.test(path) || !/executions\/?$/i.test(path);
    return isReading && isOfExecution ? 'other-request' : 'launch';
  }
  if (isReading) return 'other-request';
  const isNowhere = path === '/' || /^\/?(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})?\/?$/.test(path);
  return isLaunchBody || (isNowhere && /genesys|pure/i.test(origin)) ? 'launch' : 'other-request';
}

/** Whether a body names a flow or inputs, whatever it calls them. */
function looksLikeLaunch(text: string): boolean {
  const read = readLiteral(text);
  if (!read.ok) return /["']?flow_?id["']?\s*[:=]/i.test(text);
  const { value } = read.value;
  if (typeof value === 'string') return /flow_?id/i.test(value);
  return isLaunchLike(value, 0);
}

function isLaunchLike(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return value.length === 1 && isLaunchLike(value[0], depth + 1);
  if (!isObject(value) || depth > 3 || isSchema(value)) return false;
  return Object.entries(value).some(([name, it]) => {
    const field = fieldLike(name);
    if (field === 'flowId') return true;
    if (field === 'inputData') return isObject(it) || Array.isArray(it);
    if (isFlowIdName(name) && name !== 'id' && typeof it === 'string')
      return flowIdWithin(it) !== undefined;
    if (/^(?:work)?flow$/i.test(name) && isObject(it))
      return typeof it.id === 'string' && isFlowId(it.id);
    if (/^flow\./i.test(name)) return true;
    return isObject(it) && isLaunchLike(it, depth + 1);
  });
}

/** Whether an object is a JSON Schema, as the contract of a data action is: it says what a body may hold, and is none. */
function isSchema({ type, properties }: Readonly<Record<string, unknown>>): boolean {
  return type === 'object' && isObject(properties) && Object.values(properties).every(isObject);
}
