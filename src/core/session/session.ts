import type { Hosts } from '../base/environment.ts';
import type { Failure } from '../base/failure.ts';
import type { HttpRequest } from '../base/http.ts';
import { z } from '../base/zod.ts';

const named = z.object({ id: z.catch(z.string(), ''), name: z.catch(z.string(), '') });

/** A signed-in user in an environment. The access token never leaves `storage.session`. */
export const sessionSchema = z.object({
  /** Ours, a new one for each token. */
  id: z.optional(z.string()),
  accessToken: z.string().check(z.minLength(1)),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  /** Scopes that the token carries, where the server told; else undefined, and nothing is concluded. */
  scopes: z.optional(z.array(z.string())),
  user: z.optional(z.extend(named, { email: z.optional(z.string()) })),
  organization: z.optional(named),
  /** `domain:entity:action`, segments may be `*`; undefined where the server did not tell. */
  permissions: z.optional(z.array(z.string())),
  /** After how many minutes without a request the org ends the session, where the server told. */
  idleMinutes: z.optional(z.number()),
});

export type Session = z.infer<typeof sessionSchema>;

/** How early a session counts as expired, so that a request does not run into the end of it. */
const margin = 30_000;

/** Whether the token can still be used. */
export function isFresh(session: Session | undefined, now: number): session is Session {
  return session !== undefined && session.expiresAt - margin > now;
}

const userSchema = z.object({
  id: z.catch(z.string(), ''),
  name: z.catch(z.string(), ''),
  email: z.catch(z.optional(z.string()), undefined),
  organization: z.catch(z.optional(named), undefined),
  authorization: z.catch(
    z.optional(
      z.object({
        permissions: z.catch(z.optional(z.array(z.string())), undefined),
        permissionPolicies: z.catch(
          z.optional(
            z.array(
              z.object({
                domain: z.string(),
                entityName: z.string(),
                actionSet: z.array(z.string()),
              }),
            ),
          ),
          undefined,
        ),
      }),
    ),
    undefined,
  ),
  token: z.catch(
    z.optional(z.object({ authorizedScope: z.catch(z.optional(z.array(z.string())), undefined) })),
    undefined,
  ),
});

/**
 * Asks who is signed in, with permissions and scopes: the one probe that needs no permission and
 * only the scope `user-basic-info`.
 */
export function whoAmIRequest(hosts: Hosts): HttpRequest {
  const query = new URLSearchParams([
    ['expand', 'authorization'],
    ['expand', 'organization'],
    ['expand', 'token'],
  ]);
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/users/me?${query}`,
    headers: { Accept: 'application/json' },
  };
}

/** What a session learns from `whoAmIRequest`; empty where the answer is no user. */
export function readWhoAmI(
  body: unknown,
): Pick<Session, 'user' | 'organization' | 'permissions' | 'scopes'> {
  const parsed = userSchema.safeParse(body);
  if (!parsed.success) return {};
  const { id, name, email, organization, authorization, token } = parsed.data;
  return {
    user: { id, name, email },
    organization,
    permissions: authorization && mergedPermissions(authorization),
    scopes: token?.authorizedScope,
  };
}

const idleSchema = z.object({ token: z.object({ dateTokenIdles: z.iso.datetime() }) });

/**
 * After how many minutes without a request the org ends a session; undefined where it does not
 * before the token's own end, or where nothing tells. An answer about a token says when that will
 * end if nothing more is asked: `dateTokenIdles`, which every request puts off.
 * `TokenInfo` and `preserveIdleTTL` in https://api.mypurecloud.com/api/v2/docs/swagger
 *
 * @param body the answer to `whoAmIRequest`
 * @param at the server's time of the answer, as its `date` header says it
 * @param life of the token, in seconds
 */
export function idleMinutesOf(
  body: unknown,
  at: string | undefined,
  life: number,
): number | undefined {
  const told = idleSchema.safeParse(body).data?.token.dateTokenIdles;
  const seconds = (Date.parse(told ?? '') - Date.parse(at ?? '')) / 1000;
  // A minute less than its life may be the time that the answer took.
  const isEarlier = seconds > 0 && seconds < life - 60;
  return isEarlier ? Math.max(1, Math.round(seconds / 60)) : undefined;
}

/** Why a session is gone that Kickoff did not end. */
export function endOf({ idleMinutes }: Session): Failure {
  return idleMinutes === undefined
    ? { code: 'session-ended', params: {} }
    : { code: 'session-idle', params: { minutes: idleMinutes } };
}

/** Asks whether the server takes the token that the request carries; 401 where it does not. */
export function probeTokenRequest({ api }: Pick<Hosts, 'api'>): HttpRequest {
  return { method: 'HEAD', url: `${api}/api/v2/tokens/me`, headers: {} };
}

/** Asks the server to delete the token that the request carries. */
export function deleteTokenRequest(hosts: Hosts): HttpRequest {
  return { method: 'DELETE', url: `${hosts.api}/api/v2/tokens/me`, headers: {} };
}

/** Some orgs fill only one of the two lists, so both count. */
function mergedPermissions({
  permissions,
  permissionPolicies,
}: NonNullable<z.infer<typeof userSchema>['authorization']>): string[] | undefined {
  if (permissions === undefined && permissionPolicies === undefined) return undefined;
  const fromPolicies = (permissionPolicies ?? []).flatMap(({ domain, entityName, actionSet }) =>
    actionSet.map((action) => `${domain}:${entityName}:${action}`),
  );
  return [...new Set([...(permissions ?? []), ...fromPolicies])];
}
