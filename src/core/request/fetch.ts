import { done, failed, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { readValue, type Scope } from './literal-reader.ts';
import { type SeenRequest, seenRequest } from './seen.ts';

const pairs = z.pipe(
  z.array(z.tuple([z.string(), z.unknown()])),
  z.transform((list) => new Map(list)),
);
const map = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((it) => new Map(Object.entries(it))),
);

const optionsSchema = z.object({
  method: z.catch(z.optional(z.string()), undefined),
  headers: z.catch(z.optional(z.union([pairs, map])), undefined),
  body: z.optional(z.unknown()),
});

const mostDeclarations = 50;

/**
 * Reads a call of `fetch(url, options)`, or of `axios.post(url, body, options)`, without running
 * anything. Names that the snippet declares before the call are followed; others stay as `{{name}}`.
 *
 * Fails with `request.not-a-request`.
 */
export function requestFromFetch(snippet: string): Outcome<SeenRequest> {
  const call = /\b(?:fetch|axios\.(post|put|get|patch))\s*\(/.exec(snippet);
  if (call === null) return failed('request.not-a-request');
  const scope = declarations(snippet.slice(0, call.index));
  const [url, second, third] = callArguments(snippet, call.index + call[0].length, scope);
  if (typeof url !== 'string') return failed('request.not-a-request');

  const [, axiosMethod] = call;
  const options = optionsSchema.safeParse((axiosMethod === undefined ? second : third) ?? {});
  const { method, headers, body } = options.success ? options.data : {};
  const sent = axiosMethod === undefined ? body : second;
  const told = [...(headers ?? [])].map(([name, value]) => [name, String(value)] as const);
  // axios says that an object is JSON; fetch says nothing.
  const implied = [['Content-Type', 'application/json']] as const;
  return done(
    seenRequest({
      method: axiosMethod ?? method ?? 'GET',
      url,
      headers: axiosMethod !== undefined && isObject(sent) ? [...implied, ...told] : told,
      headersShown: isUnknown(second) ? 'no' : 'yes',
      bodyText: asText(sent),
    }),
  );
}

function callArguments(text: string, start: number, scope: Scope): unknown[] {
  const values: unknown[] = [];
  for (let at = start; values.length < 3; ) {
    const read = readValue(text, at, scope);
    if (read === undefined || read === 'too-deep') break;
    values.push(read.value);
    const comma = /^\s*,/.exec(text.slice(read.end, read.end + 200));
    if (comma === null) break;
    at = read.end + comma[0].length;
  }
  return values;
}

function declarations(text: string): Scope {
  const scope = new Map<string, unknown>();
  const found = text.matchAll(/\b(?:const|let|var)\s+([\w$]+)\s*=\s*/g);
  for (const declaration of found) {
    if (scope.size >= mostDeclarations) break;
    const read = readValue(text, declaration.index + declaration[0].length, scope);
    if (read !== undefined && read !== 'too-deep') scope.set(declaration[1] ?? '', read.value);
  }
  return scope;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** A name that the snippet does not explain. */
function isUnknown(value: unknown): boolean {
  return typeof value === 'string' && /^\{\{.*\}\}$/.test(value);
}

function asText(body: unknown): string | undefined {
  if (body === undefined || body === null || isUnknown(body)) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}
