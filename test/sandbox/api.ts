import type { Call, Route } from './api-route.ts';
import { type Answer, apiHeaders, preflight, type SandboxRequest } from './exchange.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse } from './refusals.ts';
import type { Tokens } from './tokens.ts';
import { mayDo } from './users.ts';

/** The API's front door: finds the operation, checks who is calling, and puts the headers on. */
export function createApi(routes: readonly Route[], tokens: Tokens, rateLimit: RateLimit) {
  return (request: SandboxRequest): Answer => {
    if (request.method === 'OPTIONS') return preflight(request);
    const headers = apiHeaders(request);
    const answer = answerOf(request, headers);
    return withContext({ ...answer, headers: { ...headers, ...answer.headers } });
  };

  function answerOf(request: SandboxRequest, headers: Record<string, string>): Answer {
    const bearer = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined) return refuse('authentication.required');
    const preserveIdle = new URLSearchParams(request.query).get('preserveIdleTTL') === 'true';
    const token = tokens.use(bearer, { preserveIdle });
    if (token === undefined) return refuse('bad.credentials');

    const limit = rateLimit.count(token.user.id);
    Object.assign(headers, limit.headers);
    if (limit.refusal) return limit.refusal;

    const found = findRoute(routes, request);
    if (found === undefined) return refuse('not.found');
    const call: Call = {
      request,
      token,
      bearer,
      query: new URLSearchParams(request.query),
      parameter: found.parameter,
    };
    return refusedAccess(found.route, call) ?? found.route.handle(call);
  }
}

function findRoute(routes: readonly Route[], { method, path }: SandboxRequest) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/, '([^/]+)')}/?$`);
    const match = pattern.exec(path);
    if (match) return { route, parameter: safelyDecoded(match[1] ?? '') };
  }
  return undefined;
}

/** The scope is checked before the permission; which of the two the real API names is unknown. */
function refusedAccess(route: Route, { token }: Call): Answer | undefined {
  if (!route.scopes.some((scope) => token.scopes.includes(scope))) {
    return refuse('app.not.authorized.for.scope', `[${route.scopes[0]}]`);
  }
  if (!route.permissions) return undefined;
  const held = (permission: string) => mayDo(token.user, permission);
  if ('any' in route.permissions) {
    const { any } = route.permissions;
    return any.some(held) ? undefined : refuse('missing.any.permissions', `[${any.join(', ')}]`);
  }
  const missing = route.permissions.all.filter((permission) => !held(permission));
  return missing.length === 0
    ? undefined
    : refuse('missing.permissions', `[${missing.join(', ')}]`);
}

/** A refusal names the correlation id in its body, too. */
function withContext(answer: Answer): Answer {
  if (answer.code === undefined || !(answer.json instanceof Object)) return answer;
  return {
    ...answer,
    json: { ...answer.json, contextId: answer.headers?.['ININ-Correlation-Id'] },
  };
}

function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
