import { z } from '../base/zod.ts';
import { type Piece, requestPiece, type SeenAnswer } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyText, formText, headersByName, maybe, pairs, text } from './parts.ts';

/** HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/ */
const entrySchema = z.object({
  request: z.object({
    method: text,
    url: z.string(),
    headers: pairs,
    postData: maybe(z.object({ text, mimeType: text, params: pairs })),
  }),
  response: maybe(
    z.object({
      status: z.number(),
      headers: pairs,
      content: maybe(z.object({ text, encoding: text })),
    }),
  ),
});

const archiveSchema = z.object({
  log: z.object({ entries: z.array(z.unknown()).check(z.minLength(1)) }),
});

/** The requests of an HTTP archive, or of one entry of it. */
export function requestsOfHar(value: unknown): Piece[] {
  const archive = archiveSchema.safeParse(value);
  const entries = archive.success ? archive.data.log.entries : [value];
  return entries.flatMap((entry) => {
    const parsed = entrySchema.safeParse(entry);
    return parsed.success && (archive.success || isEntry(entry)) ? [pieceOf(parsed.data)] : [];
  });
}

/** What only archives have tells an entry alone from other pairs of request and answer. */
function isEntry(entry: unknown): boolean {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    ('startedDateTime' in entry ||
      ('request' in entry &&
        typeof entry.request === 'object' &&
        entry.request !== null &&
        'postData' in entry.request))
  );
}

function pieceOf({ request, response }: z.infer<typeof entrySchema>): Piece {
  const { method, url, headers = [], postData } = request;
  const params = postData?.params ?? [];
  const body = postData?.text ?? (params.length > 0 ? formText(params) : undefined);
  return requestPiece(
    seenRequest({
      form: 'HAR',
      method,
      url,
      headers,
      // Browsers leave out what is secret; our own archives have no token.
      headersShown: headers.length > 0 ? 'unsure' : 'no',
      bodyText: bodyText(body),
      isWhole: 'yes',
    }),
    0,
    response && answerOf(response),
  );
}

function answerOf({
  status,
  headers,
  content,
}: NonNullable<z.infer<typeof entrySchema>['response']>): SeenAnswer | undefined {
  if (status === 0) return undefined;
  const body = content?.encoding === undefined ? (content?.text ?? '') : '';
  return { status, headers: headersByName(headers), body };
}
