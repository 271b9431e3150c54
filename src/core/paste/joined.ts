import { partsOf } from '../doctor/address.ts';
import { kindOf } from '../doctor/kind.ts';
import type { Piece } from '../request/piece.ts';

type RequestPiece = Extract<Piece, { kind: 'request' }>;

/** Joins pieces that belong together: an answer to the request before it, a body alone to the request that lacks one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const both = last && (answersTogether(last, piece) ?? together(last, piece));
    if (both === undefined) all.push(piece);
    else all[all.length - 1] = both;
  }
  return all;
}

/**
 * Gives a request whose body lies in a file the one body alone that the text shows: the file that the person printed, or
 * pasted beside the command.
 */
export function withFiles(pieces: readonly Piece[]): Piece[] {
  const requests = pieces.filter((it) => it.kind === 'request');
  const body = theOnly(requests.filter((it) => isBodyAlone(it) && kindOf(it.request) === 'launch'));
  const only = theOnly(requests.filter(({ request }) => request.url !== undefined));
  const isInFile = /^[\w./\\~:-]+\.\w+$/.test(only?.request.bodyBehind ?? '');
  if (body === undefined || only === undefined || !isInFile) return [...pieces];
  const { bodyText } = body.request;
  const request = { ...only.request, bodyText, bodyBehind: undefined, isWire: false };
  return pieces.flatMap((it) => (it === body ? [] : it === only ? [{ ...only, request }] : [it]));
}

function theOnly<Found>(found: readonly Found[]): Found | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Leaves out bodies alone where a request in the same text has both an address and a body: they repeat its body. Beside
 * a command or a message, the body of another launch stays: a post shows what failed, and the answer what to send.
 */
export function withoutCopies(pieces: readonly Piece[]): Piece[] {
  const launches = pieces.filter(
    (it): it is RequestPiece =>
      it.kind === 'request' && it.request.url !== undefined && it.request.bodyText !== undefined,
  );
  if (launches.length === 0) return [...pieces];
  const isPlain = launches.every(({ request }) => /^(?:curl|HTTP)$/.test(request.form));
  const bodies = new Set(launches.map(signsOf));
  const isOther = (it: Piece) => isPlain && !bodies.has(signsOf(it)) && /"flowId"/.test(textOf(it));
  return pieces.filter((it) => !isBodyAlone(it) || isOther(it));
}

function textOf(piece: Piece): string {
  return piece.kind === 'request' ? (piece.request.bodyText ?? '') : '';
}

/** The body without what differs between two ways to write it. */
function signsOf(piece: Piece): string {
  return textOf(piece).replace(/[^\w+.{}[\]-]/g, '');
}

/** Joins a status in words and the body below it into one answer, of a request or alone. */
function answersTogether(last: Piece, next: Piece): Piece | undefined {
  if (last.kind === 'execution') return undefined;
  const { answer } = last;
  if (answer === undefined || next.kind !== 'answer' || isJson(answer.body)) return undefined;
  const { status, headers, body } = next.answer;
  if (!isJson(body) || (status !== undefined && status !== answer.status)) return undefined;
  const both = { status: answer.status, headers: { ...answer.headers, ...headers }, body };
  return { ...last, answer: both };
}

function isJson(body: string): boolean {
  return /^\s*[[{]/.test(body);
}

function together(request: Piece, next: Piece): Piece | undefined {
  if (request.kind !== 'request') return undefined;
  if (next.kind === 'answer' && request.answer === undefined)
    return { ...request, answer: next.answer };
  if (next.kind !== 'request') return undefined;
  if (isEcho(request, next)) return echoed(request, next);
  if (isNamedAgain(request, next)) return request;
  if (!isBodyAlone(next) || !lacksBody(request)) return undefined;
  // The body shows its own end, so `isCut` is the body's and not that of the line with the address.
  const { bodyText, isCut } = next.request;
  return { ...request, request: { ...request.request, bodyText, isCut, isWire: false } };
}

function isBodyAlone(piece: Piece): boolean {
  return piece.kind === 'request' && piece.request.url === undefined && piece.request.form === '';
}

/** Whether the second request is what `curl -v` prints of the command before it: the same request, as it leaves. */
function isEcho({ request, answer }: RequestPiece, { request: sent }: RequestPiece): boolean {
  const { form, url = '', method } = request;
  const isSame = partsOf(url).path === partsOf(sent.url ?? '').path && method === sent.method;
  return answer === undefined && form === 'curl' && sent.form === 'HTTP' && isSame;
}

/** Whether the second request only repeats the address, as Swagger's page does below its command, or a console. */
function isNamedAgain({ request }: RequestPiece, { request: next }: RequestPiece): boolean {
  const isBare = next.bodyText === undefined && next.headers.length === 0;
  const isSame = next.method === undefined || next.method === request.method;
  return isBare && isSame && next.url === request.url;
}

/** The command's request with the headers that curl really sent. */
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
