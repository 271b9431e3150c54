import { formType } from '../base/http.ts';
import { type SeenRequest, seenRequest } from '../request/seen.ts';
import type { Command } from './words.ts';

/** Reads HTTPie and xh, which has the same words: https://httpie.io/docs/cli/request-items */
export function requestFromHttpie(command: Command): SeenRequest | undefined {
  const [, ...words] = command.words;
  const options = optionsIn(words);
  const [first = '', ...others] = options.rest;
  const isMethod = /^(?:[A-Z]{3,7}|get|post|put|patch|delete)$/.test(first);
  const [url, ...items] = isMethod ? others : options.rest;
  if (url === undefined) return undefined;
  const said = itemsIn(items);
  const headers = [...options.headers, ...said.headers];
  const file = said.file ?? command.inputFile;
  const raw = options.raw ?? command.input;
  const text = raw ?? (said.body.length > 0 ? bodyOf(said.body, options.isForm) : undefined);
  const type = options.isForm ? formType : 'application/json';
  const hasType = headers.some(([name]) => /^content-type$/i.test(name));
  return seenRequest({
    form: 'HTTPie',
    isMethodSaid: isMethod || text !== undefined,
    method: isMethod ? first : text === undefined && file === undefined ? 'GET' : 'POST',
    url: url.startsWith(':') ? `http://localhost${url}` : url,
    headers: hasType ? headers : [...headers, ['Content-Type', type]],
    bodyText: text,
    bodyBehind: text === undefined ? file : undefined,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: command.isOpen || command.isBare,
  });
}

interface Options {
  headers: [string, string][];
  raw: string | undefined;
  isForm: boolean;
  /** The words that are no options: the method, the address, the request's items. */
  rest: string[];
}

function optionsIn(words: readonly string[]): Options {
  const options: Options = { headers: [], raw: undefined, isForm: false, rest: [] };
  const left = [...words];
  let isBearer = false;
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = word, own] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
    const value = () => own ?? left.shift() ?? '';
    if (/^(?:-f|--form|--multipart)$/.test(name)) options.isForm = true;
    else if (name === '--raw') options.raw = value();
    else if (/^(?:-A|--auth-type)$/.test(name)) isBearer = /bearer/i.test(value());
    else if (/^(?:-a|--auth)$/.test(name))
      options.headers.push(['Authorization', `${isBearer ? 'Bearer' : 'Basic'} ${value()}`]);
    else if (name === '--bearer') options.headers.push(['Authorization', `Bearer ${value()}`]);
    else if (withValue.test(name)) value();
    else if (!word.startsWith('-')) options.rest.push(word);
  }
  return options;
}

/** Options that say nothing of the request, and whose value is no part of it either. */
const withValue = /^(?:-o|--output|--timeout|--session|--verify|-p|--print|--cert)$/;

interface Items {
  headers: [string, string][];
  body: [string, unknown][];
  file: string | undefined;
}

/** `Name:value` is a header, `name=text` and `name:=json` are of the body, `name@path` is a file. */
function itemsIn(words: readonly string[]): Items {
  const items: Items = { headers: [], body: [], file: undefined };
  for (const word of words) {
    const [, key = '', sign = '', value = ''] =
      /^((?:\\.|[^:=@\\])+?)(:=@|=@|:=|==|=|:|@)([\s\S]*)$/.exec(word) ?? [];
    const name = key.replace(/\\(.)/g, '$1');
    if (sign === ':') items.headers.push([name, value]);
    else if (sign === '=') items.body.push([name, value]);
    else if (sign === ':=') items.body.push([name, jsonOf(value)]);
    else if (sign.endsWith('@')) items.file = value;
  }
  return items;
}

function bodyOf(fields: Items['body'], isForm: boolean): string {
  if (!isForm) return JSON.stringify(nested(fields));
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `inputData[Flow.x]=1` is a member of a member. */
function nested(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, value] of fields) {
    const [, outer = name, rest = ''] = /^([^[]+)((?:\[[^\]]*\])+)$/.exec(name) ?? [];
    const path = [outer, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key ?? '')];
    let at = root;
    for (const key of path.slice(0, -1)) {
      const before = at[key];
      const next = typeof before === 'object' && before !== null ? before : Object.create(null);
      at[key] = next;
      at = next;
    }
    at[path.at(-1) ?? ''] = value;
  }
  return root;
}
