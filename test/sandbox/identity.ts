import { type Call, listOf, type Route } from './api-route.ts';
import { divisionEntity } from './flow-entity.ts';
import type { Token, Tokens } from './tokens.ts';
import { uuid } from './uuid.ts';

export const clientId = uuid('oauth client');
export const clientScopes = [
  'architect',
  'architect:readonly',
  'user-basic-info',
  'conversations:readonly',
  'external-contacts:readonly',
] as const;

const organization = { id: uuid('organization'), name: 'Sandbox Contact Centre' };
const tokenPath = '/api/v2/tokens/me';
const needsNoPermission = { scopes: ['user-basic-info'] };

/** Who is signed in, with which rights, by which token; and the end of that token. */
export function identityRoutes(tokens: Tokens): Route[] {
  return [
    {
      ...needsNoPermission,
      method: 'GET',
      path: '/api/v2/users/me',
      handle: (call) => ({ status: 200, json: userEntity(call) }),
    },
    {
      ...needsNoPermission,
      method: 'GET',
      path: tokenPath,
      handle: ({ token }) => ({ status: 200, json: tokenEntity(token) }),
    },
    {
      ...needsNoPermission,
      method: 'HEAD',
      path: tokenPath,
      handle: () => ({ status: 200 }),
    },
    {
      ...needsNoPermission,
      method: 'DELETE',
      path: tokenPath,
      handle({ bearer }) {
        tokens.remove(bearer);
        return { status: 200 };
      },
    },
  ];
}

function userEntity({ token, query }: Call): object {
  const { id, name, email, permissions, permissionPolicies, key } = token.user;
  const expanded = {
    authorization: {
      roles: [{ id: uuid(`role ${key}`), name: key }],
      unusedRoles: [],
      permissions,
      permissionPolicies,
    },
    organization: {
      ...organization,
      thirdPartyOrgName: 'sandbox',
      defaultCountryCode: 'US',
      version: 1,
      state: 'active',
    },
    token: tokenEntity(token),
  };
  const wanted = listOf(query, 'expand');
  return {
    id,
    name,
    division: divisionEntity('Home'),
    email,
    state: 'active',
    username: email,
    version: 7,
    ...Object.fromEntries(Object.entries(expanded).filter(([field]) => wanted.includes(field))),
    selfUri: `/api/v2/users/${id}`,
  };
}

function tokenEntity({ scopes, expires, idles = expires }: Token): object {
  return {
    organization,
    homeOrganization: organization,
    authorizedScope: scopes,
    dateTokenIdles: new Date(idles).toISOString(),
    OAuthClient: {
      id: clientId,
      name: 'Kickoff',
      authorizedGrantType: 'CODE',
      scope: clientScopes,
      state: 'active',
      organization,
    },
  };
}
