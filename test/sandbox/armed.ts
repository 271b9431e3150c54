import type { Answer, SandboxRequest } from './exchange.ts';

/**
 * What happens to the next matching request instead of, or besides, the usual answer. Without a
 * status, a body or a drop the usual answer comes, only later (`delayMs`) or with more `headers`.
 */
export interface ArmedAnswer {
  /** `path` is the whole path without the query, or a pattern in path and query. */
  match?: { method?: string; path?: RegExp | string };
  /** How many requests it is for; 1 unless said otherwise. */
  times?: number;
  /** 200 where only a body is given. */
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  json?: unknown;
  delayMs?: number;
  /** Closes the connection without an answer, before or after the request has its effect. */
  drop?: 'before' | 'after';
  /** The request has its usual effect although the answer is another. */
  process?: boolean;
  /** A page of HTML, as a proxy in between would answer. */
  html?: boolean;
  /** A JSON body of about so many bytes. */
  bytes?: number;
  /** A JSON body that breaks off. */
  invalidJson?: boolean;
}

export interface Armory {
  arm(answer: ArmedAnswer): void;
  /** The answer armed for this request, used up by asking. */
  take(request: SandboxRequest): ArmedAnswer | undefined;
  /** Forgets what was armed and not asked for. */
  disarm(): void;
}

export function createArmory(): Armory {
  const armed: { answer: ArmedAnswer; left: number }[] = [];
  return {
    arm(answer) {
      armed.push({ answer, left: answer.times ?? 1 });
    },
    take(request) {
      const hit = armed.find(({ answer, left }) => left > 0 && fits(answer.match, request));
      if (hit) hit.left -= 1;
      return hit?.answer;
    },
    disarm() {
      armed.length = 0;
    },
  };
}

/** The answer that stands in for the usual one, if there is one. */
export function replacement(armed: ArmedAnswer): Answer | undefined {
  const { status, headers = {}, json, body, html, bytes, invalidJson } = armed;
  const answer = (type: string, text: string): Answer => ({
    status: status ?? 200,
    headers: { 'content-type': type, ...headers },
    body: text,
  });
  if (html) return answer('text/html', '<!doctype html><title>Proxy</title><h1>Bad gateway</h1>');
  if (invalidJson)
    return answer('application/json', '{"id": "0f6c1d52-7f0b-4c7e", "selfUri": "/api');
  if (bytes !== undefined) {
    return answer('application/json', JSON.stringify({ message: 'x'.repeat(bytes) }));
  }
  if (json !== undefined) return { status: status ?? 200, headers, json };
  if (body !== undefined) return { status: status ?? 200, headers, body };
  return status === undefined ? undefined : { status, headers };
}

function fits(match: ArmedAnswer['match'], { method, path, query }: SandboxRequest): boolean {
  // A preflight is no request of its own to the one who arms; it is hit only when meant.
  if (method === 'OPTIONS' && match?.method !== 'OPTIONS') return false;
  if (match?.method !== undefined && match.method !== method) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === 'string'
    ? match.path === path
    : match.path.test(query === '' ? path : `${path}?${query}`);
}
