import { z } from '../base/zod.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyText, findAll, hasHeader, pairs, text } from './parts.ts';

/** https://help.mypurecloud.com/articles/add-configuration-custom-actions-integrations/ */
const requestSchema = z.object({
  requestUrlTemplate: z.string(),
  requestType: text,
  headers: pairs,
  requestTemplate: z.optional(z.unknown()),
});

/** The requests of exported data actions of Genesys Cloud; `undefined` for other values. */
export function requestsOfDataAction(value: unknown): Piece[] | undefined {
  const pieces = findAll(value, (it) => {
    const parsed = 'requestUrlTemplate' in it ? requestSchema.safeParse(it) : undefined;
    return parsed?.success ? pieceOf(parsed.data) : undefined;
  });
  return pieces.length > 0 ? pieces : undefined;
}

function pieceOf({
  requestUrlTemplate,
  requestType,
  headers = [],
  requestTemplate,
}: z.infer<typeof requestSchema>): Piece {
  return requestPiece(
    dataActionRequest({
      form: 'data action',
      url: requestUrlTemplate,
      method: requestType,
      headers,
      template: bodyText(requestTemplate),
    }),
  );
}

/** A data action's request; `${input.rawRequest}` alone stands for all inputs, which are not shown. */
function dataActionRequest({
  form,
  url,
  method,
  headers,
  template,
}: {
  form: string;
  url: string;
  method: string | undefined;
  headers: readonly (readonly [string, string])[];
  template: string | undefined;
}) {
  const isOpen = template !== undefined && /^\s*\$!?\{?input\.rawRequest\}?\s*$/i.test(template);
  return seenRequest({
    form,
    method,
    url,
    headers,
    bodyText: isOpen ? undefined : template,
    bodyBehind: isOpen ? template.trim() : undefined,
    // Genesys Cloud adds the token of the integration to its own addresses.
    credentialsAdded: url.startsWith('/') && !hasHeader(headers, 'authorization'),
    isWhole: 'yes',
  });
}
