import { cutPieces, type PiecesWithPlaces } from '../request/piece.ts';
import { dataActionOf } from './data-action.ts';
import { attributesOfBlock } from './hcl.ts';

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
  return { pieces, spans };
}
