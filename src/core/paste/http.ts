import { balancedEnd } from '../request/balanced.ts';
import { type Piece, requestPiece, type SeenAnswer } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

const requestLine =
  /^[ \t]*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(\S+)(?:[ \t]+HTTP\/[\d.]+)?[ \t]*\r?$/gim;
const statusLine = /^[ \t]*HTTP\/[\d.]+[ \t]+(\d{3})\b[^\n]*$/gim;
const headerLine = /^[ \t]*([\w-]+)[ \t]*:[ \t]*(.*)$/;

/** The first line of a request or, with a status, of an answer. */
interface Start {
  readonly at: number;
  readonly end: number;
  readonly method?: string;
  readonly target?: string;
  readonly status?: number;
  /** Whether the line has the version of HTTP, which people leave out where they write a request themselves. */
  readonly isWire: boolean;
}

/** A message and the part of the text that it takes. */
export interface Message {
  readonly piece: Piece;
  readonly span: readonly [number, number];
}

/**
 * Reads the requests and answers of HTTP in a text: as the wire has them, as `.http` files and forums write them, or as
 * `curl -v` and `curl -i` print them. Each has a first line, headers, an empty line, which may be missing, and a body;
 * it ends where the next one begins.
 */
export function messagesIn(text: string): Message[] {
  const plain = withoutTrace(text);
  const starts = [...requestStarts(plain), ...answerStarts(plain)].toSorted((a, b) => a.at - b.at);
  return starts.map((start, place) => {
    const next = starts[place + 1]?.at ?? plain.length;
    const message = readMessage(plain.slice(start.end, next), start, next === plain.length);
    const end = Math.min(next, start.end + message.length);
    return { piece: pieceOf(start, message), span: [start.at, end] as const };
  });
}

function requestStarts(text: string): Start[] {
  return [...text.matchAll(requestLine)].flatMap((line): Start[] => {
    const [whole, method = '', target = ''] = line;
    if (!/^(?:\/|https?:|\{\{|\$\{|\{\w|<|[\w-]+\.)/i.test(target)) return [];
    const end = line.index + whole.length;
    return [{ at: line.index, end, method, target, isWire: /HTTP\//i.test(whole) }];
  });
}

function answerStarts(text: string): Start[] {
  return [...text.matchAll(statusLine)].map(({ index: at, 0: whole, 1: status }) => {
    return { at, end: at + whole.length, status: Number(status), isWire: true };
  });
}

/** What follows the first line of a message. */
interface Read {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  /** How many characters it takes behind the first line. */
  readonly length: number;
  /** Whether the message may go on behind the end of the text. */
  readonly isCut: boolean;
}

function readMessage(rest: string, { status, isWire }: Start, isLast: boolean): Read {
  const lines = rest.replace(/^\r?\n/, '').split(/\r?\n/);
  const end = lines.findIndex((it) => !headerLine.test(it) || /^[ \t]*["{]/.test(it));
  const headers = (end < 0 ? lines : lines.slice(0, end)).map((it): [string, string] => {
    const [, name = '', value = ''] = headerLine.exec(it) ?? [];
    return [name, value.trimEnd()];
  });
  const isChunked = headers.some((it) => /transfer-encoding: *chunked/i.test(it.join(': ')));
  const behind = end < 0 ? '' : lines.slice(end).join('\n');
  // The length of a chunk stands before it.
  const after = isChunked
    ? behind.replace(/^\s*[\da-f]{1,8}(?=\s*\n)/i, (size) => ' '.repeat(size.length))
    : behind;
  const body = after.trim();
  const isBody = status !== undefined || isWire || headers.length > 0 || /^[{["“(<]/.test(body);
  if (!isBody || body === '')
    return { headers, body: undefined, length: rest.length - after.length, isCut: isLast };
  const start = after.search(/\S/);
  const close = /^[{[]/.test(body) ? balancedEnd(after, start) : undefined;
  const shown = close === undefined ? body : after.slice(start, close);
  const left = close === undefined ? 0 : after.length - close;
  // Text behind a body on its last line belongs to the body: it is a mistake in it, or a template.
  const isAlone = close === undefined || /^[ \t]*(?:\r?\n|$)/.test(after.slice(close));
  // A last line that is neither header nor body breaks off.
  const isOpen =
    isLast &&
    close === undefined &&
    (/^[{[]/.test(body) || end === 0 || !/^\s*$/.test(lines[end - 1] ?? ''));
  return isAlone
    ? { headers, body: shown, length: rest.length - left, isCut: isOpen }
    : { headers, body, length: rest.length, isCut: isLast && close === undefined };
}

function pieceOf(
  { at, method, target = '', status, isWire }: Start,
  { headers, body, isCut }: Read,
): Piece {
  if (status !== undefined)
    return { kind: 'answer', answer: answerOf(status, headers, body), at, isCut };
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1].trim();
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  // `< ./body.json` of the HTTP client of JetBrains.
  const [, file] = /^<@?[ \t]+([^\s<>]+)$/.exec(body ?? '') ?? [];
  return requestPiece(
    seenRequest({
      form: 'HTTP',
      method,
      bodyBehind: file,
      url: host !== undefined && target.startsWith('/') ? `https://${host}${target}` : target,
      headers,
      headersShown: headers.length > 0 ? 'yes' : 'no',
      bodyText: file === undefined ? body : undefined,
      isWhole: isWire && length === '0' ? 'yes' : 'no',
      isCut,
    }),
    at,
  );
}

function answerOf(status: number, headers: Read['headers'], body = ''): SeenAnswer {
  const names = headers.map(([name, value]) => [name.toLowerCase(), value]);
  return { status, headers: Object.fromEntries(names), body };
}

/**
 * The same text without the marks of `curl -v`: `>` before what it sends, `<` before what it gets, `*` before its own
 * words. Each character keeps its place.
 */
function withoutTrace(text: string): string {
  if (!/^[<>] /m.test(text) || !/^\s*\* /m.test(text)) {
    return /^< HTTP\/|^> [A-Z]+ \S+ HTTP\//m.test(text)
      ? text.replace(/^[<>][ \t]?/gm, '  ')
      : text;
  }
  return text
    .replace(/^[*{}] [^\n]*$/gm, (line) => ' '.repeat(line.length))
    .replace(/^[<>] ?/gm, (mark) => ' '.repeat(mark.length));
}
