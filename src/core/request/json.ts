import { done, failed, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { isTooDeep } from './literal.ts';
import { type SeenRequest, seenRequest } from './seen.ts';

const text = z.catch(z.optional(z.string()), undefined);

const headersSchema = z.union([
  z.pipe(
    z.array(z.object({ name: z.string(), value: z.coerce.string() })),
    z.transform((list) => list.map(({ name, value }) => [name, value] as const)),
  ),
  z.pipe(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    z.transform((map) =>
      Object.entries(map).map(([name, value]) => [name, String(value)] as const),
    ),
  ),
]);

const requestSchema = z.object({
  method: text,
  url: text,
  headers: z.catch(z.optional(headersSchema), undefined),
  headersShown: z.catch(z.optional(z.boolean()), undefined),
  body: z.optional(z.unknown()),
  bodyText: text,
  auth: text,
  /** HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/#postData */
  postData: z.catch(z.optional(z.object({ text, mimeType: text })), undefined),
});

const wrapperSchema = z.object({ request: z.record(z.string(), z.unknown()) });
const archiveSchema = z.object({
  log: z.object({ entries: z.array(wrapperSchema).check(z.minLength(1)) }),
});

/**
 * Reads a request written as JSON: `{ method, url, headers, body | bodyText }`, an entry of a HAR
 * archive or the launch in such an archive, or only the body of a launch.
 *
 * Fails with `request.too-deep` or `request.not-a-request`.
 */
export function requestFromJson(value: unknown): Outcome<SeenRequest> {
  if (isTooDeep(value)) return failed('request.too-deep');
  const record = innermost(value);
  if (!isRequest(record)) return done(onlyBody(value));
  const parsed = requestSchema.safeParse(record);
  if (!parsed.success || !saysWhere(parsed.data)) return failed('request.not-a-request');
  const { method, url, headers, headersShown, auth, postData } = parsed.data;
  return done(
    seenRequest({
      method,
      url,
      headers: headers ?? [],
      headersShown: shown(headersShown, headers),
      bodyText: parsed.data.bodyText ?? postData?.text ?? asText(parsed.data.body),
      credentialsAdded: auth !== undefined && /data action|platform-supplied/i.test(auth),
    }),
  );
}

/** The request in an entry of an archive; of several the one that goes to the executions. */
function innermost(value: unknown): unknown {
  const archive = archiveSchema.safeParse(value);
  if (archive.success) {
    const { entries } = archive.data.log;
    const launch = entries.find(({ request }) => /flows?\/exec/i.test(String(request.url)));
    return (launch ?? entries[0])?.request;
  }
  const wrapper = wrapperSchema.safeParse(value);
  return wrapper.success && 'url' in wrapper.data.request ? wrapper.data.request : value;
}

/** The body of a launch has none of these members, and `body` only beside no flow's id. */
function isRequest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  const told = ['method', 'url', 'headers', 'bodyText', 'headersShown'];
  return keys.some((key) => told.includes(key)) || (keys.includes('body') && !('flowId' in value));
}

function saysWhere({ method, url, body, bodyText }: z.infer<typeof requestSchema>): boolean {
  return [method, url, body, bodyText].some((it) => it !== undefined);
}

function onlyBody(value: unknown): SeenRequest {
  return seenRequest({ headersShown: 'no', bodyText: JSON.stringify(value) });
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

function asText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}
