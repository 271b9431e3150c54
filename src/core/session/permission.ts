/** What a call needs: https://developer.genesys.cloud/devapps/api-explorer names it with each. */
export interface Needs {
  /** Any one of these, as `domain:entity:action`. */
  readonly permissions: readonly string[];
  /** Any one of these. */
  readonly scopes: readonly string[];
}

const reading = ['architect', 'architect:readonly'];
const ownData = ['user-basic-info'];

/** The calls that this product makes, and what each of them needs. */
export const needsOf = {
  launch: { permissions: ['architect:flow:launch'], scopes: ['architect'] },
  execution: { permissions: ['architect:flowExecution:view'], scopes: reading },
  flow: { permissions: ['architect:flow:view'], scopes: reading },
  flows: { permissions: ['architect:flow:view'], scopes: reading },
  'flow-search': { permissions: ['architect:flow:search'], scopes: reading },
  history: { permissions: ['architect:flowInstance:search'], scopes: reading },
  'history-setting': {
    permissions: ['architect:flowinstanceexecutiondata:view'],
    scopes: reading,
  },
  conversations: {
    permissions: [],
    scopes: ['conversations:readonly', 'conversations'],
  },
  contacts: {
    permissions: ['externalContacts:contact:view'],
    scopes: ['external-contacts:readonly', 'external-contacts'],
  },
  'table-rows': {
    permissions: ['architect:datatable:view', 'architect:datatableRow:view'],
    scopes: reading,
  },
  user: { permissions: [], scopes: ownData },
  token: { permissions: [], scopes: ownData },
} as const satisfies Record<string, Needs>;

export type Operation = keyof typeof needsOf;

/**
 * Whether a person holds a permission. What is held may have `*` for any part: `architect:flow:*`,
 * `*:*:*`. Says nothing about divisions.
 *
 * @param held as `users/me` gives them, `permissions` and `permissionPolicies` merged
 */
export function holdsPermission(held: readonly string[], needed: string): boolean {
  const wanted = parts(needed);
  return held.some((permission) => {
    const own = parts(permission);
    return wanted.every((part, place) => {
      const word = own[place] ?? (own.at(-1) === '*' ? '*' : '');
      return word === '*' || word === part;
    });
  });
}

/** Whether a token carries one of the scopes; `all` stands for each of them. */
export function holdsScope(held: readonly string[], needed: readonly string[]): boolean {
  return held.some((scope) => scope === 'all' || needed.includes(scope));
}

function parts(permission: string): string[] {
  return permission.toLowerCase().split(':');
}
