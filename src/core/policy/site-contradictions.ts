import type { Policy } from '../settings/managed.ts';
import { neverMatches } from '../settings/never-matches.ts';
import { type Connection, defaultContactTypes, idSchema } from '../settings/settings.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import { type Contradiction, found, noted, type Placed } from './contradiction.ts';
import { covers, overlap } from './match-patterns.ts';
import { isSelector } from './selector.ts';

/** The contradictions within one site rule, and with the rules before it. */
export function ofSite(
  site: Placed<SiteRule>,
  before: readonly Placed<SiteRule>[],
  policy: Policy,
  connections: readonly Placed<Connection>[],
): Contradiction[] {
  return [
    ...ofRule(site, policy),
    ...ofSiteFlow(site, policy, connections),
    ...ofCover(site, before),
  ];
}

function ofRule({ path, part }: Placed<SiteRule>, policy: Policy): Contradiction[] {
  const { allowedSites } = policy;
  return [
    ...part.match.flatMap((pattern, place) => {
      const at = `${path}.match[${place}]`;
      const never = ofPattern(pattern, at);
      if (never.some(({ isNote }) => !isNote) || allowedSites === undefined) return never;
      if (allowedSites.some((allowed) => covers(allowed, pattern))) return never;
      const isPartly = allowedSites.some((allowed) => overlap(allowed, pattern));
      return [
        ...never,
        isPartly
          ? noted('site_partly_allowed', at, { pattern })
          : found('site_not_allowed', at, { pattern }),
      ];
    }),
    ...Object.entries(part.fields).flatMap(([field, { selector }]) =>
      selector === undefined || isSelector(selector)
        ? []
        : [found('selector_invalid', `${path}.fields.${field}.selector`, { selector })],
    ),
    ...ofContactType(`${path}.contactType`, part.contactType, policy),
  ];
}

function ofSiteFlow(
  { path, part }: Placed<SiteRule>,
  policy: Policy,
  connections: readonly Placed<Connection>[],
): Contradiction[] {
  const wanted = part.flow?.trim().toLowerCase();
  if (!wanted) return [];
  const at = `${path}.flow`;
  const params = { flow: part.flow ?? '' };
  const { allowedFlows } = policy;
  const id = idSchema.safeParse(wanted).data;
  if (id !== undefined) {
    const isAllowed = allowedFlows?.includes(id) ?? true;
    return isAllowed ? [] : [found('site_flow_not_allowed', at, params)];
  }
  const inUse =
    connections.find(({ part: { name } }) => name === policy.settings.connection) ?? connections[0];
  // Without a connection or flows in the policy, the flows are those that people set or may list.
  if (inUse === undefined || inUse.part.flows.length === 0) return [];
  const named = (connection: Connection) =>
    connection.flows.filter(({ name }) => name.toLowerCase() === wanted);
  const here = named(inUse.part);
  const [only, other] = here;
  if (other !== undefined) return [found('site_flow_ambiguous', at, params)];
  // Whether the flow is allowed, the check of the flow itself says.
  if (only !== undefined) return [];
  const elsewhere = connections.find(({ part: each }) => named(each).length > 0);
  return elsewhere
    ? [noted('site_flow_elsewhere', at, { ...params, connection: elsewhere.part.name })]
    : [found('site_flow_unknown', at, { ...params, connection: inUse.part.name })];
}

/** The first rule that fits a page counts, so a rule never does if earlier ones fit all its pages. */
function ofCover(
  { path, part }: Placed<SiteRule>,
  before: readonly Placed<SiteRule>[],
): Contradiction[] {
  const covering = part.match.map((pattern) =>
    before.find(
      ({ part: { hash, types, match } }) =>
        !hash && !types && match.some((wider) => covers(wider, pattern)),
    ),
  );
  const [first] = covering;
  if (first === undefined || covering.includes(undefined)) return [];
  return [found('site_covered', path, { site: part.name, other: first.part.name })];
}

/** A contact type has no effect where the list of contact types lacks it. */
export function ofContactType(
  path: string,
  type: string | undefined,
  { settings, adds }: Policy,
): Contradiction[] {
  const types = settings.contactTypes ?? defaultContactTypes;
  if (type === undefined || types.includes(type)) return [];
  if (adds.includes('contactTypes') && defaultContactTypes.includes(type)) return [];
  return [found('contact_type_unlisted', path, { type, types: types.join(', ') })];
}

/** Patterns of allowed sites that match no page, and an empty list of them. */
export function ofAllowedSites(policy: Policy, document: Record<string, unknown>): Contradiction[] {
  const { allowedSites } = policy;
  if (allowedSites === undefined) return [];
  if (allowedSites.length === 0) return [found('sites_none_allowed', 'allowedSites')];
  const raw = Array.isArray(document.allowedSites) ? document.allowedSites : [];
  return allowedSites.flatMap((pattern) =>
    ofPattern(pattern, `allowedSites[${raw.indexOf(pattern)}]`),
  );
}

function ofPattern(pattern: string, path: string): Contradiction[] {
  const never = neverMatches(pattern);
  if (never) {
    const { reason, instead } = never;
    return [found(`never_${reason}`, path, { pattern, instead })];
  }
  const isHome = /^[^:]+:\/\/[^/]+\/$/.test(pattern);
  return isHome ? [noted('home_page_only', path, { pattern, instead: `${pattern}*` })] : [];
}
