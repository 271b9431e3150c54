import { z } from '../base/zod.ts';
import { cutPieces, type PiecesWithPlaces, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { dataActionOf } from './data-action.ts';
import { attributesOfBlock } from './hcl.ts';
import { pairs, text } from './parts.ts';

const mostBlocks = 50;

/**
 * The requests of data actions that Terraform makes: each `config_request` of a
 * `genesyscloud_integration_action`, and which parts of the text those are.
 * https://registry.terraform.io/providers/MyPureCloud/genesyscloud/latest/docs/resources/integration_action
 */
export function requestsOfTerraform(text: string): PiecesWithPlaces {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  for (const { index, 0: opening } of text.matchAll(/\bconfig_request\s*\{/g)) {
    if (pieces.length >= mostBlocks) break;
    const { attributes, isCut, end } = attributesOfBlock(text, index + opening.length);
    const request = dataActionOf(
      {
        requestUrlTemplate: attributes.request_url_template,
        requestType: attributes.request_type,
        requestTemplate: attributes.request_template,
        headers: attributes.headers,
      },
      'Terraform',
    );
    if (request === undefined) continue;
    const found = [{ ...request, at: index }];
    pieces.push(...(isCut ? cutPieces(found) : found));
    spans.push([index, end]);
  }
  const asked = requestsOfHttpData(text);
  return { pieces: [...pieces, ...asked.pieces], spans: [...spans, ...asked.spans] };
}

/** `data "http"`: https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http */
function requestsOfHttpData(pasted: string): PiecesWithPlaces {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  for (const { index, 0: opening } of pasted.matchAll(/\bdata\s+"http"\s+"[^"\n]*"\s*\{/g)) {
    if (pieces.length >= mostBlocks) break;
    const { attributes, isCut, end } = attributesOfBlock(pasted, index + opening.length);
    const { success, data } = httpDataSchema.safeParse(attributes);
    if (!success) continue;
    const { url, method = 'GET', request_headers: headers = [], request_body: body } = data;
    const request = seenRequest({
      form: 'Terraform',
      method,
      url,
      headers,
      bodyText: body,
      isWhole: 'yes',
      isCut,
    });
    pieces.push(requestPiece(request, index));
    spans.push([index, end]);
  }
  return { pieces, spans };
}

const httpDataSchema = z.object({
  url: z.string(),
  method: text,
  request_headers: pairs,
  request_body: text,
});
