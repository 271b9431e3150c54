import { z } from '../base/zod.ts';
import { isOpenPlace } from '../request/open-place.ts';
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

/** The requests of exported data actions of Genesys Cloud. */
export function requestsOfDataAction(value: unknown): Piece[] {
  return findAll(value, (it) => {
    return 'requestUrlTemplate' in it ? dataActionOf(it) : undefined;
  });
}

/** The request of one data action; `undefined` where it names no address. */
export function dataActionOf(config: unknown, form = 'data action'): Piece | undefined {
  const parsed = requestSchema.safeParse(config);
  if (!parsed.success) return undefined;
  const { requestUrlTemplate: url, requestType, headers = [], requestTemplate } = parsed.data;
  const template = bodyText(requestTemplate);
  // `${input.rawRequest}` alone stands for all inputs, which are not shown; so does a reference.
  const isOpen = template !== undefined && isOpenPlace(template) && !template.includes(':');
  return requestPiece(
    seenRequest({
      form,
      method: requestType,
      url,
      headers,
      // What Genesys Cloud adds to a data action's own headers is not published.
      headersShown: 'unsure',
      bodyText: isOpen ? undefined : template,
      bodyBehind: isOpen ? template.trim() : undefined,
      // Genesys Cloud adds the token of the integration to its own addresses.
      credentialsAdded: url.startsWith('/') && !hasHeader(headers, 'authorization'),
      isWhole: 'yes',
    }),
  );
}
