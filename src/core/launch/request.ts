import type { Hosts } from '../base/environment.ts';
import type { HttpRequest } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { lookSchema } from '../page/look.ts';
import { shownPersonSchema } from '../session/person.ts';
import type { RequestFormat } from '../settings/settings.ts';
import { customerSchema } from './customer.ts';
import { launchPageSchema } from './launch.ts';

/** No limit is published for the name of a flow or an execution. In characters. */
const longestName = 300;

/** A complete, valid form: everything the worker needs to launch. */
export const launchRequestSchema = z.object({
  /** Our id, made with the form: one launch id is one POST. */
  id: z.guid(),
  /** The connection's name. */
  connection: z.string().check(z.minLength(1), z.maxLength(100)),
  flowId: z.guid(),
  flowName: z.string().check(z.maxLength(longestName)),
  /** Absent where the flow has no inputs or none was filled. */
  inputData: z.optional(z.record(z.string(), z.unknown())),
  /** The execution's display name. */
  name: z.optional(z.string().check(z.maxLength(longestName))),
  /** The tab that the launch was started from, to find it again there. */
  tabId: z.optional(z.int()),
  /** Whom the view showed as signed in. */
  by: z.optional(shownPersonSchema),
  /** For whom it is, and the page it is launched from, as far as the view knows. */
  customer: z.optional(customerSchema),
  page: z.optional(launchPageSchema),
  /** The conversation of the person's that it is about. */
  conversationId: z.optional(z.guid()),
  /** When the view decided on it, in milliseconds since 1970: the worker may come to it late. */
  meantAt: z.optional(z.number()),
  /** What is looked at once more in the page before the POST leaves. */
  look: z.optional(lookSchema),
});

export type LaunchRequest = z.infer<typeof launchRequestSchema>;

/**
 * The launch as it goes over the wire, byte for byte: `POST /api/v2/flows/executions` with
 * `{ flowId, inputData?, name? }`, as published for `postFlowsExecutions`.
 * https://developer.genesys.cloud/devapps/api-explorer
 *
 * The content type is stated: without it a string body goes out as `text/plain` and is refused.
 * `flowIdIn: 'path'` is not published; it serves servers in between that want it so.
 */
export function launchHttpRequest(
  request: LaunchRequest,
  hosts: Hosts,
  format: RequestFormat,
): HttpRequest {
  const { flowId, inputData, name } = request;
  const body = {
    ...(format.flowIdIn === 'path' ? {} : { flowId }),
    ...(inputData === undefined ? {} : { [format.inputsKey]: inputData }),
    ...(name === undefined || name === '' ? {} : { name }),
  };
  return {
    method: 'POST',
    url: launchAddress(flowId, hosts, format),
    headers: launchHeaders,
    body: JSON.stringify(body),
  };
}

/** Where a launch goes: the published address, with the flow's id behind it where a server wants it so. */
export function launchAddress(flowId: string, hosts: Hosts, format: RequestFormat): string {
  const inPath = format.flowIdIn === 'path' ? `/${encodeURIComponent(flowId)}` : '';
  return `${hosts.api}/api/v2/flows/executions${inPath}`;
}

/** The headers of every launch, but for the token's. */
export const launchHeaders = {
  'Content-Type': 'application/json',
  Accept: 'application/json',
} as const;

/** What a complete form gives. */
export type LaunchStart = Pick<LaunchRequest, 'flowId' | 'flowName' | 'inputData'>;

/**
 * The launch that a form makes when `Launch` is clicked, so that what is shown beforehand is what is
 * sent.
 *
 * @param id the id of the next launch
 * @param template the settings' template of the execution's name
 */
export function launchRequestOf(
  start: LaunchStart,
  { id, connection, template, conversationId }: LaunchNames,
): LaunchRequest {
  const flowName = start.flowName.slice(0, longestName);
  const name = executionName(template, flowName, id, conversationId);
  return { ...start, flowName, id, connection, name, ...(conversationId && { conversationId }) };
}

interface LaunchNames {
  id: string;
  connection: string;
  template: string;
  conversationId?: string | undefined;
}

/**
 * The execution's name from its template, in which `{{flow.name}}`, `{{launch.id}}` and
 * `{{conversation.id}}` are known. Where it gets too long the flow's name is cut, for a launch is found
 * again by its id.
 */
function executionName(
  template: string,
  flowName: string,
  launchId: string,
  conversationId = '',
): string {
  const named = (name: string) =>
    template.replace(/\{\{(flow\.name|launch\.id|conversation\.id)\}\}/g, (_, what) => {
      if (what === 'flow.name') return name;
      return what === 'launch.id' ? launchId : conversationId;
    });
  const excess = Math.max(0, named(flowName).length - longestName);
  const shorter = flowName.slice(0, Math.max(0, flowName.length - excess));
  return named(shorter).slice(0, longestName);
}
