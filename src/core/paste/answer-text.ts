import { isHtml } from '../base/error-body.ts';
import { isObject } from '../base/json.ts';
import { percentDecoded } from '../base/percent.ts';
import { isAnswerBody } from '../export/answer.ts';
import { balancedEnd } from '../request/balanced.ts';
import { readLiteral } from '../request/literal.ts';
import type { Piece } from '../request/piece.ts';

/** How SDKs, libraries and shells write the status of an answer in their errors. */
const statusWords = [
  /\bHTTP\/[\d.]+ (\d{3})\b/,
  /\b(?:status ?code|statusCode|response code|error ?code|HTTP(?: error)?|status)["']?\s*(?:is|of|:|=)?\s*["'(]?(\d{3})\b/i,
  /\bstatus code (?:does not indicate success: )?(\d{3})\b/i,
  /\bApiException:? \((\d{3})\)/,
  /\b(\d{3}) (?:Client|Server) Error\b/,
  /\berror: \((\d{3})\)/i,
  /\b(?:API Error|fail(?:ed|s)|return(?:ed|s)|receive[ds]|got|gets|gives|respond(?:ed|s) with)[^\n\d]{0,40}\b([45]\d\d)\b/i,
  /(?:^|[\s:])([45]\d\d)\b[\s,;:]*(?=\{|retry-after\b|www-authenticate\b)/i,
  /(?:^|\n|\b(?:error|failed|exception|response)\b[^\n\d]{0,30})[ \t]*([45]\d\d) (?:Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)\b/i,
];

/** Words that show that a text with a status is the error of a program that sent a request. */
const errorWords =
  /exception|error|failed|fails|traceback|http|flows\/executions|status|response|bad request|unauthorized|forbidden|too many requests|genesys/i;

/** Sentences of the API that tools quote without a status. */
const apiWords =
  /\bat least one of the following permissions assigned\b|\bnot authorized to use scope\b|\bNo authentication bearer token specified\b|\bRate limit exceeded the maximum\b/i;

/**
 * Reads the answer that an error of an SDK, of an HTTP library or of a shell quotes: its status, its headers, and its
 * body as JSON, or else the words of the error. Undefined where the text quotes neither a status nor a body of the API.
 */
export function answerInWords(text: string): Piece | undefined {
  const page = pageIn(text);
  if (page !== undefined) return page;
  const body = bodyIn(text) ?? redirectIn(text);
  const inWords = statusIn(text);
  const isError = (inWords !== undefined && errorWords.test(text)) || apiWords.test(text);
  if (body === undefined && !isError) return undefined;
  const inBody = body?.value.status;
  return {
    kind: 'answer',
    at: body?.at ?? inWords?.at ?? 0,
    answer: {
      status: inWords?.status ?? (typeof inBody === 'number' ? inBody : undefined),
      headers: headersIn(text),
      body: body === undefined ? wordsOf(text, inWords?.at) : JSON.stringify(body.value),
    },
  };
}

/** Signs that the words around a status are not the server's: a person tells of it, or a panel shows it. */
const ownWords =
  /\b(?:I|I['’](?:m|ve)|[Ww]e|[Mm]y|[Oo]ur|[Ii]ch|[Ww]ir|[Mm]eine?)\b(?!['’]?\w)|^[ \t]*(?:Request (?:URL|Method|Headers)|Status Code)\b/m;
const headerLine = /^[ \t]*(?:content-type|authorization|accept)["']?\s*:.*$/gim;

/** The words of an error; only the sentence with the status where the rest is not the server's. */
function wordsOf(text: string, at: number | undefined): string {
  const plain = text.replace(headerLine, (line) => ' '.repeat(line.length));
  if (at === undefined || !ownWords.test(plain)) return plain.trim().slice(0, 1_000);
  const before = plain.slice(0, at).search(/[^.!?\n]*$/);
  const [sentence = ''] = /^(?:[^.!?\n]|[.!?](?!\s|$))*/.exec(plain.slice(before)) ?? [];
  return sentence.trim().slice(0, 1_000);
}

/** A web page alone, as a proxy or a gateway sends it, with the status from its title or its heading. */
function pageIn(text: string): Piece | undefined {
  // A `<body>` alone may as well be an element of XML.
  if (!isHtml(text) || /^\s*<body\b/i.test(text)) return undefined;
  const [, shown] = /<(?:title|h1|h2)[^>]{0,200}>[^<\d]{0,60}([45]\d\d)\b/i.exec(text) ?? [];
  const body = text.trim().slice(0, 10_000);
  const status = shown === undefined ? undefined : Number(shown);
  return { kind: 'answer', at: 0, answer: { status, headers: {}, body } };
}

function statusIn(text: string): { status: number; at: number } | undefined {
  for (const pattern of statusWords) {
    const found = pattern.exec(text);
    const status = Number(found?.[1]);
    if (found !== null && status >= 400 && status < 600) return { status, at: found.index };
  }
  return undefined;
}

/** A body of an answer in a text, and where it stands. */
interface FoundBody {
  value: Readonly<Record<string, unknown>>;
  at: number;
}

/** The first JSON in the text that is the body of an answer. */
function bodyIn(text: string): FoundBody | undefined {
  let tries = 0;
  for (let at = text.indexOf('{'); at >= 0 && tries < 40; at = text.indexOf('{', at + 1)) {
    tries += 1;
    const end = balancedEnd(text, at);
    const piece = text.slice(at, end);
    const read = /^\{\s*\\?["']/.test(piece) ? readLiteral(unescaped(piece)) : undefined;
    const value = read?.ok ? read.value.value : undefined;
    if (isObject(value) && isAnswerBody(value)) return { value, at };
    const inner = isObject(value)
      ? Object.values(value).find((it) => isObject(it) && isAnswerBody(it))
      : undefined;
    if (isObject(inner)) return { value: inner, at };
  }
  return undefined;
}

/**
 * The error in an address to which the login server redirects, as the body that its JSON would have.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
function redirectIn(text: string): FoundBody | undefined {
  const found = /[?&#]error=([\w.]{1,60})(?:&[^\s]*)?/.exec(text);
  if (found === null) return undefined;
  const [, encoded] = /[?&#]error_description=([^&\n#]*)/.exec(text) ?? [];
  const description = encoded === undefined ? undefined : decoded(encoded);
  return { value: { error: found[1], error_description: description }, at: found.index };
}

function decoded(text: string): string {
  return percentDecoded(text.replaceAll('+', ' ').trim());
}

/** JSON from a log that escapes its quotes, with plain quotes. */
function unescaped(text: string): string {
  return /^\{\s*\\"/.test(text) ? text.replaceAll('\\"', '"') : text;
}

/** The headers that explain an answer, wherever the text has them. */
function headersIn(text: string): Record<string, string> {
  const headers: [string, string][] = [];
  for (const name of [
    'retry-after',
    'inin-correlation-id',
    'inin-ratelimit-reset',
    'content-type',
  ]) {
    const [, value] =
      new RegExp(`${name}["']?\\s*[:=]\\s*["']?([\\w/.;=-]+)`, 'i').exec(text) ?? [];
    if (value !== undefined) headers.push([name, value]);
  }
  return Object.fromEntries(headers);
}
