import { calledName } from './combined.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import type { SeenCall } from './expressions.ts';
import { areHeaders, mediaTypeOf } from './headers.ts';
import { libraryOf } from './libraries.ts';
import { inCamelCase } from './make.ts';
import { applyMethodCall, verbIn } from './method-calls.ts';
import { applyOptions, applyTable, bringsBody, hasAddress, isOptions } from './options.ts';
import { isEmpty, isOpen } from './scope.ts';
import { isOwnFunction, Table, Thing, textOf, type Value } from './value.ts';

/** Puts into a draft what the arguments of a call say about its request. */
export function applyCall(draft: Draft, { path, self, args, named }: SeenCall): void {
  const name = calledName(path);
  const library = libraryOf(path);
  draft.method = verbIn(name) ?? draft.method ?? verbOfName(name);
  // `@POST("api/…")`, `[Post("/api/…")]` above a method of an interface.
  if (path === name && args.length === 1 && /^[A-Z]+(?:[a-z]+(?:Exchange)?)?$/.test(name)) {
    const [, verb] = /^(POST|GET|PUT|PATCH)(?:EXCHANGE)?$/.exec(name.toUpperCase()) ?? [];
    draft.method = verb ?? draft.method;
    if (verb !== undefined) draft.declare();
  }
  if (typeof self === 'string') {
    draft.url = self;
    applyMethodCall(draft, { path, args });
    return;
  }
  const address = args.findIndex(isAddress);
  let body: Value | undefined;
  for (const [place, it] of args.entries()) {
    const verb = methodIn(it);
    const type = mediaTypeOf(it);
    const takesBody = /^(?:POST|PUT|PATCH)$/.test(verbIn(name) ?? '');
    const isUnknown = library.name === '' && it instanceof Table && bringsBody(it);
    const isOptionsHere =
      library.second === 'options' || hasAddress(it) || place !== 1 || !takesBody || isUnknown;
    if (verb !== undefined) draft.method = verb;
    else if (type !== undefined && !(it instanceof Table)) draft.setType(type);
    else if (draft.url === undefined && isAddress(it)) draft.url = addressOf(it);
    else if (areHeaders(it)) draft.addHeaders(it);
    else if (isEntity(it)) body ??= applyEntity(draft, it);
    else if (isOptions(it) && isOptionsHere) applyTable(draft, known(it, path), library.encoding);
    else if (library.second === 'options' && isOpen(it)) draft.hideOptions(textOf(it));
    // Arguments before the address are a context, a client or a callback.
    else if (isBodyLike(it) && place > address) {
      if (body === undefined || isEmpty(body)) body = it;
      else if (isOpen(it)) draft.hideHeaders();
    }
  }
  if (body !== undefined && !draft.hasBody) {
    const isForWeb = /AsJson(?:Async)?$/.test(name);
    const encoding = /json/i.test(name) ? 'json' : library.encoding;
    draft.setBody(isForWeb ? inCamelCase(body) : body, encoding);
  }
  applyOptions(draft, known(new Table('', named), path).entries, library.encoding);
  if (draft.method === undefined && draft.hasBody && library.method !== undefined) {
    draft.method = library.method;
  }
}

/** Options that a library does not have, though others do: it sends nothing of them. */
const ignored: readonly (readonly [path: RegExp, names: RegExp])[] = [
  [/^(?:(?:window|globalThis)\.)?fetch$/, /^(?:header|content_?type|data|json|payload|form)$/i],
  [/^axios(?:\.|$)/, /^(?:header|content_?type|body|json|payload|form)$/i],
  [/^requests\.(?:post|put|patch|request)$/, /^(?:header|content_?type|body|payload|form)$/i],
];

/** The options that the library of a call has. */
function known(options: Table, path: string): Table {
  const names = ignored.find(([pattern]) => pattern.test(path))?.[1];
  if (names === undefined) return options;
  const table = new Table(
    options.tag,
    [...options.entries].filter(([name]) => !names.test(name)),
  );
  table.hasMore = options.hasMore;
  return table;
}

/** Whether a value holds body and headers: `new HttpEntity<>(body, headers)` of Spring. */
function isEntity(value: Value): value is Thing {
  return value instanceof Thing && /(?:Http|Request)Entity\(\)$/.test(value.path);
}

/** Puts an entity's headers into a draft, and returns its body. */
function applyEntity(draft: Draft, { args }: Thing): Value | undefined {
  for (const it of args) if (areHeaders(it)) draft.addHeaders(it);
  return args.find((it) => !areHeaders(it) && isBodyLike(it));
}

function verbOfName(name: string): string | undefined {
  return /(?:^|_)?(get|post|put|patch|delete)(?:As|For|Abs|Json|Async|_|$)/i
    .exec(name)?.[1]
    ?.toUpperCase();
}

function isAddress(value: Value): boolean {
  if (typeof value === 'string')
    return (
      /^(?:https?:|callout:|\/|\{\{)|(?:^|\/)api\/|^[\w-]+(?:\.[\w-]+)+\//i.test(value.trim()) &&
      !/^\s*\{\s*"/.test(value)
    );
  return value instanceof Thing && /url|uri|endpoint|address/i.test(value.words);
}

function isBodyLike(value: Value): boolean {
  if (
    isOwnFunction(value) ||
    value === null ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  )
    return false;
  if (typeof value === 'string') return /[{[=]/.test(value);
  return !(
    value instanceof Thing &&
    /\.class$|TypeReference|Context|Background|Encoding|cancellation/i.test(value.path)
  );
}
