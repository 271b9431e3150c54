import { looksLikePython } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import type { Piece, PiecesWithPlaces } from '../request/piece.ts';
import { literalIn } from './code-literal.ts';
import { almostJson, parsedJson } from './json-text.ts';

const mostIslands = 50;
/** How many characters may be gone through for brackets that close nothing; each may lead to the end of the text. */
const mostCharacters = 10_000_000;

/**
 * Reads the JSON that stands on lines of its own in a text of another kind: what was sent, and what came back. Leaves
 * out what is part of an assignment or of a call.
 *
 * @param read takes a value of JSON apart
 */
export async function jsonIslands(
  text: string,
  read: (value: unknown) => Promise<Piece[]>,
): Promise<PiecesWithPlaces> {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  let behind = 0;
  let left = mostCharacters;
  for (const found of text.matchAll(
    /^[ \t]*(?:[\w ]{1,30}:[ \t]*)?([{[])[ \t]*(?=\r?\n|["'“”‘{\]}])/gm,
  )) {
    const at = found.index + found[0].indexOf(found[1] ?? '{');
    if (at < behind || spans.length >= mostIslands || left < 0) continue;
    const end = balancedEnd(text, at);
    left -= (end ?? text.length) - at;
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

/** Signs with which code goes on before or behind its JSON, on the same line or the next. */
const codeBefore = /(?:[=([+>&|'"`\\][ \t]*(?:\r?\n[ \t]*)?|,[ \t]*(?:\r?\n[ \t]+)?|\?[ \t]*)$/;
const codeBehind = /^[ \t]*(?:\r?\n[ \t]*)?[),;.'"`\]]/;

function isPartOfCode(text: string, at: number, end: number): boolean {
  return (
    codeBefore.test(text.slice(Math.max(0, at - 200), at)) ||
    codeBehind.test(text.slice(end, end + 200))
  );
}

/** A body of a launch, which its flow's ID shows even where the body has mistakes. */
const launchMark = /["'“”‘’]flow_?id["'“”‘’]\s*:/i;

/** A request, or what came back, as programs print it in the notation of their language. */
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
