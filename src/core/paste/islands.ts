import { piecesOfJson } from '../export/json.ts';
import { looksLikePython } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import type { Piece, PiecesWithPlaces } from '../request/piece.ts';
import { almostJson, parsedJson } from './json-text.ts';

const mostIslands = 50;

/**
 * JSON that stands on lines of its own in a text of another kind: what was sent, and what came
 * back. What is part of an assignment or of a call is none.
 */
export function jsonIslands(text: string): PiecesWithPlaces {
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
    const own = piecesIn(text.slice(at, end), isAlone);
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

function piecesIn(text: string, isAlone: boolean): Piece[] | undefined {
  const json = parsedJson(text);
  if (json !== undefined) return piecesOfJson(json.value);
  const isCode = isAlone || looksLikePython(text);
  return !isCode && launchMark.test(text) ? almostJson(text) : undefined;
}
