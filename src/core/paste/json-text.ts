import { parseJson } from '../base/json.ts';
import { bodyAlone, piecesOfJson } from '../export/json.ts';
import { readLiteral } from '../request/literal.ts';
import { cutPieces, type Piece } from '../request/piece.ts';

/** Members that a person copied without the braces around them: `"flowId": "…", "inputData": {…}`. */
const bareMembers = /^\s*"[^"\n]{1,100}"\s*:/;

/** Parses a text as JSON, also without its outermost braces; undefined where it is none. */
export function parsedJson(text: string): { value: unknown } | undefined {
  const whole = parseJson(text);
  if (whole !== undefined || !bareMembers.test(text)) return whole;
  return parseJson(`{${text.replace(/,\s*$/, '')}}`);
}

/** Reads JSON with mistakes in it. Where the text breaks off, its pieces count as cut. */
export function almostJson(text: string): Piece[] {
  if (!/^\s*[[{“"]/.test(text)) return [];
  const read = readLiteral(text);
  if (!read.ok || typeof read.value.value !== 'object') return [];
  const { value, repairs } = read.value;
  // `[ERROR]` before the words of a log is no list.
  if (Array.isArray(value) && !value.some((it) => typeof it === 'object')) return [];
  const pieces = piecesOfJson(value);
  const isBody =
    pieces.length > 0 &&
    pieces.every(
      (it) =>
        it.kind === 'request' && it.request.url === undefined && it.request.method === undefined,
    );
  const own = isBody && repairs.length > 0 ? [bodyAlone(text)] : pieces;
  return repairs.includes('truncated') ? cutPieces(own) : own;
}
