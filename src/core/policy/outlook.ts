import { environmentName } from '../base/environment.ts';
import { type ExtraId, extrasOf } from '../session/extras.ts';
import type { Policy } from '../settings/managed.ts';
import type { Connection } from '../settings/settings.ts';

/** One thing that agents see under a policy. The message `outlook_<code>` has its words. */
export interface OutlookLine {
  code: OutlookCode;
  params: Readonly<Record<string, string | number>>;
}

type OutlookCode =
  | 'added'
  | 'allowed_flows'
  | 'allowed_flows_none'
  | 'allowed_sites'
  | 'allowed_sites_none'
  | 'at_once'
  | 'connection'
  | 'connection_own'
  | 'connections'
  | 'confirm'
  | 'feature_off'
  | 'flows'
  | 'flows_listed'
  | 'history'
  | 'history_deleted'
  | 'history_no_inputs'
  | 'locked'
  | 'locked_all'
  | 'pinned'
  | 'reads_clicked'
  | 'reads_contacts'
  | 'reads_contacts_at_once'
  | 'reads_conversations'
  | 'reads_tables'
  | 'site'
  | 'site_flow';

/** Says what agents will see under a policy, in the order in which they meet it. */
export function outlookOf(policy: Policy): OutlookLine[] {
  const { settings, history, adds, disabledFeatures } = policy;
  const isLocked = (name: string) => adds.every((list) => list !== name);
  const locked = [
    ...Object.keys(settings).filter(isLocked),
    ...Object.keys(history).map((name) => `history.${name}`),
  ];
  return [
    ...ofConnections(policy),
    ...ofFlows(policy),
    ...ofExtras(policy),
    ...ofSites(policy),
    ...(history.days === undefined ? [] : [line('history', { days: history.days })]),
    ...(history.keepInputs === false ? [line('history_no_inputs')] : []),
    ...(history.deleteOnSignOut ? [line('history_deleted')] : []),
    ...disabledFeatures
      .filter((feature) => feature !== 'editing')
      .map((feature) => line('feature_off', { feature })),
    ...(disabledFeatures.includes('editing')
      ? [line('locked_all')]
      : [...named('locked', locked), ...named('added', adds)]),
  ];
}

function ofConnections({ settings }: Policy): OutlookLine[] {
  const { connections, connection: name } = settings;
  if (connections === undefined) return [line('connection_own')];
  const inUse = connections.find((each) => each.name === name) ?? connections[0];
  if (inUse === undefined) return [];
  const others = connections.filter((each) => each !== inUse).map((each) => each.name);
  return [
    line('connection', { connection: inUse.name, environment: environmentName(inUse.environment) }),
    ...named('connections', others),
    ...connections.filter(({ confirmLaunch }) => confirmLaunch).map(asks),
  ];
}

function named(code: OutlookCode, names: readonly string[]): OutlookLine[] {
  return names.length > 0 ? [line(code, { names: names.join(', ') })] : [];
}

const asks = ({ name }: Connection) => line('confirm', { connection: name });

function ofFlows({ settings, allowedFlows }: Policy): OutlookLine[] {
  const isAllowed = ({ id }: { id: string }) => allowedFlows?.includes(id) ?? true;
  const lines = (settings.connections ?? []).flatMap(
    ({ name: connection, flows, confirmLaunch }) => {
      const allowed = flows.filter(isAllowed);
      const namesOf = (list: readonly { name: string }[]) =>
        list.map(({ name }) => name).join(', ');
      const pinned = allowed.filter((flow) => flow.pinned);
      const others = allowed.filter((flow) => !flow.pinned);
      const atOnce = allowed.filter((flow) => flow.launchAtOnce && !confirmLaunch);
      return [
        ...(pinned.length > 0 ? [line('pinned', { connection, flows: namesOf(pinned) })] : []),
        ...(others.length > 0 ? [line('flows', { connection, flows: namesOf(others) })] : []),
        ...(atOnce.length > 0 ? [line('at_once', { flows: namesOf(atOnce) })] : []),
      ];
    },
  );
  if (allowedFlows === undefined) return [...lines, line('flows_listed')];
  return [
    ...lines,
    allowedFlows.length === 0
      ? line('allowed_flows_none')
      : line('allowed_flows', { count: allowedFlows.length }),
  ];
}

/** What Kickoff reads in Genesys Cloud beside flows. */
function ofExtras({ settings }: Policy): OutlookLine[] {
  const codes: Record<ExtraId, OutlookCode> = {
    conversations: 'reads_conversations',
    contacts: settings.lookUpContacts ? 'reads_contacts_at_once' : 'reads_contacts',
    tables: 'reads_tables',
  };
  return (settings.connections ?? []).flatMap((each) =>
    extrasOf(each).map((id) => line(codes[id], { connection: each.name })),
  );
}

function ofSites({ settings, allowedSites }: Policy): OutlookLine[] {
  const sites = (settings.sites ?? []).flatMap(({ name, match, fields, flow }) => {
    const params = { site: name, match: match.join(' '), fields: Object.keys(fields).join(', ') };
    return [
      ...(params.fields === '' ? [] : [line('site', params)]),
      ...(flow === undefined ? [] : [line('site_flow', { ...params, flow })]),
    ];
  });
  if (allowedSites === undefined) return [...sites, line('reads_clicked')];
  return [
    ...sites,
    allowedSites.length === 0
      ? line('allowed_sites_none')
      : line('allowed_sites', { sites: allowedSites.join(' ') }),
  ];
}

const line = (code: OutlookCode, params: OutlookLine['params'] = {}): OutlookLine => ({
  code,
  params,
});
