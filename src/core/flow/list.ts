import { type Failure, failureSchema } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { type EffectiveSettings, mayLaunch } from '../settings/managed.ts';
import { type ConfiguredFlow, type Connection, connectionInUse } from '../settings/settings.ts';
import { type FlowDetail, type FlowSummary, flowDetailSchema, flowSummarySchema } from './flow.ts';
import type { FlowChoice } from './search.ts';

/** The flows of a connection as last read, kept so that the picker has something at once. */
export const flowCacheSchema = z.object({
  flows: z.array(flowSummarySchema),
  /** How many the server says there are, while pages are still coming. */
  total: z.optional(z.number()),
  complete: z.boolean(),
  /** When the list was last read to its end, in milliseconds since 1970. */
  readAt: z.optional(z.number()),
  /** Why there is no list, or why it is not read to its end. */
  failure: z.optional(failureSchema),
});

export type FlowCache = z.infer<typeof flowCacheSchema>;

export const emptyFlowCache: FlowCache = { flows: [], complete: false };

/** Chosen flows with their inputs, by flow id, and why one could not be read. */
export const flowDetailsSchema = z.record(
  z.string(),
  z.union([
    z.object({ flow: flowDetailSchema }),
    z.object({ failure: failureSchema, readAt: z.number() }),
  ]),
);

export type FlowDetails = z.infer<typeof flowDetailsSchema>;

/**
 * Flows launched lately, the latest first, and when, in milliseconds since 1970; by the host of the
 * page when it was last launched from a page of that site.
 */
export const recentFlowsSchema = z.array(
  z.object({
    id: z.string(),
    at: z.number(),
    sites: z.optional(z.record(z.string(), z.number())),
  }),
);

export type RecentFlows = z.infer<typeof recentFlowsSchema>;

/** So many flows are remembered, and so many sites of each. */
const mostRecent = 20;

/** The recent flows after one more launch, from a page with that address if there was one. */
export function withRecent(
  recent: RecentFlows,
  { id, at, address }: { id: string; at: number; address: string | undefined },
): RecentFlows {
  const host = siteHost(address);
  const before = recent.find((each) => each.id === id)?.sites ?? {};
  const sites = Object.entries(host === undefined ? before : { ...before, [host]: at })
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostRecent);
  const rest = recent.filter((each) => each.id !== id);
  return [{ id, at, sites: Object.fromEntries(sites) }, ...rest].slice(0, mostRecent);
}

/** Recent flows in the order to go on with: those launched from the site of an address first. */
export function recentFor(recent: RecentFlows, address: string | undefined): string[] {
  const host = siteHost(address);
  const when = ({ sites = {} }: RecentFlows[number]): number =>
    host !== undefined && Object.hasOwn(sites, host) ? (sites[host] ?? 0) : 0;
  return recent.toSorted((one, other) => when(other) - when(one)).map(({ id }) => id);
}

/** The host of a web page's address; undefined for what is no web page. */
function siteHost(address: string | undefined): string | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.host : undefined;
}

/**
 * What the picker offers: the flows that the settings name first, under that name, then those that were
 * read.
 */
export function flowChoices(
  connection: Connection,
  cache: FlowCache,
  recentFlows: RecentFlows,
): FlowChoice[] {
  const listed = new Map(cache.flows.map((flow) => [flow.id, flow]));
  const configured = new Map(connection.flows.map((flow) => [flow.id, flow]));
  const recent = new Map(recentFlows.map(({ id, at }) => [id, at]));
  const named = connection.flows.map((flow): Omit<FlowChoice, 'pinned'> => {
    const read = listed.get(flow.id);
    const isRenamed = read !== undefined && read.name !== flow.name;
    return {
      ...read,
      ...summaryOf(flow),
      ...(read && { type: read.type }),
      ...(isRenamed && { serverName: read.name }),
    };
  });
  return [...named, ...cache.flows.filter(({ id }) => !configured.has(id))].map((flow) => ({
    ...flow,
    pinned: configured.get(flow.id)?.pinned ?? false,
    recent: recent.get(flow.id),
  }));
}

/**
 * The chosen flow with its inputs: as read from the server, else as the settings describe it, so
 * that people who may not view flows have a form all the same. The name that the settings give it wins, so that
 * question, result and history call it as the list does.
 */
export function chosenFlow(
  connection: Connection,
  details: FlowDetails,
  flowId: string,
): FlowDetail | undefined {
  const configured = connection.flows.find(({ id }) => id === flowId);
  const read = details[flowId];
  if (read && 'flow' in read) {
    const { name, inputSchema } = read.flow;
    return {
      ...read.flow,
      name: configured?.name ?? name,
      inputSchema: inputSchema ?? configured?.inputSchema,
    };
  }
  return configured && { ...summaryOf(configured), inputSchema: configured.inputSchema, readAt: 0 };
}

/**
 * Why the chosen flow could not be read, where it could not. Where the settings name its inputs, it is
 * no failure that the person may not view it.
 */
export function flowFailure(
  connection: Connection,
  details: FlowDetails,
  flowId: string,
): Failure | undefined {
  const read = details[flowId];
  if (read === undefined || !('failure' in read)) return undefined;
  const { inputSchema, inputs = {} } = connection.flows.find(({ id }) => id === flowId) ?? {};
  const isDescribed = inputSchema !== undefined || Object.keys(inputs).length > 0;
  return isDescribed && read.failure.code === 'flow-not-viewable' ? undefined : read.failure;
}

function summaryOf(flow: ConfiguredFlow): FlowSummary {
  return { id: flow.id, name: flow.name, type: 'WORKFLOW' };
}

/** The pinned flows of the connection in use that may be launched. */
export function pinnedFlows(settings: EffectiveSettings): ConfiguredFlow[] {
  const flows = connectionInUse(settings)?.flows ?? [];
  return flows.filter(({ pinned, id }) => pinned && mayLaunch(settings, id));
}
