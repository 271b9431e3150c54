import { uuid } from './uuid.ts';

export type UserKey = 'author' | 'agent' | 'viewer' | 'guest';

/** A permission as a policy: domain, entity, and the actions allowed on it. */
interface PermissionPolicy {
  domain: string;
  entityName: string;
  actionSet: readonly string[];
}

export interface SandboxUser {
  key: UserKey;
  id: string;
  name: string;
  email: string;
  password: string;
  /** `domain:entity:action`, where each part may be `*`. */
  permissions: readonly string[];
  /** Some orgs fill only these, some only the list above, some both; so do the users here. */
  permissionPolicies: readonly PermissionPolicy[];
}

/**
 * Four people with different rights: the one who builds flows, the one who only launches them, the
 * one who may look but not launch, and one with a role that has no rights.
 */
export const users: Readonly<Record<UserKey, SandboxUser>> = {
  author: {
    key: 'author',
    id: uuid('user author'),
    name: 'Ada Author',
    email: 'author@sandbox.example',
    password: 'author-sandbox',
    permissions: ['architect:flow:*', 'architect:ui:view', 'routing:*:*', 'directory:user:view'],
    permissionPolicies: [
      { domain: 'architect', entityName: 'flowExecution', actionSet: ['view'] },
      { domain: 'architect', entityName: 'flowInstance', actionSet: ['search', 'view'] },
      { domain: 'architect', entityName: 'flowinstanceexecutiondata', actionSet: ['*'] },
      { domain: 'architect', entityName: 'datatable', actionSet: ['search', 'view'] },
      { domain: 'conversation', entityName: 'communication', actionSet: ['view'] },
      { domain: 'externalContacts', entityName: 'contact', actionSet: ['view'] },
    ],
  },
  agent: {
    key: 'agent',
    id: uuid('user agent'),
    name: 'Grace Agent',
    email: 'agent@sandbox.example',
    password: 'agent-sandbox',
    permissions: ['architect:flow:launch', 'architect:flowExecution:view'],
    permissionPolicies: [],
  },
  viewer: {
    key: 'viewer',
    id: uuid('user viewer'),
    name: 'Vera Viewer',
    email: 'viewer@sandbox.example',
    password: 'viewer-sandbox',
    permissions: [
      'architect:flow:view',
      'architect:flow:search',
      'architect:flowExecution:view',
      'architect:flowInstance:search',
    ],
    permissionPolicies: [],
  },
  guest: {
    key: 'guest',
    id: uuid('user guest'),
    name: 'Gil Guest',
    email: 'guest@sandbox.example',
    password: 'guest-sandbox',
    permissions: [],
    permissionPolicies: [],
  },
};

/** The user with this id, email address in any case, or key. */
export function findUser(name: string): SandboxUser | undefined {
  const wanted = name.trim().toLowerCase();
  return Object.values(users).find(({ key, id, email }) => [key, id, email].includes(wanted));
}

/** Whether the user holds a permission `domain:entity:action`, plainly, by a wildcard or a policy. */
export function mayDo(user: SandboxUser, permission: string): boolean {
  const wanted = permission.split(':');
  const held = [
    ...user.permissions,
    ...user.permissionPolicies.flatMap(({ domain, entityName, actionSet }) =>
      actionSet.map((action) => `${domain}:${entityName}:${action}`),
    ),
  ];
  return held.some((pattern) =>
    pattern.split(':').every((part, index) => part === '*' || part === wanted[index]),
  );
}
