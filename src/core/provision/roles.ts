import { extrasOf, operations } from '../session/extras.ts';
import { needsOf } from '../session/permission.ts';
import type { Connection, Settings } from '../settings/settings.ts';

/** A role with exactly the permissions that its holder needs, as `domain:entity:action`. */
export interface Role {
  /** In the names of resources, and under `role_<key>`. */
  key: 'agent' | 'author';
  name: string;
  description: string;
  permissions: readonly string[];
}

/**
 * The roles for the people who use a connection. Agents choose from the flows that the settings name;
 * only where there are none do they need to list flows. Both read contacts and data tables where the
 * connection is set up for that. Authors also read flows and past executions.
 */
export function rolesFor(connection: Connection, { lookUpContacts }: Settings): Role[] {
  const launching = [
    ...needsOf.launch.permissions,
    ...needsOf.execution.permissions,
    ...(lookUpContacts ? needsOf.contacts.permissions : []),
    // One of the permissions of each is enough.
    ...extrasOf(connection).flatMap((id) => needsOf[operations[id]].permissions.slice(0, 1)),
  ];
  const listing = connection.flows.length === 0 ? needsOf['flow-search'].permissions : [];
  return [
    {
      key: 'agent',
      name: 'Kickoff agent',
      description: 'Launches workflows with Kickoff and sees how they end.',
      permissions: sorted([...launching, ...listing]),
    },
    {
      key: 'author',
      name: 'Kickoff author',
      description: 'Launches workflows with Kickoff, reads them and their past executions.',
      permissions: sorted([
        ...launching,
        ...needsOf['flow-search'].permissions,
        ...needsOf.flow.permissions,
        ...needsOf.history.permissions,
        ...needsOf['history-setting'].permissions,
      ]),
    },
  ];
}

const sorted = (permissions: readonly string[]) => [...new Set(permissions)].toSorted();

/** The permissions of a role as policies: those of one entity together. */
export interface PermissionPolicy {
  domain: string;
  entityName: string;
  actionSet: string[];
}

/** https://developer.genesys.cloud/authorization/roles-permissions/role-policies */
export function policiesOf({ permissions }: Role): PermissionPolicy[] {
  const policies: PermissionPolicy[] = [];
  for (const permission of permissions) {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    const known = policies.find((each) => each.domain === domain && each.entityName === entityName);
    if (known) known.actionSet.push(action);
    else policies.push({ domain, entityName, actionSet: [action] });
  }
  return policies;
}
