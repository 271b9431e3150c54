import { kindOf } from '../doctor/kind.ts';
import { findWithin } from '../export/parts.ts';
import type { Piece } from '../request/piece.ts';
import type { Segment } from './segments.ts';

/** Signs of a request or an answer within a text: JSON, a line of HTTP, a method with an address, a command. */
const sign = /\{\s*\\?"|\bHTTP\/\d|\b(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/)?\/\S|\bcurl\s/;

const mostTexts = 50;
const longestText = 100_000;

/**
 * The pieces of a value of JSON. Where Kickoff knows none of them, reads the texts in the value: the line of a log in
 * the event of a log server, the message in a tool's error.
 *
 * @param pieces those that the value itself gives
 */
export async function inJson(
  value: unknown,
  pieces: readonly Piece[],
  read: (segment: Segment) => Promise<Piece[]>,
): Promise<Piece[]> {
  if (!isNothingKnown(pieces)) return [...pieces];
  const found: Piece[] = [];
  for (const text of textsIn(value)) {
    const inner = await read({ text, at: 0, language: '' });
    if (!isNothingKnown(inner)) found.push(...inner);
  }
  return found.length > 0 ? found : [...pieces];
}

/** Whether all pieces are bodies of which Kickoff does not know what they are for. */
function isNothingKnown(pieces: readonly Piece[]): boolean {
  return pieces.every((it) => it.kind === 'request' && kindOf(it.request) === 'unknown');
}

function textsIn(value: unknown): string[] {
  return findWithin(value, mostTexts, (it) =>
    typeof it === 'string' && it.length <= longestText && sign.test(it) ? it : undefined,
  );
}
