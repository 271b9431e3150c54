import { formType } from '../base/http.ts';
import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { type Piece, requestPiece, type SeenAnswer } from '../request/piece.ts';
import { type SeenRequest, seenRequest } from '../request/seen.ts';
import {
  formText,
  hasHeader,
  headersByName,
  maybe,
  type Pair,
  pairs,
  text,
  withType,
  withVariables,
} from './parts.ts';

/** https://schema.postman.com/collection/json/v2.1.0/draft-07/collection.json */
const authSchema = maybe(z.nullable(z.object({ type: text, bearer: pairs, oauth2: pairs })));

const requestSchema = z.object({
  method: text,
  url: z.union([
    z.string(),
    z.pipe(
      z.object({ raw: z.string() }),
      z.transform(({ raw }) => raw),
    ),
    z.pipe(
      z.object({ protocol: text, host: z.array(z.string()), path: maybe(z.array(z.string())) }),
      z.transform(({ protocol = 'https', host, path = [] }) => {
        return `${protocol}://${host.join('.')}/${path.join('/')}`;
      }),
    ),
  ]),
  header: pairs,
  auth: authSchema,
  body: maybe(
    z.nullable(
      z.object({
        mode: text,
        raw: text,
        urlencoded: pairs,
        formdata: pairs,
        file: z.optional(z.unknown()),
        options: maybe(z.object({ raw: z.object({ language: text }) })),
      }),
    ),
  ),
});

const responseSchema = z.object({ code: z.number(), header: pairs, body: text });

type Auth = z.infer<typeof authSchema>;

interface Around {
  readonly variables: ReadonlyMap<string, string>;
  readonly auth: Auth;
  /** Whether the collection around a request was shown, which may add the token. */
  readonly isCollection: boolean;
}

/** The requests of a Postman collection, of a folder or an item of it. */
export function requestsOfPostman(value: unknown): Piece[] {
  if (!isObject(value)) return [];
  const isCollection = Array.isArray(value.item);
  const isItem = isObject(value.request) && isPostman(value.request);
  if (!isCollection && !isItem && !isPostman(value)) return [];
  const variables = new Map((pairs.parse(value.variable) ?? []).filter(([, it]) => it !== ''));
  const around = { variables, auth: authSchema.parse(value.auth), isCollection };
  return isCollection || isItem ? inItem(value, around, 0) : pieceOf(value, [], around);
}

/** What Postman calls `header` and `url.raw`, others call otherwise. */
function isPostman(request: Readonly<Record<string, unknown>>): boolean {
  const { url, body } = request;
  const isMode = isObject(body) && typeof body.mode === 'string';
  return (
    (isObject(url) && ('raw' in url || Array.isArray(url.host))) ||
    Array.isArray(request.header) ||
    (isMode && 'url' in request)
  );
}

function inItem(item: unknown, around: Around, depth: number): Piece[] {
  if (!isObject(item) || depth > 20) return [];
  const auth = item.auth === undefined ? around.auth : authSchema.parse(item.auth);
  const inner = { ...around, auth };
  if (Array.isArray(item.item)) return item.item.flatMap((it) => inItem(it, inner, depth + 1));
  const request = typeof item.request === 'string' ? { url: item.request } : item.request;
  const responses = Array.isArray(item.response) ? item.response : [];
  return pieceOf(request, responses, inner);
}

function pieceOf(request: unknown, responses: readonly unknown[], around: Around): Piece[] {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) return [];
  return [requestPiece(seen(parsed.data, around), 0, answerOf(responses[0]))];
}

function seen(
  { method, url, header = [], body, auth }: z.infer<typeof requestSchema>,
  around: Around,
): SeenRequest {
  const filled = (it: string) => withVariables(it, /\{\{([^{}]+)\}\}/g, around.variables);
  const own = auth ?? around.auth;
  const type = own?.type ?? '';
  const headers: Pair[] = header.map(([name, value]) => [name, filled(value)]);
  if (/^(?:bearer|oauth2)$/.test(type) && !hasHeader(headers, 'authorization')) {
    const token = own?.bearer?.find(([name]) => name === 'token')?.[1] ?? '{{accessToken}}';
    headers.push(['Authorization', `Bearer ${filled(token)}`]);
  }
  if (type === 'basic') headers.push(['Authorization', 'Basic {{credentials}}']);
  const isJson = body?.mode === 'raw' && body.options?.raw.language === 'json';
  const form = body?.urlencoded ?? body?.formdata;
  const text = body?.raw ?? (form && formText(form));
  return seenRequest({
    form: 'Postman',
    method: method ?? 'GET',
    url: filled(url),
    headers: isJson || form ? withType(headers, typeOf(body?.mode)) : headers,
    headersShown: around.isCollection || hasHeader(headers, 'authorization') ? 'yes' : 'unsure',
    bodyText: text === undefined ? undefined : filled(text),
    bodyBehind: body?.mode === 'file' ? 'file' : undefined,
    isWhole: 'yes',
  });
}

function typeOf(mode: string | undefined): string | undefined {
  if (mode === 'raw') return undefined;
  return mode === 'formdata' ? 'multipart/form-data' : formType;
}

function answerOf(response: unknown): SeenAnswer | undefined {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) return undefined;
  const { code, header, body = '' } = parsed.data;
  return { status: code, headers: headersByName(header), body };
}
