import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { readLiteral } from '../request/literal.ts';
import { type Piece, requestPiece, type SeenAnswer } from '../request/piece.ts';
import { type SeenRequest, seenRequest } from '../request/seen.ts';
import { answerOrExecution, wrapped } from './answer.ts';
import { requestsOfLogicApps, requestsOfZapier } from './automation.ts';
import { requestsOfDataAction } from './data-action.ts';
import { requestsOfHar } from './har.ts';
import { requestsOfInsomnia } from './insomnia.ts';
import { requestsOfN8n } from './n8n.ts';
import { requestsOfOpenApi } from './open-api.ts';
import { bodyText, findAll, hasHeader, headersByName, maybe, pairs, text } from './parts.ts';
import { requestsOfPostman } from './postman.ts';

/** What reads the exports of one tool each; empty for every other value. */
const exports: readonly ((value: unknown) => Piece[])[] = [
  requestsOfHar,
  requestsOfPostman,
  requestsOfInsomnia,
  requestsOfN8n,
  requestsOfLogicApps,
  requestsOfDataAction,
  requestsOfZapier,
  requestsOfOpenApi,
];

const deepestText = 3;

/**
 * What JSON holds: the requests of an export, an answer, an execution, a request as an object, or the
 * body of a launch alone. A text that holds JSON is read as that JSON. Empty where it is nothing of
 * this; a value with members that nothing tells is taken for a body.
 */
export function piecesOfJson(value: unknown, depth = 0): Piece[] {
  if (typeof value === 'string') {
    const inner = depth < deepestText && /^\s*[[{"]/.test(value) ? readLiteral(value) : undefined;
    return inner?.ok ? piecesOfJson(inner.value.value, depth + 1) : [];
  }
  for (const read of exports) {
    const pieces = read(value);
    if (pieces.length > 0) return pieces;
  }
  if (Array.isArray(value)) return inList(value);
  if (!isObject(value)) return [];
  const { request = value.req, response = value.res } = value;
  if (isObject(request) && isRequest(request)) return withAnswer(request, response);
  const failed = failedRequest(value);
  if (failed !== undefined) return [failed];
  if (isRequest(value)) return withAnswer(value, value.response);
  const answer = answerOrExecution(value);
  if (answer !== undefined) return [answer];
  const found = requestsWithin(value);
  if (found.length > 0) return found;
  const entries = findAll(value, (it) => (it === value ? undefined : isRunOrAnswer(it)));
  return entries.length > 0 ? entries : [bodyAlone(JSON.stringify(value))];
}

/** What some tool keeps deeper within a value: objects that name an address of the API. */
function requestsWithin(value: unknown): Piece[] {
  const found = findAll(value, (it) => (it !== value && saysWhere(it) ? it : undefined));
  return found.flatMap((it) => withAnswer(it, it.response).map(ofSomeTool));
}

/** A tool that we do not know may add headers of its own, and keep some elsewhere. */
function ofSomeTool(piece: Piece): Piece {
  if (piece.kind !== 'request' || piece.request.headersShown === 'no') return piece;
  return { ...piece, request: { ...piece.request, headersShown: 'unsure' } };
}

/** The body of a launch without anything around it. */
export function bodyAlone(body: string): Piece {
  return requestPiece(seenRequest({ headersShown: 'no', bodyText: body, isWire: false }));
}

function inList(list: readonly unknown[]): Piece[] {
  if (list.length > 0 && list.every((it) => isObject(it) && isRequest(it))) {
    return list.flatMap((it) => piecesOfJson(it));
  }
  const known = list.flatMap((it) => (isObject(it) ? (isRunOrAnswer(it) ?? []) : []));
  if (known.length > 0) return known;
  const found = requestsWithin(list);
  return found.length > 0 ? found : [bodyAlone(JSON.stringify(list))];
}

/** Executions in a list of them, as a query of the history gives it, and what came back with its status. */
function isRunOrAnswer(it: Readonly<Record<string, unknown>>): Piece | undefined {
  const piece = answerOrExecution(it);
  return piece?.kind === 'execution' || wrapped(it) !== undefined ? piece : undefined;
}

const requestSchema = z.object({
  method: text,
  url: text,
  headers: pairs,
  headersShown: maybe(z.boolean()),
  body: z.optional(z.unknown()),
  bodyText: text,
  contentType: text,
  auth: z.optional(z.unknown()),
  postData: maybe(z.object({ text })),
});

/** What tools call the parts of a request, in lower case; of several that are there the first counts. */
const partNames = {
  method: ['method', 'httpmethod', 'requestmethod', 'verb'],
  url: ['url', 'uri', 'endpoint', 'apiendpoint', 'requesturl', 'requesturi', 'endpointurl'],
  headers: ['headers', 'header', 'requestheaders', 'httpheaders'],
  headersShown: ['headersshown'],
  body: ['body', 'data', 'payload', 'json', 'requestbody', 'requestdata', 'jsonbody'],
  bodyText: ['bodytext', 'jsonstringbodycontent'],
  contentType: ['contenttype', 'content_type', 'body_format'],
  auth: ['auth', 'authentication'],
  postData: ['postdata'],
} as const;

/** The parts of a request that an object holds, under the names of the schema. */
function partsOfRequest(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const members = new Map(Object.entries(value).map(([name, it]) => [name.toLowerCase(), it]));
  return Object.fromEntries(
    Object.entries(partNames).flatMap(([part, names]) => {
      const known = names.find((name) => (members.get(name) ?? undefined) !== undefined);
      return known === undefined ? [] : [[part, members.get(known)]];
    }),
  );
}

/** The body of a launch has none of these members, and `body` only beside no flow's id. */
export function isRequest(value: Readonly<Record<string, unknown>>): boolean {
  const told = ['url', 'headers', 'bodyText', 'headersShown', 'uri'];
  const hasId = 'flowId' in value || 'flow_id' in value;
  if (hasId && !('url' in value || 'bodyText' in value)) return false;
  // With a status beside it, it is an answer.
  if (wrapped(value) !== undefined) return false;
  const isTold = (key: string) => key in value && (key !== 'uri' || !isObject(value.uri));
  return 'method' in value || told.some(isTold) || ('body' in value && !hasId);
}

/** An object within another that names an address of the API: some tool's way to keep a request. */
function saysWhere(value: Readonly<Record<string, unknown>>): boolean {
  const { url } = partsOfRequest(value);
  return typeof url === 'string' && /\/api\/v\d|oauth\/token|flows?\/exec/i.test(url);
}

/** The request as it is read; `undefined` where the object says nothing of one. */
function requestFromObject(value: unknown): SeenRequest | undefined {
  const parsed = requestSchema.safeParse(isObject(value) ? partsOfRequest(value) : value);
  if (!parsed.success) return undefined;
  const { method, url, headers, headersShown, contentType, auth } = parsed.data;
  const { body: given, bodyText: written, postData } = parsed.data;
  const kept = writtenBody(given);
  const sent = written ?? postData?.text ?? kept?.text ?? bodyText(given);
  if (url === undefined && sent === undefined) return undefined;
  const hasType = hasHeader(headers ?? [], 'content-type');
  // Artillery and others write a body that they send as JSON under `json`.
  const isJson = isObject(value) && isObject(value.json);
  const type = contentType ?? kept?.type ?? (isJson ? 'json' : undefined);
  const bearer = bearerIn(auth);
  return seenRequest({
    method,
    url,
    headers: [
      ...(headers ?? []),
      ...(type === undefined || hasType ? [] : [typeNamed(type)]),
      ...(bearer === undefined ? [] : [['Authorization', bearer] as const]),
    ],
    headersShown: shown(headersShown, headers),
    bodyText: sent,
    credentialsAdded: typeof auth === 'string' && /data action|platform-supplied/i.test(auth),
  });
}

const writtenBodySchema = z.union([
  z.object({ type: z.string(), raw: z.string() }),
  z.object({ contentType: z.string(), body: z.string() }),
]);

/** A body with its kind beside it, as Thunder Client (`type`, `raw`) and Hoppscotch keep it. */
function writtenBody(body: unknown): { text: string; type: string } | undefined {
  const { data } = writtenBodySchema.safeParse(body);
  if (data === undefined) return undefined;
  return 'raw' in data
    ? { text: data.raw, type: data.type }
    : { text: data.body, type: data.contentType };
}

const authSchema = z.object({ bearer: text, token: text, authType: text, type: text });

/** The token that a tool adds: `{ type: 'bearer', bearer: … }`. */
function bearerIn(auth: unknown): string | undefined {
  const { data } = authSchema.safeParse(auth);
  if (data === undefined || !/^bearer$/i.test(data.authType ?? data.type ?? '')) return undefined;
  return `Bearer ${data.bearer ?? data.token ?? '{{token}}'}`;
}

/** Ansible says `json` for the media type. */
function typeNamed(type: string): readonly [string, string] {
  return ['Content-Type', type === 'json' ? 'application/json' : type];
}

const answerSchema = z.object({
  status: z.optional(z.int()),
  statusCode: z.optional(z.int()),
  headers: pairs,
  body: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
});

function withAnswer(request: unknown, response: unknown): Piece[] {
  const seen = requestFromObject(request);
  return seen === undefined ? [] : [requestPiece(seen, 0, answerOf(response))];
}

function answerOf(response: unknown): SeenAnswer | undefined {
  const parsed = answerSchema.safeParse(response);
  if (!parsed.success) return undefined;
  const { statusCode, status = statusCode, headers, body, data } = parsed.data;
  if (status === undefined) return undefined;
  return { status, headers: headersByName(headers), body: bodyText(body ?? data) ?? '' };
}

const failedSchema = z.object({
  message: text,
  config: z.looseObject({ url: z.string() }),
  response: z.optional(z.unknown()),
  status: maybe(z.nullable(z.int())),
});

/** An error of axios: the request is in its `config`. https://axios-http.com/docs/handling_errors */
function failedRequest(value: Readonly<Record<string, unknown>>): Piece | undefined {
  const parsed = failedSchema.safeParse(value);
  const request = parsed.success ? requestFromObject(parsed.data.config) : undefined;
  if (request === undefined || !parsed.success) return undefined;
  const { response, status, message = '' } = parsed.data;
  const known = status ?? Number(/status code (\d{3})/.exec(message)?.[1] ?? Number.NaN);
  const bare = Number.isNaN(known) ? undefined : { status: known, headers: {}, body: '' };
  return requestPiece(request, 0, answerOf(response) ?? bare);
}

/** Headers that are missing altogether were not shown; an empty list may mean either. */
function shown(
  said: boolean | undefined,
  headers: readonly unknown[] | undefined,
): SeenRequest['headersShown'] {
  if (said !== undefined) return said ? 'yes' : 'no';
  if (headers === undefined) return 'no';
  return headers.length > 0 ? 'yes' : 'unsure';
}
