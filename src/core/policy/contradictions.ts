import { isObject } from '../base/json.ts';
import { placeholdersIn } from '../form/template.ts';
import { extrasOf } from '../session/extras.ts';
import { needsOf } from '../session/permission.ts';
import type { Policy } from '../settings/managed.ts';
import { type ConfiguredFlow, type Connection, neededScopes } from '../settings/settings.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import { type Contradiction, found, noted, type Placed, placed } from './contradiction.ts';
import { ofAllowedSites, ofContactType, ofSite } from './site-contradictions.ts';

/** Finds every contradiction of a policy, in the order of the document's schema. */
export function contradictionsIn(
  policy: Policy,
  document: Record<string, unknown>,
): Contradiction[] {
  const connections = placed(
    policy.settings.connections ?? [],
    document.connections,
    'connections',
  );
  const sites = placed(policy.settings.sites ?? [], document.sites, 'sites');
  return [
    ...connections.flatMap((each) => ofConnection(each, policy, sites, document)),
    ...ofConnectionInUse(policy, connections, document),
    ...sites.flatMap((site, place) => ofSite(site, sites.slice(0, place), policy, connections)),
    ...ofContactType('defaultContactType', policy.settings.defaultContactType, policy),
    ...ofContacts(policy),
    ...ofAllowedSites(policy, document),
    ...ofMode(document),
    ...(policy.allowedFlows?.length === 0 ? [found('flows_none_allowed', 'allowedFlows')] : []),
  ];
}

/** Looking up contacts needs a connection with the scope for it. It is only a note, as people may have their own one. */
function ofContacts({ settings: { connections, lookUpContacts } }: Policy): Contradiction[] {
  const isRead = connections?.some((each) => extrasOf(each).includes('contacts')) ?? true;
  const [scope] = needsOf.contacts.scopes;
  return lookUpContacts && !isRead ? [noted('contacts_unread', 'lookUpContacts', { scope })] : [];
}

function ofConnection(
  { path, part }: Placed<Connection>,
  policy: Policy,
  sites: readonly Placed<SiteRule>[],
  document: Record<string, unknown>,
): Contradiction[] {
  const isEnough = ['all', 'architect'].some((scope) => part.scopes.includes(scope));
  const scopes = isEnough
    ? []
    : [found('scope_missing', `${path}.scopes`, { scopes: neededScopes.join(' ') })];
  const raw = valueAt(document, path);
  const flows = placed(part.flows, Object(raw).flows, `${path}.flows`);
  const twice = flows.filter((flow, place) =>
    flows.slice(0, place).some((other) => other.part.id === flow.part.id),
  );
  const fields = fieldsOf(sites);
  return [
    ...scopes,
    ...flows.flatMap((flow) => ofFlow(flow, part, policy, fields)),
    ...twice.map((flow) => found('flow_twice', flow.path, { flow: flow.part.id })),
  ];
}

function ofFlow(
  { path, part: flow }: Placed<ConfiguredFlow>,
  { confirmLaunch }: Connection,
  { allowedFlows }: Policy,
  fields: ReadonlySet<string>,
): Contradiction[] {
  const params = { flow: flow.name, id: flow.id };
  const inputs = inputNames(flow);
  return [
    ...(allowedFlows && !allowedFlows.includes(flow.id)
      ? [found('flow_not_allowed', path, params)]
      : []),
    ...(flow.launchAtOnce && confirmLaunch
      ? [found('at_once_confirmed', `${path}.launchAtOnce`, params)]
      : []),
    ...Object.entries(flow.inputs).flatMap(([input, template]) => [
      ...(inputs && !inputs.has(input)
        ? [found('input_unknown', `${path}.inputs.${input}`, { input })]
        : []),
      ...placeholdersIn(template)
        .filter((field) => !fields.has(field))
        .map((field) => found('template_unknown', `${path}.inputs.${input}`, { field })),
    ]),
  ];
}

/** The names of the inputs in the flow's input schema; undefined where it has none. */
function inputNames({ inputSchema }: ConfiguredFlow): ReadonlySet<string> | undefined {
  if (!isObject(inputSchema) || !isObject(inputSchema.properties)) return undefined;
  return new Set(Object.keys(inputSchema.properties));
}

/** A mode has no effect for a list that the policy does not set. */
function ofMode(document: Record<string, unknown>): Contradiction[] {
  const modes = isObject(document.mode) ? Object.keys(document.mode) : [];
  return modes
    .filter((list) => !Object.hasOwn(document, list))
    .map((list) => found('mode_without_list', `mode.${list}`, { list }));
}

function ofConnectionInUse(
  { settings, adds }: Policy,
  connections: readonly Placed<Connection>[],
  document: Record<string, unknown>,
): Contradiction[] {
  if (settings.connections === undefined) return [];
  const isAdded = adds.includes('connections');
  if (connections.length === 0) {
    // Where every connection has a defect, each defect has a problem of its own.
    const isEmpty = Array.isArray(document.connections) && document.connections.length === 0;
    return isEmpty && !isAdded ? [found('connections_none', 'connections')] : [];
  }
  const { connection: name } = settings;
  const isThere = name === undefined || connections.some(({ part }) => part.name === name);
  if (isThere) return [];
  const names = connections.map(({ part }) => part.name).join(', ');
  const params = { name, names };
  // Where people may add their own connections, one of those may have the name.
  return [(isAdded ? noted : found)('connection_unknown', 'connection', params)];
}

/** The fields that any page may have; site rules add others. */
const fieldsOfPages = [
  'customerNumber',
  'contactType',
  'customerId',
  'customerName',
  'email',
  'conversationId',
  'flowId',
  'selection',
  'pageUrl',
  'pageTitle',
];

function fieldsOf(sites: readonly Placed<SiteRule>[]): ReadonlySet<string> {
  return new Set([...fieldsOfPages, ...sites.flatMap(({ part }) => Object.keys(part.fields))]);
}

function valueAt(document: Record<string, unknown>, path: string): unknown {
  const [, name = '', place = ''] = /^(\w+)\[(\d+)\]$/.exec(path) ?? [];
  return Object(document[name])[place];
}
