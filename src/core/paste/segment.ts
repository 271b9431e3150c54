import { piecesOfJson } from '../export/json.ts';
import { codeOfNodeRed } from '../export/node-red.ts';
import { requestsOfTerraform } from '../export/terraform.ts';
import { requestsOfXml } from '../export/xml.ts';
import { isLikeYaml, isYamlExport, piecesOfYaml } from '../export/yaml.ts';
import { languageNamed, unreadLanguage } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import { cutPieces, type Piece } from '../request/piece.ts';
import { requestsOfScript } from '../shell/script.ts';
import { answerInWords } from './answer-text.ts';
import { requestsOfCode } from './code.ts';
import { literalIn } from './code-literal.ts';
import { withErrorAddress } from './error-address.ts';
import { messagesIn } from './http.ts';
import { requestInSentences } from './inline-code.ts';
import { jsonIslands } from './islands.ts';
import { joined, withoutCopies } from './joined.ts';
import { almostJson, parsedJson } from './json-text.ts';
import { requestsOfLabels } from './labels.ts';
import { withoutLogMarks } from './log-lines.ts';
import { maskPaste } from './mask.ts';
import { isTooNested } from './nesting.ts';
import { noAnswerIn } from './no-answer.ts';
import { requestOfTexts } from './other-code.ts';
import { requestsOfPanels } from './panels.ts';
import type { Segment } from './segments.ts';
import { without } from './spans.ts';
import { inJson } from './texts-in-json.ts';
import { asHttp } from './transcripts.ts';

const nothing = { pieces: [], spans: [] };

/** What one part of a paste holds: commands, messages, JSON, code, and answers in words. */
export async function readSegment({ text: pasted, at, language }: Segment): Promise<Piece[]> {
  const json = parsedJson(pasted);
  if (json !== undefined) return moved(await readJson(json.value), at);
  const text = asHttp(withoutLogMarks(pasted));
  if (/^\s*[[{]/.test(text) && balancedEnd(text, text.search(/\S/)) === undefined) {
    const pieces = almostJson(text);
    if (pieces.length > 0) return moved(pieces, at);
  }
  const inXml = requestsOfXml(text);
  if (inXml.length > 0) return moved(inXml, at);
  const isYaml = isYamlExport(text);
  const inYaml = isYaml ? await piecesOfYaml(text) : [];
  if (inYaml.length > 0) return moved(inYaml, at);
  const isCode = !isTooNested(text);
  const script = requestsOfScript(text);
  const terraform = isCode ? requestsOfTerraform(text) : nothing;
  const panels = requestsOfPanels(text);
  const rest = without(text, [...script.spans, ...terraform.spans, ...panels.spans]);
  const messages = messagesIn(withoutDocstrings(rest));
  const unread = without(
    rest,
    messages.map(({ span }) => span),
  );
  const code = isCode ? await requestsOfCode(unread, languageNamed(language)) : [];
  const other = isCode && code.length === 0 ? unreadLanguage(unread) : undefined;
  const sent = [
    ...script.pieces,
    ...terraform.pieces,
    ...panels.pieces,
    ...messages.map(({ piece }) => piece),
    ...code,
    ...(other === undefined ? [] : requestOfTexts(unread, other)),
  ];
  if (!sent.some(saysWhere)) sent.push(...requestInSentences(unread));
  const labels = sent.some(saysWhere) ? nothing : requestsOfLabels(unread);
  const plain = without(unread, labels.spans);
  const islands = await jsonIslands(plain, readJson);
  const found = [...sent, ...labels.pieces, ...islands.pieces];
  const lists = labels.pieces.length > 0 && islands.pieces.length === 0 && isLikeYaml(text);
  const inList = lists ? await piecesOfYaml(text) : [];
  if (inList.some(saysAll)) return moved(inList, at);
  if (found.length === 0 && isCode) found.push(...(await resultsAlone(text)));
  const isAnswered = found.some((it) => it.kind !== 'request' || it.answer !== undefined);
  const answer = isAnswered ? undefined : answerIn(without(plain, islands.spans));
  const all = [...found, ...(answer === undefined ? [] : [answer])];
  const pieces = joined(withoutCopies(all.toSorted((a, b) => a.at - b.at)));
  if (pieces.length > 0) return moved(isYaml ? cutPieces(pieces) : pieces, at);
  return moved(isCode ? await literalAlone(text) : [], at);
}

function answerIn(text: string): Piece | undefined {
  const answer = answerInWords(text);
  return answer === undefined ? noAnswerIn(text) : withErrorAddress(answer, text);
}

/** What the description of a function in Python says of its request is not what it sends. */
function withoutDocstrings(text: string): string {
  if (!/^[ \t]*(?:async )?def \w+/m.test(text)) return text;
  const strings = text.matchAll(/(?<=:[ \t]*\n)[ \t]*("""|''')[\s\S]*?\1/g);
  return without(
    text,
    [...strings].map(({ index, 0: words }) => [index, index + words.length] as const),
  );
}

function saysWhere(piece: Piece): boolean {
  return piece.kind === 'request' && piece.request.url !== undefined;
}

function saysAll(piece: Piece): boolean {
  return saysWhere(piece) && piece.kind === 'request' && piece.request.bodyText !== undefined;
}

/** What came back, printed as a language prints its objects. */
async function resultsAlone(text: string): Promise<Piece[]> {
  if (!/^\s*[[{]/.test(text)) return [];
  return (await literalIn(text)).filter(({ kind }) => kind !== 'request');
}

/** What JSON holds, also within its texts. */
export async function readJson(value: unknown): Promise<Piece[]> {
  const code = codeOfNodeRed(value);
  const inNodes = code === undefined ? [] : await literalIn(maskPaste(code));
  if (inNodes.length > 0) return inNodes;
  return inJson(value, piecesOfJson(value), readSegment);
}

/** A place left open would be an element of JSX to the grammar, or a block; a directive would be nothing. */
const openInTemplate =
  /:\s*(?:<[\w .-]{1,60}>|[$@]!?\{[^{}\n]*\}|\{\{[^{}\n]*\}\})\s*[,}]|^[ \t]*#(?:if|set|foreach)\b/m;

/** A body that is almost JSON, or an object as a language writes it. */
async function literalAlone(text: string): Promise<Piece[]> {
  const inCode = openInTemplate.test(text) ? [] : await literalIn(text);
  if (inCode.length > 0) return inCode;
  return isLikeYaml(text) ? inYaml(text) : almostJson(text);
}

/** What YAML holds, also within its texts: the commands of a pipeline. */
async function inYaml(text: string): Promise<Piece[]> {
  const pieces = await piecesOfYaml(text);
  const [only, ...more] = pieces;
  const isBody = only?.kind === 'request' && only.request.url === undefined && more.length === 0;
  const value = isBody ? parsedJson(only.request.bodyText ?? '')?.value : undefined;
  return value === undefined ? pieces : inJson(value, pieces, readSegment);
}

function moved(pieces: readonly Piece[], by: number): Piece[] {
  return pieces.map((piece) => ({ ...piece, at: piece.at + by }));
}
