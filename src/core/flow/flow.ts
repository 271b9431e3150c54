import type { Hosts } from '../base/environment.ts';
import type { HttpRequest } from '../base/http.ts';
import { z } from '../base/zod.ts';

const versionSchema = z.object({
  id: z.catch(z.optional(z.string()), undefined),
  inputSchema: z.optional(z.unknown()),
});

/** What is read of the published `Flow` and `FlowDivisionView`; anything else in them is ignored. */
const listedFlowSchema = z.object({
  id: z.string().check(z.maxLength(100)),
  name: z.catch(z.string(), ''),
  type: z.catch(z.optional(z.string()), undefined),
  description: z.catch(z.optional(z.string()), undefined),
  division: z.catch(z.optional(z.object({ name: z.string() })), undefined),
  active: z.catch(z.optional(z.boolean()), undefined),
  deleted: z.catch(z.optional(z.boolean()), undefined),
  publishedVersion: z.catch(z.optional(versionSchema), undefined),
  inputSchema: z.optional(z.unknown()),
});

/** Why a flow cannot be launched, as far as its record tells. */
const cannotLaunchSchema = z.enum(['unpublished', 'inactive', 'deleted', 'not-workflow']);

export type CannotLaunch = z.infer<typeof cannotLaunchSchema>;

/** A flow to choose from, as kept in the list. */
export const flowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  division: z.optional(z.string()),
  type: z.string(),
  cannotLaunch: z.optional(cannotLaunchSchema),
});

export type FlowSummary = z.infer<typeof flowSummarySchema>;

/** A flow that was chosen, with its inputs. */
export const flowDetailSchema = z.extend(flowSummarySchema, {
  publishedVersion: z.optional(z.string()),
  inputSchema: z.optional(z.unknown()),
  /** When it was read, in milliseconds since 1970. */
  readAt: z.number(),
});

export type FlowDetail = z.infer<typeof flowDetailSchema>;

const pageSchema = z.object({
  entities: z.array(z.unknown()),
  pageNumber: z.catch(z.optional(z.int().check(z.positive())), undefined),
  pageCount: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
  total: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
});

/** One page of a list of flows. Entries that are no flows are left out. */
export interface FlowPage {
  flows: FlowSummary[];
  pageCount: number;
  total: number | undefined;
}

/**
 * Which list to read: `/flows` needs `architect:flow:view` and tells what is inactive or deleted,
 * `/flows/divisionviews` needs `architect:flow:search` and does not.
 */
export type FlowList = 'flows' | 'divisionviews';

/**
 * Asks for one page of the workflows, by name.
 * `GET /api/v2/flows`, `GET /api/v2/flows/divisionviews`: https://developer.genesys.cloud/devapps/api-explorer
 * The largest page size is not published; Genesys' Terraform provider reads 500 at a time.
 */
export function flowPageRequest(
  hosts: Hosts,
  list: FlowList,
  page: { number: number; size: number },
): HttpRequest {
  const path = list === 'flows' ? '/api/v2/flows' : '/api/v2/flows/divisionviews';
  const query = new URLSearchParams({
    type: 'workflow',
    pageNumber: String(page.number),
    pageSize: String(page.size),
    sortBy: 'name',
    sortOrder: 'asc',
  });
  return get(`${hosts.api}${path}?${query}`);
}

/** Reads one page of a list; `undefined` where the answer is no list. */
export function readFlowPage(body: unknown): FlowPage | undefined {
  const page = pageSchema.safeParse(body);
  if (!page.success) return undefined;
  const flows = page.data.entities.flatMap((entity) => {
    const flow = listedFlowSchema.safeParse(entity);
    return flow.success ? [summary(flow.data)] : [];
  });
  return { flows, pageCount: page.data.pageCount ?? 1, total: page.data.total };
}

/** Asks for one flow. 404 `architect.flow.not.found`, 410 `architect.flow.deleted`. */
export function flowRequest(hosts: Hosts, flowId: string): HttpRequest {
  return get(`${hosts.api}/api/v2/flows/${encodeURIComponent(flowId)}`);
}

/**
 * Asks for one flow with its input schema by way of a list, for people who may search flows but not
 * view them, and for servers that leave the schema out of the single flow.
 */
export function flowByListRequest(hosts: Hosts, flowId: string): HttpRequest {
  const query = new URLSearchParams({ id: flowId, includeSchemas: 'true' });
  return get(`${hosts.api}/api/v2/flows/divisionviews?${query}`);
}

/** Reads one flow; `undefined` where the answer is none. */
export function readFlow(body: unknown, readAt: number): FlowDetail | undefined {
  const parsed = listedFlowSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const flow = parsed.data;
  return {
    ...summary(flow),
    publishedVersion: flow.publishedVersion?.id,
    inputSchema: flow.publishedVersion?.inputSchema ?? flow.inputSchema,
    readAt,
  };
}

/** Reads the only flow of a list that was asked for by id. */
export function readFlowOfList(body: unknown, readAt: number): FlowDetail | undefined {
  return readFlow(pageSchema.safeParse(body).data?.entities[0], readAt);
}

function summary(flow: z.infer<typeof listedFlowSchema>): FlowSummary {
  return {
    id: flow.id,
    name: flow.name === '' ? flow.id : flow.name,
    description: flow.description,
    division: flow.division?.name,
    type: flow.type ?? 'WORKFLOW',
    cannotLaunch: whyNot(flow),
  };
}

/** Workflows are the only type known to launch over this API; nothing published names a second one. */
function whyNot(flow: z.infer<typeof listedFlowSchema>): CannotLaunch | undefined {
  if (flow.deleted === true) return 'deleted';
  if (flow.type !== undefined && flow.type.toUpperCase() !== 'WORKFLOW') return 'not-workflow';
  if (flow.publishedVersion === undefined) return 'unpublished';
  if (flow.active === false) return 'inactive';
  return undefined;
}

function get(url: string): HttpRequest {
  return { method: 'GET', url, headers: { Accept: 'application/json' } };
}
