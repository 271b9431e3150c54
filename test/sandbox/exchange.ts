import { randomUUID } from 'node:crypto';
import { IncomingMessage, type ServerResponse } from 'node:http';

/** A request as it arrived. Tests read these to see what the extension really sent. */
export interface SandboxRequest {
  method: string;
  /** The path alone, without the query. */
  path: string;
  /** The query without its question mark; empty where there is none. */
  query: string;
  /** Header names in lower case. */
  headers: Readonly<Record<string, string>>;
  bodyText: string;
  /** `1.1` or `2.0`. */
  httpVersion: string;
  /** When it arrived, in milliseconds of the sandbox's clock. */
  time: number;
}

/** What goes back: `json` and `body` exclude each other. */
export interface Answer {
  status: number;
  json?: unknown;
  body?: string | Buffer;
  headers?: Record<string, string>;
  /** The published error code, where this is a refusal. */
  code?: string;
  /** Everything is sent but the end. */
  isEndless?: boolean;
}

/** Reads a whole request; `replay` gives another reader the same request once more. */
export async function readRequest(message: IncomingMessage, time: number) {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const { pathname, search } = new URL(message.url ?? '/', 'http://sandbox');
  const request: SandboxRequest = {
    method: message.method ?? 'GET',
    path: pathname,
    query: search.slice(1),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    ),
    bodyText: body.toString('utf8'),
    httpVersion: message.httpVersion,
    time,
  };
  return { request, replay: () => copyOf(message, body) };
}

/** An unread copy of a request that has been read, for a library that wants to read it itself. */
function copyOf(message: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(message.socket);
  Object.assign(copy, {
    method: message.method,
    url: message.url,
    headers: message.headers,
    httpVersion: message.httpVersion,
    httpVersionMajor: message.httpVersionMajor,
    // Otherwise Node takes the end of the copy for a broken connection and closes it.
    complete: true,
  });
  copy.push(body.length > 0 ? body : null);
  if (body.length > 0) copy.push(null);
  return copy;
}

export function send(response: ServerResponse, answer: Answer): void {
  const body = answer.json === undefined ? answer.body : JSON.stringify(answer.json);
  const type = answer.json === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(answer.status, { ...type, ...answer.headers });
  if (answer.isEndless) response.write(body);
  else response.end(body);
}

export function htmlPage(body: string, status = 200): Answer {
  return { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}

/**
 * Headers that every answer of the API carries. Pages of any origin may read the correlation id;
 * which other headers they may read is unknown, so nothing else is exposed: `Retry-After` must not
 * be relied on without a host permission.
 */
export function apiHeaders(request: SandboxRequest): Record<string, string> {
  return {
    'ININ-Correlation-Id': randomUUID(),
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Expose-Headers': 'ININ-Correlation-Id',
    'Cache-Control': 'no-cache, no-store, must-revalidate',
    Vary: 'Origin',
  };
}

/** The answer to a CORS preflight: every origin may send a token and JSON. */
export function preflight(request: SandboxRequest): Answer {
  return {
    status: 204,
    headers: {
      ...apiHeaders(request),
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept, purecloud-sdk',
      'Access-Control-Max-Age': '600',
    },
  };
}
