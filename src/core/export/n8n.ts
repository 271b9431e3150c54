import { formType } from '../base/http.ts';
import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyText, findAll, formText, maybe, type Pair, pairs, text, withType } from './parts.ts';

const list = maybe(z.object({ parameters: pairs, parameter: pairs }));

/** The HTTP Request node of n8n, in its present and its first versions: https://docs.n8n.io */
const parametersSchema = z.object({
  url: z.string(),
  method: text,
  requestMethod: text,
  authentication: text,
  headerParameters: list,
  headerParametersUi: list,
  jsonHeaders: text,
  headerParametersJson: text,
  contentType: text,
  rawContentType: text,
  bodyContentType: text,
  body: text,
  jsonBody: z.optional(z.unknown()),
  bodyParameters: list,
  bodyParametersUi: list,
  bodyParametersJson: text,
});

/** The HTTP requests of an n8n workflow, or of a node of it. */
export function requestsOfN8n(value: unknown): Piece[] {
  return findAll(value, (it) => {
    const isNode = typeof it.type === 'string' && /httpRequest/.test(it.type);
    if (!isNode || !isObject(it.parameters)) return undefined;
    const parsed = parametersSchema.safeParse(it.parameters);
    return parsed.success ? pieceOf(parsed.data, isObject(it.credentials)) : undefined;
  });
}

function pieceOf(node: z.infer<typeof parametersSchema>, hasCredentials: boolean): Piece {
  const named = node.headerParameters?.parameters ?? node.headerParametersUi?.parameter ?? [];
  const json = node.jsonHeaders ?? node.headerParametersJson;
  const headers: Pair[] = [...named, ...headersIn(json)].map(([name, value]) => [
    name,
    resolved(value),
  ]);
  const fields = node.bodyParameters?.parameters ?? node.bodyParametersUi?.parameter;
  const given = node.jsonBody ?? node.bodyParametersJson ?? node.body;
  const isForm = /form/.test(node.contentType ?? node.bodyContentType ?? '');
  const text = given === undefined ? fieldsText(fields, isForm) : resolved(bodyText(given) ?? '');
  const isOpen = text !== undefined && /^\{\{[^{}]*\}\}$/.test(text.trim());
  return requestPiece(
    seenRequest({
      form: 'n8n',
      method: node.method ?? node.requestMethod ?? 'GET',
      url: resolved(node.url),
      headers: withType(headers, node.rawContentType ?? (isForm ? formType : undefined)),
      bodyText: isOpen ? undefined : text,
      bodyBehind: isOpen ? text : undefined,
      isWhole: 'yes',
      credentialsAdded: hasCredentials || /credential/i.test(node.authentication ?? ''),
    }),
  );
}

function headersIn(json: string | undefined): readonly Pair[] {
  if (json === undefined) return [];
  try {
    return pairs.parse(JSON.parse(json.replace(/^=/, ''))) ?? [];
  } catch {
    return [];
  }
}

function fieldsText(fields: readonly Pair[] | undefined, isForm: boolean): string | undefined {
  if (fields === undefined || fields.length === 0) return undefined;
  const values = fields.map(([name, value]): Pair => [name, field(value)]);
  return isForm ? formText(values) : JSON.stringify(Object.fromEntries(values));
}

/** A field that is one expression has its value, of whatever type, which is not shown. */
function field(value: string): string {
  const [, inner] = /^=\s*\{\{([\s\S]*)\}\}\s*$/.exec(value) ?? [];
  return inner === undefined ? resolved(value) : `{{${inner.replace(/[{}]/g, '').trim()}}}`;
}

/** An expression begins with `=`; one that only writes an object as JSON is that object. */
function resolved(value: string): string {
  const text = value.replace(/^=/, '');
  const [, object] =
    /^\s*\{\{\s*JSON\.stringify\(\s*(\{[\s\S]*\})\s*\)\s*\}\}\s*$/.exec(text) ?? [];
  const [, bare] = /^\s*\{\{\s*(\{[\s\S]*\})\s*\}\}\s*$/.exec(text) ?? [];
  return object ?? bare ?? text;
}
