import { verbIn } from './deeds.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import type { SeenCall } from './expressions.ts';
import { mediaTypeOf } from './headers.ts';
import { libraryOf } from './libraries.ts';
import { applyOptions, hasAddress, isOptions } from './options.ts';
import { isMade, Table, Thing, type Value } from './value.ts';

/** What the arguments of a call say about its request. */
export function applyCall(draft: Draft, { path, args, named }: SeenCall): void {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const library = libraryOf(path);
  draft.method = verbIn(name) ?? draft.method ?? verbOfName(name);
  let body: Value | undefined;
  for (const it of args) {
    const verb = methodIn(it);
    const type = mediaTypeOf(it);
    if (verb !== undefined) draft.method = verb;
    else if (type !== undefined && !(it instanceof Table)) draft.setType(type);
    else if (draft.url === undefined && isAddress(it)) draft.url = addressOf(it);
    else if (
      isOptions(it) &&
      (library.second === 'options' ||
        hasAddress(it) ||
        it !== args[1] ||
        verbIn(name) === undefined)
    ) {
      applyOptions(draft, it.entries, library.encoding);
    } else if (isBodyLike(it) && body === undefined) {
      body = it;
    }
  }
  if (body !== undefined && !draft.hasBody) {
    draft.setBody(body, /json/i.test(name) ? 'json' : library.encoding);
  }
  applyOptions(draft, named, library.encoding);
  if (draft.method === undefined && draft.hasBody && library.method !== undefined) {
    draft.method = library.method;
  }
}

function verbOfName(name: string): string | undefined {
  return /(?:^|_)?(get|post|put|patch|delete)(?:As|For|Json|Async|_|$)/i
    .exec(name)?.[1]
    ?.toUpperCase();
}

function isAddress(value: Value): boolean {
  if (typeof value === 'string')
    return (
      /^(?:https?:|\/|\{\{)|\/api\/|^[\w-]+(?:\.[\w-]+)+\//i.test(value.trim()) &&
      !/^\s*\{\s*"/.test(value)
    );
  return value instanceof Thing && /url|uri|endpoint|address/i.test(value.words);
}

function isBodyLike(value: Value): boolean {
  if (isMade(value) || value === null || typeof value === 'boolean' || typeof value === 'number')
    return false;
  if (typeof value === 'string') return /[{[=]/.test(value);
  return !(
    value instanceof Thing &&
    /\.class$|TypeReference|Context|Background|Encoding|cancellation/i.test(value.path)
  );
}
