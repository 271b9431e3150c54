import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import {
  findAll,
  formText,
  hasHeader,
  maybe,
  type Pair,
  pairs,
  text,
  withVariables,
} from './parts.ts';

/** https://docs.insomnia.rest/insomnia/import-export-data */
const requestSchema = z.object({
  url: z.string(),
  method: text,
  headers: pairs,
  body: maybe(z.object({ mimeType: text, text, params: pairs, fileName: text })),
  authentication: maybe(
    z.object({ type: text, token: text, prefix: text, disabled: z.optional(z.boolean()) }),
  ),
});

/** The requests of an Insomnia export, in its fourth or fifth form. */
export function requestsOfInsomnia(value: unknown): Piece[] {
  if (!isObject(value)) return [];
  const { __export_format: version, resources, type, collection } = value;
  const isOld = version !== undefined || (Array.isArray(resources) && resources.some(isResource));
  const isNew = typeof type === 'string' && type.includes('insomnia');
  if (!isOld && !isNew && !isResource(value)) return [];
  const variables = variablesIn(value);
  return findAll(isNew ? collection : (resources ?? value), (it) => {
    const isRequest = isNew ? 'url' in it : it._type === 'request';
    const parsed = isRequest ? requestSchema.safeParse(it) : undefined;
    return parsed?.success ? pieceOf(parsed.data, variables) : undefined;
  });
}

function isResource(value: unknown): boolean {
  return isObject(value) && value._type === 'request' && 'url' in value;
}

function variablesIn(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = findAll(value, (it) => {
    const data =
      it._type === 'environment'
        ? it.data
        : isObject(it.environments)
          ? it.environments.data
          : undefined;
    return isObject(data) ? data : undefined;
  });
  return new Map(
    found.flatMap((data) =>
      Object.entries(data).flatMap(([name, it]): [string, string][] =>
        typeof it === 'string' ? [[name, it]] : [],
      ),
    ),
  );
}

function pieceOf(
  { url, method, headers = [], body, authentication }: z.infer<typeof requestSchema>,
  variables: ReadonlyMap<string, string>,
): Piece {
  const filled = (it: string) => withVariables(it, /\{\{\s*(?:_\.)?([\w.]+)\s*\}\}/g, variables);
  const all: Pair[] = headers.map(([name, value]) => [name, filled(value)]);
  const type = body?.mimeType;
  if (type !== undefined && !hasHeader(all, 'content-type')) all.push(['Content-Type', type]);
  if (authentication?.type === 'bearer' && authentication.disabled !== true) {
    const { prefix = '', token = '' } = authentication;
    all.push(['Authorization', `${prefix || 'Bearer'} ${filled(token)}`]);
  }
  const isAuthorized = authentication?.type === 'oauth2';
  const text = body?.text ?? (body?.params && formText(body.params));
  return requestPiece(
    seenRequest({
      form: 'Insomnia',
      method: method ?? 'GET',
      url: filled(url),
      headers: all,
      bodyText: text === undefined ? undefined : filled(text),
      bodyBehind: body?.fileName,
      credentialsAdded: isAuthorized,
      isWhole: 'yes',
    }),
  );
}
