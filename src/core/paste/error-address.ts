import { checkAddress } from '../doctor/address.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** How the errors of libraries name the address of their request: `404 Client Error: … for url: https://…`. */
const address =
  /\b(?:for url:? |(?:POST|PUT|PATCH)(?: request (?:to|for))? "?|requesting |calling |on POST request for ")(https?:\/\/[^\s"'`<>,]{1,300}\/flows?\/[^\s"'`<>,]{1,200})/i;

/**
 * Puts a request before an answer in words, where the words name the request's address and that address is wrong,
 * because then only the address explains the answer. Returns every other piece as it is.
 */
export function withErrorAddress(piece: Piece, text: string): Piece {
  const url = address.exec(text)?.[1]?.replace(/[.:;)\]]+$/, '');
  if (piece.kind !== 'answer' || url === undefined) return piece;
  if (!/exec|launch|run\b|start/i.test(url) || checkAddress(url).findings.length === 0)
    return piece;
  const request = seenRequest({ url, headersShown: 'no', isCut: true });
  return requestPiece(request, piece.at, piece.answer);
}
