import { errorBodySchema, isHtml } from '../base/error-body.ts';
import { type HttpAnswer, jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';

/** Characters that are read of what an answer says: a sentence of the API is far shorter. */
export const longestWords = 1_000;

const text = z.catch(
  z.optional(
    z.pipe(
      z.string(),
      z.transform((words) => words.slice(0, longestWords)),
    ),
  ),
  undefined,
);

const detailSchema = z.object({
  errorCode: text,
  fieldName: text,
  entityId: text,
  entityName: text,
});

/** The published `ErrorBody` in full. https://developer.genesys.cloud/devapps/api-explorer */
const fullErrorSchema = z.extend(errorBodySchema, {
  message: text,
  code: text,
  messageWithParams: text,
  entityName: text,
  details: z.catch(z.optional(z.array(z.catch(detailSchema, {}))), undefined),
  limit: z.catch(
    z.optional(
      z.object({
        key: text,
        namespace: text,
        value: z.catch(z.optional(z.coerce.string()), undefined),
      }),
    ),
    undefined,
  ),
  errors: z.catch(z.optional(z.array(z.unknown())), undefined),
});

export type ApiError = Omit<z.infer<typeof fullErrorSchema>, 'errors'>;

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2; Genesys Cloud sends `description` too. */
const signInErrorSchema = z.object({
  error: z.string(),
  error_description: text,
  description: text,
});

/** What an answer turned out to be, whatever it claims to be. */
export type AnswerShape =
  | { readonly kind: 'errors'; readonly errors: readonly ApiError[] }
  | { readonly kind: 'sign-in-error'; readonly error: string; readonly description: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'json' };

/**
 * Reads what the body of an answer is. Fields of a wrong type are left out; errors within errors are
 * laid side by side, the outer one first.
 */
export function shapeOf(answer: HttpAnswer): AnswerShape {
  const body = answer.body.trim();
  if (body === '') return { kind: 'empty' };
  const type = answer.headers['content-type'] ?? '';
  if (isHtml(body) || body.startsWith('<?xml') || /\bhtml\b/i.test(type)) return { kind: 'html' };
  const json = jsonOf(answer);
  if (json === undefined) return { kind: 'text', text: body.slice(0, longestWords) };
  if (typeof json === 'string') return { kind: 'text', text: json.slice(0, longestWords) };
  const signIn = signInErrorSchema.safeParse(json);
  if (signIn.success) {
    const { error, error_description, description } = signIn.data;
    return { kind: 'sign-in-error', error, description: error_description ?? description ?? '' };
  }
  const errors = errorsIn(Array.isArray(json) ? { errors: json } : json, 0);
  return errors.length === 0 ? { kind: 'json' } : { kind: 'errors', errors };
}

const deepest = 3;
const most = 20;

function errorsIn(json: unknown, depth: number): ApiError[] {
  const parsed = fullErrorSchema.safeParse(json);
  if (!parsed.success) return [];
  const { errors = [], ...own } = parsed.data;
  const inner =
    depth < deepest ? errors.slice(0, most).flatMap((it) => errorsIn(it, depth + 1)) : [];
  const says = own.code !== undefined || own.message !== undefined || own.limit !== undefined;
  return says ? [own, ...inner] : inner;
}
