import type { Encoding } from './body.ts';
import { calledName } from './combined.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import type { SeenCall } from './expressions.ts';
import { isRefused, mediaTypeOf } from './headers.ts';
import { inCamelCase } from './make.ts';
import { applyOption, applyOptions, isOptions } from './options.ts';
import { isOwnFunction, keyOf, Table, Thing, textOf, type Value } from './value.ts';

/** A call of a method with at least one argument, as the rules below take it. */
interface CallParts {
  readonly args: readonly Value[];
  readonly first: Value;
  readonly second: Value | undefined;
  readonly encoding: Encoding;
  /** The method's name without its usual beginning and end: `body` for `setBody`, `send` for `sendAsync`. */
  readonly word: string;
}

type Rule = readonly [words: RegExp, apply: (draft: Draft, call: CallParts) => void];

/** How each word changes a draft. The first rule whose pattern fits counts. */
const rules: readonly Rule[] = [
  [
    /^method$/,
    (draft, { args, encoding }) => {
      setMethod(draft, args);
      applyBody(draft, args.slice(1), encoding);
    },
  ],
  [
    /^(?:open|requestmethod|httpmethod)$/,
    (draft, { args, second }) => {
      setMethod(draft, args);
      if (second !== undefined) draft.url = addressOf(second) ?? draft.url;
    },
  ],
  [
    /^(?:url|uri|endpoint|requesturi|resource)$/,
    (draft, { first }) => {
      draft.url = addressOf(first) ?? draft.url;
    },
  ],
  [
    // `client.target(host).path(path)` of JAX-RS
    /^(?:baseurl|baseaddress|basepath|baseuri|target)$/,
    (draft, { first }) => {
      draft.base = addressOf(first);
    },
  ],
  [
    /^(?:(?:oauth)?bearer(?:auth|token)?|token|authtoken|accesstoken|oauth2?)$/,
    (draft, { first }) => draft.addHeader('Authorization', `Bearer ${textOf(first)}`),
  ],
  [
    /^(?:authorization|auth)$/,
    (draft, { first, second }) => applyAuthorization(draft, first, second),
  ],
  [/^basic(?:auth)?$/, (draft) => draft.addHeader('Authorization', 'Basic {{credentials}}')],
  [/^(?:contenttype|mediatype|type)$/, (draft, { first }) => draft.setType(first)],
  [
    /^(?:set|add|append)$/,
    (draft, { first, second, word }) => {
      if (second !== undefined) draft.addHeader(keyOf(first), second);
      else if (word === 'set' && first instanceof Table) draft.addHeaders(first);
      else applyIfOptions(draft, first);
    },
  ],
  [
    // `.PostJsonAsync(body)` of Flurl
    /^postjson$/,
    (draft, { args }) => {
      draft.method = 'POST';
      draft.setType('application/json');
      applyBody(draft, args, 'objects');
    },
  ],
  [
    /^(?:parameter|orupdateparameter)$/,
    (draft, { args, encoding }) => applyParameter(draft, args, encoding),
  ],
  [/^(?:formdata|formfields)$/, (draft, { first }) => draft.setBody(first, 'form')],
  [
    // ServiceNow takes it from an attachment, others from a file.
    /^(?:request)?bodyfrom\w+$/,
    (draft, { first }) => draft.setBody(new Thing(textOf(first)), 'none'),
  ],
  [
    /^(?:body|jsonbody|stringbody|rawbody|requestbody|bodyvalue|bodyasblob|entity|send|sendjson|sendjsonobject|write|end|content|data|payload|json|jsonasync|writebytes|bytes|outputstream|print)$/,
    (draft, { args, word, encoding }) => {
      // What ends a request that has its body is a callback: `.send(body).end(done)` of superagent.
      if (word === 'end' && draft.hasBody) return;
      // A text in a method for JSON is JSON already.
      const isJson = /json/.test(word);
      if (isJson) draft.setType('application/json');
      // RestSharp writes JSON for the web.
      const given = word === 'jsonbody' ? args.map(inCamelCase) : args;
      applyBody(draft, given, isJson ? 'objects' : encoding);
    },
  ],
];

/**
 * Puts into a draft what a method of a request, of its builder or of one of its members does. Such methods have nearly
 * the same names in all libraries: `open`, `url`, `setRequestHeader`, `addHeader`, `post`, `setBody`, `send` …
 */
export function applyMethodCall(
  draft: Draft,
  { path, args }: Pick<SeenCall, 'path' | 'args'>,
  encoding: Encoding = 'objects',
): void {
  const name = calledName(path);
  const [first, second] = args;
  const verb = verbIn(name);
  if (first === undefined) {
    if (name === 'asForm') draft.sendForm();
    draft.method = verb ?? draft.method;
    return;
  }
  const word = name
    .toLowerCase()
    .replace(/^(?:set|add|with|append|tryadd|put)_?(?=[a-z])/, '')
    .replace(/async$/, '');
  if (isRefused(path, first)) return;
  const isOfHeaders = /headers?(?:\.\w+)?$/i.test(path.slice(0, -name.length - 1));
  if (isOfHeaders || /header|requestproperty|withoutvalidation/.test(word)) {
    applyHeaders(draft, word, args);
  } else if (verb !== undefined) {
    draft.method = verb;
    applyBody(draft, args, encoding);
  } else {
    const [, apply] = rules.find(([words]) => words.test(word)) ?? [];
    if (apply) apply(draft, { args, first, second, encoding, word });
    else applyIfOptions(draft, first);
  }
}

function applyIfOptions(draft: Draft, value: Value): void {
  if (isOptions(value)) applyOptions(draft, value.entries, 'none');
}

function setMethod(draft: Draft, args: readonly Value[]): void {
  for (const it of args) draft.method = methodIn(it) ?? draft.method;
}

/** The method of HTTP that a name is: `post`, `POST`, `PostAsync`; else undefined. */
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

/** A parameter of RestSharp: `AddParameter("application/json", body, ParameterType.RequestBody)`. */
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

/** Whether a value is the type as which code reads an answer: `retrieve().body(String.class)`. */
function isType(value: Value): boolean {
  return value instanceof Thing && /\.class$|TypeReference\b/.test(value.path);
}

/** Puts the body among arguments into a draft, and the media type beside it. */
function applyBody(draft: Draft, args: readonly Value[], encoding: Encoding): void {
  const type = args.find((it) => mediaTypeOf(it) !== undefined);
  if (type !== undefined) draft.setType(type);
  const body = args.find(
    (it) => mediaTypeOf(it) === undefined && !isOwnFunction(it) && !isType(it) && it !== null,
  );
  if (
    body !== undefined &&
    !/encoding|format\.|charset/i.test(body instanceof Thing ? body.path : '')
  ) {
    draft.setBody(body, encoding);
  }
}

/** Puts into a draft what code sets on a request: `request.Method = …`, `xhr.Headers["A"] = …`. */
export function applyMembers(draft: Draft, members: ReadonlyMap<string, Value>): void {
  for (const [name, value] of members) {
    if (isOwnFunction(value)) continue;
    const isHeaders = /headers?$/i.test(name);
    if (value instanceof Thing && value.isOpen && value.owner !== undefined) continue;
    if (isHeaders) draft.addHeaders(value);
    else if (value instanceof Thing && value.owner !== undefined)
      applyMembers(draft, value.members);
    else applyOption(draft, name.toLowerCase(), value, 'none');
  }
}
