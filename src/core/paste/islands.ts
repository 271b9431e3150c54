import { looksLikePython } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import type { Piece, PiecesWithPlaces } from '../request/piece.ts';
import { literalIn } from './code-literal.ts';
import { almostJson, parsedJson } from './json-text.ts';

const mostIslands = 50;

/**
 * JSON that stands on lines of its own in a text of another kind: what was sent, and what came
 * back. What is part of an assignment or of a call is none.
 *
 * @param read takes a value of JSON apart
 */
export async function jsonIslands(
  text: string,
  read: (value: unknown) => Promise<Piece[]>,
): Promise<PiecesWithPlaces> {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  let behind = 0;
  for (const found of text.matchAll(
    /^[ \t]*(?:[\w ]{1,30}:[ \t]*)?([{[])[ \t]*(?=\r?\n|["'“”‘{\]}])/gm,
  )) {
    const at = found.index + found[0].indexOf(found[1] ?? '{');
    if (at < behind || spans.length >= mostIslands) continue;
    const end = balancedEnd(text, at);
    if (end === undefined || isPartOfCode(text, at, end)) continue;
    const isAlone = text.slice(0, at).trim() === '' && text.slice(end).trim() === '';
    const own = await piecesIn(text.slice(at, end), isAlone, read);
    if (own === undefined) continue;
    behind = end;
    spans.push([at, end]);
    pieces.push(...own.map((piece) => ({ ...piece, at })));
  }
  return { pieces, spans };
}

/** Code goes on before or behind it, on its line or the next; prose has commas before an empty line. */
const codeBefore = /(?:[=([+>&|'"`\\][ \t]*(?:\r?\n[ \t]*)?|,[ \t]*(?:\r?\n[ \t]+)?|\?[ \t]*)$/;
const codeBehind = /^[ \t]*(?:\r?\n[ \t]*)?[),;.'"`\]]/;

function isPartOfCode(text: string, at: number, end: number): boolean {
  return (
    codeBefore.test(text.slice(Math.max(0, at - 200), at)) ||
    codeBehind.test(text.slice(end, end + 200))
  );
}

/** The body of a launch is known by its flow, also where it has mistakes; alone it may be code. */
const launchMark = /["'“”‘’]flow_?id["'“”‘’]\s*:/i;

/** What programs print of a request or of what came back, in the way that their language writes it. */
const printed =
  /\b(?:self_?uri|flow_?error_?info|completion_?reason|date_?launched)\b|\burl["']?\s*:\s*["'][^"'\n]{1,200}\/flows\/executions/i;

async function piecesIn(
  text: string,
  isAlone: boolean,
  read: (value: unknown) => Promise<Piece[]>,
): Promise<Piece[] | undefined> {
  const json = parsedJson(text);
  if (json !== undefined) return read(json.value);
  if (!isAlone && printed.test(text)) {
    const pieces = await literalIn(text);
    if (pieces.length > 0) return pieces;
  }
  const isCode = isAlone || looksLikePython(text);
  return !isCode && launchMark.test(text) ? almostJson(text) : undefined;
}
