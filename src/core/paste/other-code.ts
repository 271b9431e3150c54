import { formType } from '../base/http.ts';
import { isObject, parseJson } from '../base/json.ts';
import { formText } from '../export/parts.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyObjectIn, namesFlow } from './code-object.ts';
import { mapsOfClojure } from './edn.ts';
import { textsOfCode, type WrittenText } from './strings.ts';

const longestCode = 60_000;

/**
 * Reads the request in code of a language for which Kickoff has no grammar, from the texts in quotes: the address, the
 * headers that the code writes out, and a body in a text or in an object. Nothing of it is certain, and what is missing
 * counts as not shown. Empty where the code names no address.
 */
export function requestOfTexts(code: string, language: string): Piece[] {
  const part = code.slice(0, longestCode);
  const hasBlocks = !/^(?:VBA|Delphi|PL\/SQL|ABAP)$/.test(language);
  const texts = textsOfCode(withoutArguments(part), hasBlocks);
  const url = addressIn(texts) ?? bareAddress(code) ?? addressOfSdk(texts, code);
  if (url === undefined) return [];
  const body =
    bodyIn(texts) ?? (language === 'Clojure' ? bodyMapIn(part) : undefined) ?? bodyObjectIn(part);
  const isForm = forms[language]?.test(part) === true && (language === 'R' || !/json/i.test(part));
  const headers = headersIn(texts, code);
  const request = seenRequest({
    form: language,
    method: methodIn(code),
    isMethodSaid: false,
    url,
    headers: isForm ? [...headers, ['Content-Type', formType]] : headers,
    // This client of Dart adds no type by itself.
    headersShown: /\.postUrl\(/.test(part) && headers.length > 0 ? 'unsure' : 'no',
    bodyText: isForm && body !== undefined ? formOf(body) : body,
    isWire: false,
    isCut: true,
    unfilled: plain[language]?.exec(part)?.[1],
  });
  return [requestPiece(request, texts[0]?.at ?? 0)];
}

/** Calls that send an object as a form, where the code nowhere speaks of JSON. */
const forms: Readonly<Record<string, RegExp>> = {
  Dart: /\bhttp\.post\(/,
  Ruby: /\b(?:HTTParty|Typhoeus|RestClient)\.post\b|\bpost_form\b|\bset_form_data\b|\brequest :url_encoded\b/,
  R: /\bencode\s*=\s*"form"/,
  Rust: /\.form\(/,
  Kotlin: /\bsubmitForm\(|\bFormBody\./,
};

function formOf(json: string): string {
  const { value } = parseJson(json) ?? {};
  if (!isObject(value)) return json;
  return formText(
    Object.entries(value).map(([name, it]) => [
      name,
      typeof it === 'string' ? it : JSON.stringify(it),
    ]),
  );
}

/** A variable in single quotes, in languages that fill none in there. */
const plain: Readonly<Record<string, RegExp>> = {
  Ruby: /'Bearer (#\{[^{}'\n]{1,60}\})'/,
  Groovy: /'Bearer (\$\{?\w{1,60}\}?)'/,
  Perl: /'Bearer (\$\w{1,60})'/,
};

/** Drops the arguments of calls between two texts, as in `& Range("A1").Value &`. Each character keeps its place. */
function withoutArguments(code: string): string {
  return code.replace(
    /([&+]\s{0,9}\w{1,60})\((?:"[^"\n]{1,60}"|[\d, ]{1,20})\)((?:\.\w{1,60}){0,5})(?=\s{0,9}[&+])/g,
    (whole, before: string, members: string) => `${before}${members}`.padEnd(whole.length),
  );
}

const ofApi = /(?:^|\/)api\/v\d+\/|\/flows\/executions|\/oauth\/token/;

/** The address in one of the texts, or joined from a host and a path in two of them. */
function addressIn(texts: readonly WrittenText[]): string | undefined {
  const values = texts.map(({ value }) => value.trim()).filter((it) => !/\s/.test(it));
  const known = values.find((it) => ofApi.test(it) && /flows?\b/i.test(it));
  if (known === undefined || /^(?:https?:)?\/\/|^\{\{/.test(known)) return known;
  const host = values.find((it) => /^https?:\/\/[^/]+\/?$/.test(it));
  return host === undefined ? known : `${host.replace(/\/$/, '')}/${known.replace(/^\//, '')}`;
}

/** The address to which an SDK of Genesys sends a launch, also in Swift and Kotlin. */
function addressOfSdk(texts: readonly WrittenText[], code: string): string | undefined {
  if (!/\bpostFlowsExecutions\b/i.test(code)) return undefined;
  const host = texts.map(({ value }) => value).find((it) => /^https?:\/\/[^/]+$/.test(it));
  return `${host ?? ''}/api/v2/flows/executions`;
}

/** The address in code without quotes: Robot Framework, a sketch. */
function bareAddress(code: string): string | undefined {
  const [path] = /(?<![\w:/.])\/api\/v\d+\/\S{1,200}/.exec(code) ?? [];
  const [whole] = /https?:\/\/[^\s"'<>]{1,100}\/api\/v\d+\/[^\s"'<>]{1,200}/.exec(code) ?? [];
  const [host] = /https?:\/\/[\w.{}$-]{1,100}(?=\s|$)/.exec(code) ?? [];
  return whole ?? (path === undefined ? undefined : `${host ?? ''}${path}`);
}

/** The method that the code names; POST where it names several and POST is one of them. */
function methodIn(code: string): string | undefined {
  const found = [...code.matchAll(/(?<![\w/])(?:rm|::|\.|:)?(POST|PUT|PATCH)(?![\w/])/gi)];
  const methods = new Set(found.map(([, method = '']) => method.toUpperCase()));
  return methods.size === 1 ? [...methods][0] : methods.has('POST') ? 'POST' : undefined;
}

const headerName = /^(?:content-type|authorization|accept)$/i;
/** Name and value in one text, as libcurl takes them. */
const headerLine = /^(content-type|authorization|accept): ?(\S.{0,300})$/i;

/** The headers whose names stand in the texts, each with the text beside it; in Swift the name stands behind its value. */
function headersIn(texts: readonly WrittenText[], code: string): [string, string][] {
  const headers = texts.flatMap(({ value: name, at, end }, place): [string, string][] => {
    const [, named, said] = headerLine.exec(name) ?? [];
    if (named !== undefined && said !== undefined) return [[named, said]];
    if (!headerName.test(name)) return [];
    const before = texts[place - 1];
    const after = texts[place + 1];
    const isBehind =
      before !== undefined && /forHTTPHeaderField\s*:\s*$/.test(code.slice(before.end, at));
    const value = isBehind ? before : after;
    const gap = value === after && after !== undefined ? code.slice(end, after.at) : '';
    if (value === undefined || /[;\n]\s*\w/.test(gap)) return [];
    return [[name, openAt(value, code)]];
  });
  const bare = code.matchAll(/(?<![\w"'])(Content-Type|Authorization)=(\S+(?: \S+)?)/g);
  return headers.length > 0 ? headers : [...bare].map(([, name = '', value = '']) => [name, value]);
}

/** A text with the variable that the code puts behind it, as a place left open: `"Bearer " & token`. */
function openAt({ value, end }: WrittenText, code: string): string {
  const [, name] =
    /^\s{0,9}(?:&|\+|\|\||\.{1,2}|~|<>)\s{0,9}([\w.$@]{1,100})/.exec(code.slice(end, end + 130)) ??
    [];
  // `(str "Bearer " token)` of Clojure
  const [, beside] = / $/.test(value)
    ? (/^\s{1,9}([\w.*-]{1,100})\)/.exec(code.slice(end)) ?? [])
    : [];
  const open = name ?? beside;
  return open === undefined ? value : `${value}{{${open}}}`;
}

/** The first text that is an object with a flow's ID. */
function bodyIn(texts: readonly WrittenText[]): string | undefined {
  return texts.map(({ value }) => value).find((it) => /^\s*\{/.test(it) && namesFlow(it));
}

/** The first map of Clojure with a flow's ID, as JSON. */
function bodyMapIn(code: string): string | undefined {
  return mapsOfClojure(code)
    .map((map) => JSON.stringify(map))
    .find(namesFlow);
}
