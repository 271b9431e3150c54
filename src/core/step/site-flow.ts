import { flowChoices, recentFor } from '../flow/list.ts';
import type { FlowChoice } from '../flow/search.ts';
import type { Draft } from '../form/draft.ts';
import { mayLaunch } from '../settings/managed.ts';
import { connectionInUse, idSchema } from '../settings/settings.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import type { LauncherState } from '../view/launcher.ts';

/**
 * What of a draft changes because of the page in front. Unless a person chose a flow, it opens on the
 * one that the site's rule names. A tab without a flow begins with the one that was last launched from
 * the site, else with the last one; there it stays, whatever is launched in other tabs. Undefined where
 * all stays, or the flow is not known yet.
 */
export function offeredFlow(
  facts: Pick<LauncherState, 'settings' | 'flowCache' | 'recentFlows' | 'draft' | 'page'>,
): Pick<Draft, 'flowId' | 'bySite' | 'byLast'> | undefined {
  const { settings, flowCache, recentFlows, draft, page } = facts;
  const connection = connectionInUse(settings);
  const isChosen = draft.flowId !== undefined && !draft.bySite && !draft.byLast;
  if (page.state === 'reading' || connection === undefined || isChosen) return undefined;
  const flows = flowChoices(connection, flowCache, recentFlows);
  const named = page.state === 'read' ? flowOfSite(page.site, flows) : undefined;
  if (named !== undefined) {
    const isNews = named !== draft.flowId && mayLaunch(settings, named);
    return isNews ? { flowId: named, bySite: true, byLast: undefined } : undefined;
  }
  if (draft.flowId !== undefined && draft.byLast) return undefined;
  const launchable = new Set(flows.filter((flow) => !flow.cannotLaunch).map(({ id }) => id));
  // Where no list can be read, nothing says that a flow is gone.
  const mayBeThere = (id: string) => launchable.has(id) || flowCache.failure !== undefined;
  const last = recentFor(recentFlows, page.document.address).find(
    (id) => mayBeThere(id) && mayLaunch(settings, id),
  );
  if (last === draft.flowId) return undefined;
  return { flowId: last, bySite: undefined, byLast: last === undefined ? undefined : true };
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
  const [byName, other] = flows.filter(({ name, serverName }) =>
    [name, serverName].some((each) => each?.toLowerCase() === wanted),
  );
  // Of two flows with one name only the person knows which is meant.
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
