import type { FlowChoice } from './flow-search.ts';
import type { SiteRule } from './site-rule.ts';

/** The flow that a site rule offers, by its id or its name; undefined where there is none such. */
export function flowOfSite(
  rule: Pick<SiteRule, 'flow'> | undefined,
  flows: readonly FlowChoice[],
): string | undefined {
  const wanted = rule?.flow?.trim().toLowerCase();
  if (!wanted) return undefined;
  return flows.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
    ?.id;
}

/** A rule for the site of an address, with nothing in it yet; undefined for what is no site. */
export function ruleForSite(address: string): SiteRule | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A pattern's host names no port: any port of the host is meant.
  return { name: url.hostname, match: [`${url.protocol}//${url.hostname}/*`], fields: {} };
}
