import { requestsOfBruno } from '../export/bruno.ts';
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
import { requestOfInterface } from './interfaces.ts';
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

/** Reads one part of a paste: JSON, an export, or a text with commands, messages, code and answers in words. */
export async function readSegment({ text: pasted, at, language }: Segment): Promise<Piece[]> {
  const json = parsedJson(pasted);
  if (json !== undefined) return moved(await readJson(json.value), at);
  const text = asHttp(withoutLogMarks(pasted));
  const exported = await piecesOfExport(text);
  return moved(exported.length > 0 ? exported : await piecesOfText(text, language), at);
}

/** The pieces of a text that is an export as a whole: JSON that breaks off, XML or YAML. */
async function piecesOfExport(text: string): Promise<Piece[]> {
  if (/^\s*[[{]/.test(text) && balancedEnd(text, text.search(/\S/)) === undefined) {
    const pieces = almostJson(text);
    if (pieces.length > 0) return pieces;
  }
  const inXml = requestsOfXml(text);
  if (inXml.length > 0) return inXml;
  return isYamlExport(text) ? piecesOfYaml(text) : [];
}

/** The pieces of a text of which every reader takes its part and leaves the rest to the next. */
async function piecesOfText(text: string, language: string): Promise<Piece[]> {
  const isCode = !isTooNested(text);
  const { pieces: sent, rest: unread } = await requestsSent(text, language, isCode);
  const labels = sent.some(hasAddress) ? nothing : requestsOfLabels(unread);
  const plain = without(unread, labels.spans);
  const islands = await jsonIslands(plain, readJson);
  const found = [...sent, ...labels.pieces, ...islands.pieces];
  const isList = labels.pieces.length > 0 && islands.pieces.length === 0 && isLikeYaml(text);
  const inList = isList ? await piecesOfYaml(text) : [];
  if (inList.some(hasAddressAndBody)) return inList;
  if (found.length === 0 && isCode) found.push(...(await resultsAlone(text)));
  const isAnswered = found.some((it) => it.kind !== 'request' || it.answer !== undefined);
  const answer = isAnswered ? undefined : answerIn(without(plain, islands.spans));
  const all = [...found, ...(answer === undefined ? [] : [answer])];
  const pieces = joined(withoutCopies(all.toSorted((a, b) => a.at - b.at)));
  if (pieces.length > 0) return isYamlExport(text) ? cutPieces(pieces) : pieces;
  return isCode ? literalAlone(text) : [];
}

/** The requests that commands, configurations, panels, messages and code in a text send, and the rest of the text. */
async function requestsSent(
  text: string,
  language: string,
  isCode: boolean,
): Promise<{ pieces: Piece[]; rest: string }> {
  const script = requestsOfScript(text);
  const terraform = isCode ? requestsOfTerraform(text) : nothing;
  const panels = requestsOfPanels(text);
  const bruno = requestsOfBruno(text);
  const behind = without(text, [
    ...script.spans,
    ...terraform.spans,
    ...panels.spans,
    ...bruno.spans,
  ]);
  const messages = messagesIn(withoutDocstrings(behind));
  const messageSpans = messages.map(({ span }) => span);
  const rest = without(behind, messageSpans);
  const code = isCode ? await requestsOfCode(rest, languageNamed(language)) : [];
  const other = isCode && code.length === 0 ? unreadLanguage(rest) : undefined;
  const pieces = [
    ...script.pieces,
    ...terraform.pieces,
    ...panels.pieces,
    ...bruno.pieces,
    ...messages.map(({ piece }) => piece),
    ...code,
    ...(other === undefined ? [] : requestOfTexts(rest, other)),
    ...(code.length === 0 ? requestOfInterface(rest) : []),
  ];
  if (!pieces.some(hasAddress)) pieces.push(...requestInSentences(rest));
  return { pieces, rest };
}

function answerIn(text: string): Piece | undefined {
  const answer = answerInWords(text);
  return answer === undefined ? noAnswerIn(text) : withErrorAddress(answer, text);
}

/** Blanks out the docstrings of Python: what they say about a request is not what the function sends. */
function withoutDocstrings(text: string): string {
  if (!/^[ \t]*(?:async )?def \w+/m.test(text)) return text;
  const strings = text.matchAll(/(?<=:[ \t]*\n)[ \t]*("""|''')[\s\S]*?\1/g);
  return without(
    text,
    [...strings].map(({ index, 0: words }) => [index, index + words.length] as const),
  );
}

function hasAddress(piece: Piece): boolean {
  return piece.kind === 'request' && piece.request.url !== undefined;
}

function hasAddressAndBody(piece: Piece): boolean {
  return hasAddress(piece) && piece.kind === 'request' && piece.request.bodyText !== undefined;
}

/** Answers and executions in a text that is an object as a language prints it. */
async function resultsAlone(text: string): Promise<Piece[]> {
  if (!/^\s*[[{]/.test(text)) return [];
  return (await literalIn(text)).filter(({ kind }) => kind !== 'request');
}

/** Reads a value of JSON, also the requests within its texts. */
export async function readJson(value: unknown): Promise<Piece[]> {
  const code = codeOfNodeRed(value);
  const inNodes = code === undefined ? [] : await literalIn(maskPaste(code));
  if (inNodes.length > 0) return inNodes;
  return inJson(value, piecesOfJson(value), readSegment);
}

/** Places left open and directives of templates, which a grammar would misread as elements of JSX or as blocks. */
const openInTemplate =
  /:\s*(?:<[\w .-]{1,60}>|[$@]!?\{[^{}\n]*\}|\{\{[^{}\n]*\}\})\s*[,}]|^[ \t]*#(?:if|set|foreach)\b/m;

/** Reads a body alone: an object as a language writes it, YAML, or JSON with mistakes. */
async function literalAlone(text: string): Promise<Piece[]> {
  const inCode = openInTemplate.test(text) ? [] : await literalIn(text);
  if (inCode.length > 0) return inCode;
  return isLikeYaml(text) ? inYaml(text) : almostJson(text);
}

/** Reads YAML, also the commands within its texts, as a pipeline has them. */
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
