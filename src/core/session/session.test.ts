import { describe, expect, test } from 'vitest';
import { hostsOf } from '../base/environment.ts';
import {
  deleteTokenRequest,
  endOf,
  idleMinutesOf,
  isFresh,
  probeTokenRequest,
  readWhoAmI,
  sessionSchema,
  whoAmIRequest,
} from './session.ts';

const hosts = hostsOf({ region: 'mypurecloud.jp' });

test.each([
  [100_000, 0, true],
  [100_000, 69_999, true],
  [100_000, 70_000, false],
  [100_000, 200_000, false],
])('a session that ends at %i is fresh at %i: %s', (expiresAt, now, fresh) => {
  expect(isFresh({ accessToken: 't', expiresAt }, now)).toBe(fresh);
});

test('no session is not fresh, and none is without a token', () => {
  expect(isFresh(undefined, 0)).toBe(false);
  expect(sessionSchema.safeParse({ accessToken: '', expiresAt: 1 }).success).toBe(false);
});

test('the server is asked about the token that the request carries, and names none itself', () => {
  const requests = [whoAmIRequest(hosts), probeTokenRequest(hosts), deleteTokenRequest(hosts)];
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://api.mypurecloud.jp/api/v2/users/me?expand=authorization&expand=organization&expand=token',
    'HEAD https://api.mypurecloud.jp/api/v2/tokens/me',
    'DELETE https://api.mypurecloud.jp/api/v2/tokens/me',
  ]);
  expect(JSON.stringify(requests)).not.toMatch(/authorization"\s*:/i);
});

describe('the idle timeout of an org', () => {
  const at = 'Sun, 22 Nov 2026 09:00:00 GMT';
  const token = (dateTokenIdles?: string) => ({ id: 'u1', token: { dateTokenIdles } });

  test.each([
    ['2026-11-22T09:15:00.000Z', 86_400, 15],
    ['2026-11-22T09:14:59.600Z', 86_400, 15],
    ['2026-11-22T17:00:00Z', 86_400, 480],
    // As long as the token lives: no timeout of its own.
    ['2026-11-23T08:59:59.000Z', 86_400, undefined],
    ['2026-11-22T08:59:00.000Z', 86_400, undefined],
    ['soon', 86_400, undefined],
    [undefined, 86_400, undefined],
  ])('a token that idles at %s and lives %i s: %s minutes', (idles, life, minutes) => {
    expect(idleMinutesOf(token(idles), at, life)).toBe(minutes);
  });

  test('is not known without the server’s time, or from no user', () => {
    expect(idleMinutesOf(token('2026-11-22T09:15:00Z'), undefined, 900_000)).toBeUndefined();
    expect(idleMinutesOf('no user', at, 900_000)).toBeUndefined();
  });

  test('is given when a session has ended, if there is one', () => {
    const session = { accessToken: 't', expiresAt: 1 };
    expect(endOf(session)).toEqual({ code: 'session-ended', params: {} });
    expect(endOf({ ...session, idleMinutes: 15 })).toEqual({
      code: 'session-idle',
      params: { minutes: 15 },
    });
  });
});

describe('who is signed in', () => {
  test('is read with org, permissions of both lists, and scopes', () => {
    const body = {
      id: 'u1',
      name: 'Ada',
      email: 'ada@example.com',
      organization: { id: 'o1', name: 'Org', features: {} },
      authorization: {
        permissions: ['architect:flow:view', 'architect:flow:launch'],
        permissionPolicies: [
          { domain: 'architect', entityName: 'flow', actionSet: ['launch', 'search'] },
        ],
      },
      token: { authorizedScope: ['architect'] },
    };
    expect(readWhoAmI(body)).toEqual({
      user: { id: 'u1', name: 'Ada', email: 'ada@example.com' },
      organization: { id: 'o1', name: 'Org' },
      permissions: ['architect:flow:view', 'architect:flow:launch', 'architect:flow:search'],
      scopes: ['architect'],
    });
  });

  test('has no known permissions and scopes where the server tells none, which is not none', () => {
    expect(readWhoAmI({ id: 'u1', authorization: {} })).toMatchObject({
      permissions: undefined,
      scopes: undefined,
    });
    expect(readWhoAmI({ id: 'u1', authorization: { permissions: [] } }).permissions).toEqual([]);
  });

  test.each([undefined, null, '<html>', 7])('is unknown from %o', (body) => {
    expect(readWhoAmI(body)).toEqual({});
  });

  test('survives fields of other types', () => {
    const odd = { id: 7, name: null, email: 1, organization: 'x', authorization: 1, token: [] };
    expect(readWhoAmI(odd)).toEqual({
      user: { id: '', name: '', email: undefined },
      organization: undefined,
      permissions: undefined,
      scopes: undefined,
    });
  });
});
