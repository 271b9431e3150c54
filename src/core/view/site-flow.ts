import { flowChoices } from '../flow/list.ts';
import type { FlowChoice } from '../flow/search.ts';
import type { Draft } from '../form/draft.ts';
import { mayLaunch } from '../settings/managed.ts';
import { connectionInUse, idSchema } from '../settings/settings.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import type { LauncherState } from './launcher.ts';

/**
 * What of a draft changes because the page's site names a flow, or no longer does: the page opens on
 * that flow unless a person chose one. Undefined where all stays, or the flow is not known yet.
 */
export function offeredBySite(
  facts: Pick<LauncherState, 'settings' | 'flowCache' | 'recentFlows' | 'draft' | 'page'>,
): Pick<Draft, 'flowId' | 'bySite'> | undefined {
  const { settings, flowCache, recentFlows, draft, page } = facts;
  const connection = connectionInUse(settings);
  const isChosen = draft.flowId !== undefined && draft.bySite !== true;
  if (page.state !== 'read' || connection === undefined || isChosen) return undefined;
  const flows = flowChoices(connection, flowCache, recentFlows);
  const flowId = flowOfSite(page.site, flows);
  if (flowId === draft.flowId || (flowId && !mayLaunch(settings, flowId))) return undefined;
  return flowId === undefined ? { flowId, bySite: undefined } : { flowId, bySite: true };
}

/**
 * The flow that a site rule offers, by its id or its name; undefined where there is none such, or
 * more than one.
 *
 * @internal exported for its test
 */
export function flowOfSite(
  rule: Pick<SiteRule, 'flow'> | undefined,
  flows: readonly FlowChoice[],
): string | undefined {
  const wanted = rule?.flow?.trim().toLowerCase();
  if (!wanted) return undefined;
  const byId = flows.find(({ id }) => id.toLowerCase() === wanted);
  const [byName, other] = flows.filter(({ name }) => name.toLowerCase() === wanted);
  // Of two flows with one name nobody but the person knows which is meant.
  const listed = byId ?? (other === undefined ? byName : undefined);
  // Who may not list flows can be offered one all the same.
  return listed?.id ?? idSchema.safeParse(wanted).data;
}

/** A rule for the site of an address, with nothing in it yet; undefined for what is no site. */
export function ruleForSite(address: string): SiteRule | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A pattern's host names no port: any port of the host is meant.
  return { name: url.hostname, match: [`${url.protocol}//${url.hostname}/*`], fields: {} };
}
