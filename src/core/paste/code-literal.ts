import type { Evaluated } from '../code/evaluate.ts';
import { plainOf, Table, Thing, type Value } from '../code/value.ts';
import { piecesOfJson } from '../export/json.ts';
import { looksLikePython } from '../grammar/language.ts';
import { readCode } from '../grammar/read.ts';
import { cutPieces, type Piece } from '../request/piece.ts';
import type { SeenRequest } from '../request/seen.ts';

/**
 * An object that a piece of code writes down without sending it: a dictionary alone, options for a
 * request, a body that is only given a name.
 */
export async function literalIn(text: string): Promise<Piece[]> {
  // An object has brackets in every language; without, a grammar would only search for an end.
  if (!/[{[(]/.test(text)) return [];
  const isPython = looksLikePython(text);
  const trimmed = text.trim().replace(/;$/, '');
  const isValue = /^[[{]/.test(trimmed);
  const source = isValue && !isPython ? `(${trimmed})` : trimmed;
  const evaluated = await readCode(isPython ? 'python' : 'javascript', source);
  if (isValue && evaluated.isCut) return [];
  const values = isValue ? [evaluated.last] : [...namedValues(evaluated), evaluated.last];
  for (const value of values.map(asTable)) {
    if (!(value instanceof Table) || value.entries.size === 0) continue;
    const pieces = piecesOfJson(plainOf(value)).map(asCode);
    // What only has a name may still be changed, and may not be what is sent.
    if (pieces.length > 0) return isValue ? pieces : cutPieces(pieces);
  }
  return [];
}

/** A message of Node-RED, which the node behind it sends: https://cookbook.nodered.org/http/post-json-data */
function asTable(value: Value | undefined): Value | undefined {
  const isMessage =
    value instanceof Thing && value.members.has('url') && value.members.has('payload');
  return isMessage ? new Table('', value.members) : value;
}

function namedValues({ names }: Evaluated): Value[] {
  return [...names.values()].filter((it) => !(it instanceof Thing)).toReversed();
}

/** What takes such options may add headers of its own. */
function unsure({ headersShown }: SeenRequest): Pick<SeenRequest, 'headersShown'> {
  return { headersShown: headersShown === 'yes' ? 'unsure' : headersShown };
}

/** What code writes need not be what is sent: its quotes are no mistake. */
function asCode(piece: Piece): Piece {
  return piece.kind === 'request'
    ? { ...piece, request: { ...piece.request, ...unsure(piece.request), isWire: false } }
    : piece;
}
