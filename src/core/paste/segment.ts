import { partsOf } from '../doctor/address.ts';
import { bodyAlone, piecesOfJson } from '../export/json.ts';
import { requestsOfTerraform } from '../export/terraform.ts';
import { isLikeYaml, isYamlExport, piecesOfYaml } from '../export/yaml.ts';
import { languageNamed } from '../grammar/language.ts';
import { balancedEnd } from '../request/balanced.ts';
import { readLiteral } from '../request/literal.ts';
import { cutPieces, type Piece } from '../request/piece.ts';
import { requestsOfScript } from '../shell/script.ts';
import { answerInWords } from './answer-text.ts';
import { requestsOfCode } from './code.ts';
import { literalIn } from './code-literal.ts';
import { messagesIn } from './http.ts';
import { jsonIslands } from './islands.ts';
import { isTooNested } from './nesting.ts';
import type { Segment } from './segments.ts';
import { without } from './spans.ts';

type RequestPiece = Extract<Piece, { kind: 'request' }>;

const nothing = { pieces: [], spans: [] };

/** What one part of a paste holds: commands, messages, JSON, code, and answers in words. */
export async function readSegment({ text, at, language }: Segment): Promise<Piece[]> {
  const json = parsed(text);
  if (json !== undefined) return moved(piecesOfJson(json.value), at);
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
  const rest = without(text, [...script.spans, ...terraform.spans]);
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
    ...messages.map(({ piece }) => piece),
    ...code,
    ...islands.pieces,
  ];
  const answer = found.some(({ kind }) => kind !== 'request')
    ? undefined
    : answerInWords(without(unread, islands.spans));
  const pieces = joined(
    [...found, ...(answer === undefined ? [] : [answer])].toSorted((a, b) => a.at - b.at),
  );
  if (pieces.length > 0) return moved(isYaml ? cutPieces(pieces) : pieces, at);
  return moved(isCode ? await literalAlone(text) : [], at);
}

/** A body that is almost JSON, or an object as a language writes it. */
async function literalAlone(text: string): Promise<Piece[]> {
  const inCode = await literalIn(text);
  if (inCode.length > 0) return inCode;
  return isLikeYaml(text) ? piecesOfYaml(text) : almostJson(text);
}

/** JSON with mistakes in it; of what breaks off nothing is certain. */
function almostJson(text: string): Piece[] {
  if (!/^\s*[[{“"]/.test(text)) return [];
  const read = readLiteral(text);
  if (!read.ok || typeof read.value.value !== 'object') return [];
  const { value, repairs } = read.value;
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

/**
 * Puts together what belongs together: an answer to the request before it, a body alone to a request
 * that lacks one. A body alone that a request of the same text already sends says nothing new.
 */
function joined(pieces: readonly Piece[]): Piece[] {
  const hasLaunch = pieces.some(
    (it) =>
      it.kind === 'request' && it.request.url !== undefined && it.request.bodyText !== undefined,
  );
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const isAlone =
      piece.kind === 'request' && piece.request.url === undefined && piece.request.form === '';
    if (isAlone && hasLaunch) continue;
    if (last?.kind === 'request' && piece.kind === 'request' && isEcho(last, piece)) {
      all[all.length - 1] = echoed(last, piece);
      continue;
    }
    if (isAlone && last?.kind === 'request' && lacksBody(last)) {
      const { bodyText } = piece.request;
      all[all.length - 1] = { ...last, request: { ...last.request, bodyText, isWire: false } };
    } else if (piece.kind === 'answer' && last?.kind === 'request' && last.answer === undefined) {
      all[all.length - 1] = { ...last, answer: piece.answer };
    } else {
      all.push(piece);
    }
  }
  return all;
}

/** Whether curl prints with `-v` what the command before sends: the same request, as it leaves. */
function isEcho({ request, answer }: RequestPiece, { request: sent }: RequestPiece): boolean {
  const { form, url = '', method } = request;
  const isSame = partsOf(url).path === partsOf(sent.url ?? '').path && method === sent.method;
  return answer === undefined && form === 'curl' && sent.form === 'HTTP' && isSame;
}

/** The command's body with the headers that really left. */
function echoed(command: RequestPiece, { request: sent, answer }: RequestPiece): Piece {
  const { headers, isCut } = sent;
  const request = { ...command.request, headers, headersShown: 'yes' as const, isCut };
  return { ...command, request, answer };
}

function lacksBody({ request }: RequestPiece): boolean {
  return (
    request.url !== undefined &&
    request.bodyText === undefined &&
    request.bodyBehind === undefined &&
    request.isWhole === 'no'
  );
}

function moved(pieces: readonly Piece[], by: number): Piece[] {
  return pieces.map((piece) => ({ ...piece, at: piece.at + by }));
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
