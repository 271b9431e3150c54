import { randomUUID } from 'node:crypto';

/** What a test sets as the answer to the next request that matches, in place of the usual one. */
export interface Armed {
  path: RegExp | string;
  method?: string;
  status?: number;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
  /** Milliseconds before anything comes back. */
  delayMs?: number;
  /** The server does its work all the same. */
  process?: boolean;
  /** The connection breaks: before it is there, before the server did its work, or after. */
  drop?: 'unreachable' | 'before' | 'after';
  times?: number;
}

export interface Seen {
  method: string;
  url: string;
  path: string;
  token: string | undefined;
  body: string;
  /** How the body came: as a stream, which cannot be sent twice, or as text. */
  as: 'stream' | 'text';
  headers: Record<string, string>;
  /** Milliseconds since 1970. */
  at: number;
  redirect: string | undefined;
  credentials: string | undefined;
}

export interface Execution {
  id: string;
  flowId: string;
  name: string | undefined;
  inputData: Record<string, unknown> | undefined;
  status: string;
  outputData?: Record<string, unknown>;
  body: string;
}

export const author = { id: 'user-ada', name: 'Ada Author' };
export const agent = { id: 'user-grace', name: 'Grace Agent' };
const organization = { id: 'org-1', name: 'Example Org' };

const json = { 'content-type': 'application/json' };
const launchPath = '/api/v2/flows/executions';

/** A stand-in for a region's login server and API, in memory: as much of them as the worker asks. */
export function fakeGenesys(domain = 'mypurecloud.de') {
  const seen: Seen[] = [];
  const executions: Execution[] = [];
  const armed: Armed[] = [];
  const tokens = new Map<string, { user: typeof author; scopes: string[] }>();
  const codes = new Map<string, typeof author>();
  const server = {
    domain,
    seen,
    executions,
    tokens,
    /** Who has a login session in the browser; without one, only a window signs in. */
    loggedIn: undefined as typeof author | undefined,
    permissions: ['architect:*:*'] as string[],
    tokenSeconds: 86_400,
    /** Whether the API takes bodies as streams, as HTTP/2 does. */
    speaksHttp2: true,
    hasHistory: true,
    /** What a run is when it is first looked at. */
    endsAs: 'COMPLETED',
    arm: (answer: Armed) => armed.push(answer),
    disarm: () => armed.splice(0),
    issueToken: (user = author, scopes = ['architect', 'user-basic-info']): string => {
      const token = `token-${tokens.size + 1}-${randomUUID()}`;
      tokens.set(token, { user, scopes });
      return token;
    },
    /** POSTs to launch that arrived, whatever became of them. */
    posts: () => seen.filter(({ method, path }) => method === 'POST' && path === launchPath),
    fetch: fetchFrom,
    authorize,
  };
  return server;

  /** Where the login server leads a browser that asks to sign in. */
  function authorize(url: string, { interactive }: { interactive: boolean }): string {
    const query = new URL(url).searchParams;
    const user = server.loggedIn ?? (interactive ? author : undefined);
    if (user === undefined) throw new Error('User interaction required.');
    server.loggedIn = user;
    const code = randomUUID();
    codes.set(code, user);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = String(new URLSearchParams({ code, state: query.get('state') ?? '' }));
    return back.href;
  }

  async function fetchFrom(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const address = new URL(url);
    const { pathname: path } = address;
    const method = init.method ?? 'GET';
    const isStream = init.body instanceof ReadableStream;
    const place = armed.findIndex((each) => matches(each, method, path));
    const found = armed[place];
    if (found && (found.times ?? 1) <= 1) armed.splice(place, 1);
    else if (found) found.times = (found.times ?? 1) - 1;

    if (found?.drop === 'unreachable') throw new TypeError('Failed to fetch');
    // Over HTTP/1.1 the browser refuses to send a stream, and never asks for it.
    if (isStream && !server.speaksHttp2) throw new TypeError('Failed to fetch');
    const body = await new Response(init.body ?? '').text();
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const token = /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1];
    const as = isStream ? 'stream' : 'text';
    const { redirect, credentials } = init;
    const { href } = address;
    const at = Date.now();
    seen.push({ method, url: href, path, token, body, as, headers, at, redirect, credentials });
    if (found?.drop === 'before') throw new TypeError('Failed to fetch');
    const usual =
      found === undefined || found.process || found.drop === 'after'
        ? answerTo(method, address, token, body)
        : undefined;
    if (found?.delayMs) await passed(found.delayMs, init.signal);
    if (found?.drop === 'after') throw new TypeError('Failed to fetch');
    if (found && (found.status || found.json !== undefined || found.body !== undefined)) {
      return new Response(
        emptyFor(method, found.status) ??
          found.body ??
          (found.json === undefined ? '' : JSON.stringify(found.json)),
        {
          status: found.status ?? 200,
          headers: { ...(found.json !== undefined && json), ...found.headers },
        },
      );
    }
    const { status, json: content } = usual ?? { status: 200, json: {} };
    return new Response(emptyFor(method, status) ?? JSON.stringify(content), {
      status,
      headers: { ...json, 'inin-correlation-id': 'correlation-1' },
    });
  }

  function answerTo(
    method: string,
    url: URL,
    token: string | undefined,
    body: string,
  ): { status: number; json?: unknown } {
    const path = url.pathname;
    // It leads on to a page that asks for a password.
    if (path === '/oauth/authorize') return { status: 302 };
    if (path === '/oauth/token') return tokenFor(new URLSearchParams(body));
    const session = tokens.get(token ?? '');
    if (session === undefined) {
      return { status: 401, json: { status: 401, code: 'bad.credentials', message: 'Invalid' } };
    }
    if (path === '/api/v2/tokens/me') {
      if (method === 'DELETE') tokens.delete(token ?? '');
      return { status: 200, json: {} };
    }
    if (path === '/api/v2/users/me') {
      const { user, scopes } = session;
      const authorization = { permissions: server.permissions };
      const json = { ...user, organization, authorization, token: { authorizedScope: scopes } };
      return { status: 200, json };
    }
    if (path === launchPath && method === 'POST') return { status: 200, json: launched(body) };
    if (path.startsWith(`${launchPath}/`)) return execution(path.slice(launchPath.length + 1));
    if (path === '/api/v2/flows/instances/query') {
      const entities = executions.map(({ id, name }) => ({ id, name }));
      return { status: 200, json: { entities: server.hasHistory ? entities : [] } };
    }
    if (path === '/api/v2/flows/instances/settings/executiondata') {
      return { status: 200, json: { enabled: server.hasHistory } };
    }
    if (path === '/api/v2/flows' || path === '/api/v2/flows/divisionviews') {
      return { status: 200, json: { entities: [], pageCount: 1, total: 0 } };
    }
    return { status: 404, json: { status: 404, code: 'not.found', message: 'Not found' } };
  }

  function tokenFor(form: URLSearchParams): { status: number; json: unknown } {
    const user = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    if (user === undefined) return { status: 400, json: { error: 'invalid_grant' } };
    const access_token = server.issueToken(user);
    return {
      status: 200,
      json: { access_token, token_type: 'bearer', expires_in: server.tokenSeconds },
    };
  }

  function launched(body: string): { id: string } {
    const { flowId, name, inputData } = JSON.parse(body);
    const id = randomUUID();
    executions.push({ id, flowId, name, inputData, status: 'RUNNING', body });
    return { id };
  }

  function execution(id: string): { status: number; json: unknown } {
    const found = executions.find((each) => each.id === id);
    if (found === undefined) return { status: 404, json: { status: 404, code: 'not.found' } };
    found.status = server.endsAs;
    const { status, outputData } = found;
    return { status: 200, json: { id, status, outputData } };
  }
}

function matches(armed: Armed, method: string, path: string): boolean {
  if (armed.method !== undefined && armed.method !== method) return false;
  return typeof armed.path === 'string' ? armed.path === path : armed.path.test(path);
}

/** A response without a body must be made without one. */
function emptyFor(method: string, status: number | undefined): null | undefined {
  return method === 'HEAD' || status === 204 ? null : undefined;
}

/** Waits by the test's clock, or until a request's own time limit. */
export function passed(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
