import { piecesOfJson } from '../export/json.ts';
import { requestsOfTerraform } from '../export/terraform.ts';
import { isLikeYaml, isYamlExport, piecesOfYaml } from '../export/yaml.ts';
import { languageNamed } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import { cutPieces, type Piece } from '../request/piece.ts';
import { requestsOfScript } from '../shell/script.ts';
import { answerInWords } from './answer-text.ts';
import { requestsOfCode } from './code.ts';
import { literalIn } from './code-literal.ts';
import { messagesIn } from './http.ts';
import { jsonIslands } from './islands.ts';
import { joined, withoutCopies } from './joined.ts';
import { almostJson, parsedJson } from './json-text.ts';
import { withoutLogMarks } from './log-lines.ts';
import { isTooNested } from './nesting.ts';
import { requestsOfPanels } from './panels.ts';
import type { Segment } from './segments.ts';
import { without } from './spans.ts';

const nothing = { pieces: [], spans: [] };

/** What one part of a paste holds: commands, messages, JSON, code, and answers in words. */
export async function readSegment({ text: pasted, at, language }: Segment): Promise<Piece[]> {
  const json = parsedJson(pasted);
  if (json !== undefined) return moved(piecesOfJson(json.value), at);
  const text = withoutLogMarks(pasted);
  if (/^\s*[[{]/.test(text) && balancedEnd(text, text.search(/\S/)) === undefined) {
    const pieces = almostJson(text);
    if (pieces.length > 0) return moved(pieces, at);
  }
  const isYaml = isYamlExport(text);
  const inYaml = isYaml ? await piecesOfYaml(text) : [];
  if (inYaml.length > 0) return moved(inYaml, at);
  const isCode = !isTooNested(text);
  const script = requestsOfScript(text);
  const terraform = isCode ? requestsOfTerraform(text) : nothing;
  const panels = requestsOfPanels(text);
  const rest = without(text, [...script.spans, ...terraform.spans, ...panels.spans]);
  const messages = messagesIn(rest);
  const unread = without(
    rest,
    messages.map(({ span }) => span),
  );
  const code = isCode ? await requestsOfCode(unread, languageNamed(language)) : [];
  const islands = jsonIslands(unread);
  const found = [
    ...script.pieces,
    ...terraform.pieces,
    ...panels.pieces,
    ...messages.map(({ piece }) => piece),
    ...code,
    ...islands.pieces,
  ];
  const answer = found.some(({ kind }) => kind !== 'request')
    ? undefined
    : answerInWords(without(unread, islands.spans));
  const all = [...found, ...(answer === undefined ? [] : [answer])];
  const pieces = joined(withoutCopies(all.toSorted((a, b) => a.at - b.at)));
  if (pieces.length > 0) return moved(isYaml ? cutPieces(pieces) : pieces, at);
  return moved(isCode ? await literalAlone(text) : [], at);
}

/** A body that is almost JSON, or an object as a language writes it. */
async function literalAlone(text: string): Promise<Piece[]> {
  const inCode = await literalIn(text);
  if (inCode.length > 0) return inCode;
  return isLikeYaml(text) ? piecesOfYaml(text) : almostJson(text);
}

function moved(pieces: readonly Piece[], by: number): Piece[] {
  return pieces.map((piece) => ({ ...piece, at: piece.at + by }));
}
