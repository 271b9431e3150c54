import type { Evaluated } from '../code/evaluate.ts';
import { plainOf, Table, Thing, type Value } from '../code/value.ts';
import { piecesOfJson } from '../export/json.ts';
import { looksLikePython } from '../grammar/language.ts';
import { readCode } from '../grammar/read.ts';
import { cutPieces, type Piece } from '../request/piece.ts';

/**
 * Reads the object that code writes down without sending it: a dictionary alone, the options of a request, a body that
 * only gets a name. Empty where there is none that Kickoff knows.
 */
export async function literalIn(text: string): Promise<Piece[]> {
  // In every language an object has brackets; on a text without any, the grammar would waste its time.
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
    // The code may still change an object that has a name, or send another one.
    if (pieces.length > 0) return isValue ? pieces : cutPieces(pieces);
  }
  return [];
}

/** A message of Node-RED as a table; the next node sends it (https://cookbook.nodered.org/http/post-json-data). */
function asTable(value: Value | undefined): Value | undefined {
  const isMessage =
    value instanceof Thing && value.members.has('url') && value.members.has('payload');
  return isMessage ? new Table('', value.members) : value;
}

function namedValues({ names }: Evaluated): Value[] {
  return [...names.values()].filter((it) => !(it instanceof Thing)).toReversed();
}

/**
 * A piece as code has it: its quotes are the language's and no mistake, and the function that takes the object may add
 * headers.
 */
function asCode(piece: Piece): Piece {
  if (piece.kind !== 'request') return piece;
  const { headersShown } = piece.request;
  const shown = headersShown === 'yes' ? 'unsure' : headersShown;
  return { ...piece, request: { ...piece.request, headersShown: shown, isWire: false } };
}
