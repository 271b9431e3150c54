import type { Encoding } from './body.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import { mediaTypeOf } from './headers.ts';
import { applyOption, applyOptions, isOptions } from './options.ts';
import { isMade, keyOf, Table, Thing, textOf, type Value } from './value.ts';

/** A call of a method of a request, of its builder, or of one of its members. */
export interface RequestDeed {
  readonly name: string;
  /** The way to it: `request.Headers.Add`. */
  readonly path: string;
  readonly args: readonly Value[];
}

/**
 * Puts into a draft what is done to a request or its builder. The names of such methods are nearly
 * the same in all libraries: `open`, `url`, `setRequestHeader`, `addHeader`, `post`, `setBody`,
 * `send` …
 */
export function applyDeed(
  draft: Draft,
  { name, path, args }: RequestDeed,
  encoding: Encoding = 'objects',
): void {
  const [first, second] = args;
  if (first === undefined) {
    if (name === 'asForm') draft.sendForm();
    draft.method = verbIn(name) ?? draft.method;
    return;
  }
  const word = name
    .toLowerCase()
    .replace(/^(?:set|add|with|append|tryadd|put)_?(?=[a-z])/, '')
    .replace(/async$/, '');
  const isOfHeaders = /headers?(?:\.\w+)?$/i.test(path.slice(0, -name.length - 1));
  if (isOfHeaders || /header|requestproperty|withoutvalidation/.test(word)) {
    applyHeaders(draft, word, args);
  } else if (verbIn(name) !== undefined) {
    draft.method = verbIn(name);
    applyBody(draft, args, encoding);
  } else if (
    word === 'open' ||
    word === 'method' ||
    word === 'requestmethod' ||
    word === 'httpmethod'
  ) {
    for (const it of args) draft.method = methodIn(it) ?? draft.method;
    if (word === 'method') applyBody(draft, args.slice(1), encoding);
    else if (second !== undefined) draft.url = addressOf(second) ?? draft.url;
  } else if (/^(?:url|uri|endpoint|requesturi|target|resource)$/.test(word)) {
    draft.url = addressOf(first) ?? draft.url;
  } else if (/^(?:baseurl|baseaddress|basepath|baseuri)$/.test(word)) {
    draft.base = addressOf(first);
  } else if (/^(?:bearer(?:auth|token)?|token|authtoken|accesstoken|oauth2?)$/.test(word)) {
    draft.addHeader('Authorization', `Bearer ${textOf(first)}`);
  } else if (/^(?:authorization|auth)$/.test(word)) {
    applyAuthorization(draft, first, second);
  } else if (/^basic(?:auth)?$/.test(word)) {
    draft.addHeader('Authorization', 'Basic {{credentials}}');
  } else if (/^(?:contenttype|mediatype|type)$/.test(word)) {
    draft.setType(first);
  } else if (/^(?:set|add|append)$/.test(word) && second !== undefined) {
    draft.addHeader(keyOf(first), second);
  } else if (word === 'set' && first instanceof Table) {
    draft.addHeaders(first);
  } else if (word === 'parameter' || word === 'orupdateparameter') {
    applyParameter(draft, args, encoding);
  } else if (bodyWords.test(word)) {
    // A text that is given as JSON is JSON already.
    if (/json/.test(word)) draft.setType('application/json');
    applyBody(draft, args, /json/.test(word) ? 'objects' : encoding);
  } else if (isOptions(first)) {
    applyOptions(draft, first.entries, 'none');
  }
}

const bodyWords =
  /^(?:body|jsonbody|stringbody|rawbody|requestbody|bodyvalue|bodyasblob|entity|send|write|end|content|data|payload|json|jsonasync|writebytes|bytes|outputstream|print)$/;

/** `post`, `POST`, `PostAsync`: the method, where a name is one. */
export function verbIn(name: string): string | undefined {
  return /^(get|post|put|patch|delete|head)(?:async)?$/i.exec(name)?.[1]?.toUpperCase();
}

function applyHeaders(draft: Draft, word: string, args: readonly Value[]): void {
  const [first, second] = args;
  if (first === undefined) return;
  if (second === undefined) {
    const isOne = /^(?:authorization|contenttype|accept)$/.test(word);
    if (isOne) draft.addHeader(word === 'contenttype' ? 'Content-Type' : word, first);
    else draft.addHeaders(first);
    return;
  }
  // Java's builder takes names and values one after the other.
  for (let at = 0; at + 1 < args.length; at += 2) {
    draft.addHeader(keyOf(args[at] ?? ''), args[at + 1] ?? '');
  }
}

function applyAuthorization(draft: Draft, first: Value, second: Value | undefined): void {
  const isBearer =
    second instanceof Table && /bearer/i.test(textOf(second.entries.get('type') ?? ''));
  if (isBearer) draft.addHeader('Authorization', `Bearer ${textOf(first)}`);
  else if (second !== undefined) draft.addHeader('Authorization', 'Basic {{credentials}}');
  else draft.addHeader('Authorization', first);
}

/** RestSharp: `AddParameter("application/json", body, ParameterType.RequestBody)`. */
function applyParameter(
  draft: Draft,
  [name, value, kind]: readonly Value[],
  encoding: Encoding,
): void {
  if (name === undefined || value === undefined) return;
  const where = kind instanceof Thing ? kind.path : '';
  const type = mediaTypeOf(name);
  if (/header/i.test(where)) draft.addHeader(textOf(name), value);
  else if (type !== undefined || /body/i.test(where)) {
    if (type !== undefined) draft.setType(type);
    draft.setBody(value, encoding);
  }
}

/** `retrieve().body(String.class)`: what a response is read as. */
function isType(value: Value): boolean {
  return value instanceof Thing && /\.class$|TypeReference\b/.test(value.path);
}

/** A body among arguments; a media type beside it says what it is. */
function applyBody(draft: Draft, args: readonly Value[], encoding: Encoding): void {
  const type = args.find((it) => mediaTypeOf(it) !== undefined);
  if (type !== undefined) draft.setType(type);
  const body = args.find(
    (it) => mediaTypeOf(it) === undefined && !isMade(it) && !isType(it) && it !== null,
  );
  if (
    body !== undefined &&
    !/encoding|format\.|charset/i.test(body instanceof Thing ? body.path : '')
  ) {
    draft.setBody(body, encoding);
  }
}

/** What was put into the members of a request: `request.Method = …`, `xhr.Headers["A"] = …`. */
export function applyMembers(draft: Draft, members: ReadonlyMap<string, Value>): void {
  for (const [name, value] of members) {
    if (isMade(value)) continue;
    const isHeaders = /headers?$/i.test(name);
    if (value instanceof Thing && value.isOpen && value.owner !== undefined) continue;
    if (isHeaders) draft.addHeaders(value);
    else if (value instanceof Thing && value.owner !== undefined)
      applyMembers(draft, value.members);
    else applyOption(draft, name.toLowerCase(), value, 'none');
  }
}
