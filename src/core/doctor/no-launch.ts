import { type Finding, finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { readLiteral } from '../request/literal.ts';
import { seenRequest } from '../request/seen.ts';
import { launchPath } from './address.ts';
import { type CorrectedRequest, checkRequest } from './check.ts';
import { flowIdWithin, isFlowId } from './flow-id.ts';

/** What a paste is that is no launch, and the request that launches the flow which it names. */
export interface NoLaunch {
  readonly finding: Finding;
  readonly corrected: CorrectedRequest | null;
}

/**
 * Something of Genesys Cloud that people take for a launch: a trigger, the definition of a flow, or
 * only the flow's ID or its address in Architect. `undefined` for every other text.
 */
export function noLaunchIn(text: string): NoLaunch | undefined {
  const trimmed = text.trim();
  if (/^\S{36,400}$/.test(trimmed)) return flowAlone(trimmed);
  const read = readLiteral(trimmed);
  const value = read.ok ? read.value.value : undefined;
  return isObject(value) ? (triggerOf(value) ?? definitionOf(value)) : undefined;
}

function flowAlone(text: string): NoLaunch | undefined {
  const id = flowIdWithin(text);
  const isOfFlow = isFlowId(text) || /\/architect\/#\/\w+\/flows\//.test(text);
  if (id === undefined || !isOfFlow) return undefined;
  const [, host] = /^https:\/\/([\w.-]+)\//i.exec(text) ?? [];
  return { finding: finding('flow-alone', 'likely', { id }), corrected: launchOf(id, host) };
}

/** `Trigger`, https://developer.genesys.cloud/devapps/api-explorer (postProcessautomationTriggers). */
function triggerOf({ topicName, target }: Readonly<Record<string, unknown>>): NoLaunch | undefined {
  if (typeof topicName !== 'string' || !isObject(target)) return undefined;
  const { id } = target;
  return {
    finding: finding('is-trigger', 'certain', { topic: topicName }),
    corrected: typeof id === 'string' && isFlowId(id) ? launchOf(id) : null,
  };
}

/** A flow as Archy writes it: https://developer.genesys.cloud/devapps/archy */
function definitionOf(value: Readonly<Record<string, unknown>>): NoLaunch | undefined {
  const [[, flow] = [], ...more] = Object.entries(value);
  if (more.length > 0 || !isObject(flow)) return undefined;
  const { name, startUpRef, defaultLanguage, division } = flow;
  const isFlow =
    typeof name === 'string' &&
    [startUpRef, defaultLanguage, division].filter((it) => it !== undefined).length > 1;
  return isFlow ? { finding: finding('is-flow-definition', 'likely'), corrected: null } : undefined;
}

/** @param host where the flow was opened: the region's API lies beside it */
function launchOf(flowId: string, host?: string): CorrectedRequest {
  const url = host === undefined ? {} : { url: `https://${host}${launchPath}` };
  return checkRequest(seenRequest({ ...url, bodyText: JSON.stringify({ flowId }) })).corrected;
}
