import { type SeenRequest, seenRequest } from '../request/seen.ts';
import { header } from './curl.ts';
import type { Command } from './words.ts';

const launchPath = '/api/v2/flows/executions';

/** Reads wget: https://www.gnu.org/software/wget/manual/wget.html#HTTP-Options */
export function requestFromWget({
  words: [, ...words],
  isOpen,
  isBare,
}: Command): SeenRequest | undefined {
  const options = words.flatMap((word) => {
    const [, name, value] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
    return name === undefined ? [word] : [name, value ?? ''];
  });
  const optionOf = (...names: string[]) => {
    const at = options.findIndex((word) => names.includes(word));
    return at < 0 ? undefined : options[at + 1];
  };
  const headers = options.flatMap((word, at) =>
    word === '--header' ? [header(options[at + 1] ?? '')] : [],
  );
  const body = optionOf('--post-data', '--body-data');
  const file = optionOf('--post-file', '--body-file');
  const url = options.find(
    (word, at) => isAddress(word) && !takesValue.test(options[at - 1] ?? ''),
  );
  if (url === undefined) return undefined;
  return seenRequest({
    form: 'wget',
    isMethodSaid: optionOf('--method') !== undefined || (body ?? file) !== undefined,
    method: optionOf('--method') ?? ((body ?? file) ? 'POST' : 'GET'),
    url,
    headers,
    bodyText: body,
    bodyBehind: file,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: isOpen || isBare,
  });
}

const takesValue =
  /^(?:--(?:header|post-data|body-data|post-file|body-file|method|output-document|user-agent|user|password)|-[OUo])$/;

function isAddress(word: string): boolean {
  return !word.startsWith('-') && /^https?:|^[\w.-]+\.[a-z]{2,}\/|^[$<{]/i.test(word);
}

/** Reads HTTPie and xh, which has the same words: https://httpie.io/docs/cli/request-items */
export function requestFromHttpie({
  words: [, ...words],
  input,
  inputFile,
  isOpen,
  isBare,
}: Command): SeenRequest | undefined {
  const headers: [string, string][] = [];
  const body: [string, unknown][] = [];
  const rest: string[] = [];
  let raw = input;
  let isForm = false;
  let file = inputFile;
  let isBearer = false;
  let at = -1;
  const next = () => {
    at += 1;
    return words[at] ?? '';
  };
  while (at + 1 < words.length) {
    const word = next();
    const [, name = word, own] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
    const value = () => own ?? next();
    if (/^(?:-f|--form|--multipart)$/.test(name)) isForm = true;
    else if (name === '--raw') raw = value();
    else if (/^(?:-A|--auth-type)$/.test(name)) isBearer = /bearer/i.test(value());
    else if (/^(?:-a|--auth)$/.test(name))
      headers.push(['Authorization', `${isBearer ? 'Bearer' : 'Basic'} ${value()}`]);
    else if (/^(?:--bearer)$/.test(name)) headers.push(['Authorization', `Bearer ${value()}`]);
    else if (/^(?:-o|--output|--timeout|--session|--verify|-p|--print|--cert)$/.test(name)) value();
    else if (!word.startsWith('-')) rest.push(word);
  }
  const isMethod = /^(?:[A-Z]{3,7}|get|post|put|patch|delete)$/.test(rest[0] ?? '');
  const [url, ...items] = isMethod ? rest.slice(1) : rest;
  if (url === undefined) return undefined;
  for (const item of items) {
    const [, key = '', sign = '', value = ''] =
      /^((?:\\.|[^:=@\\])+?)(:=@|=@|:=|==|=|:|@)([\s\S]*)$/.exec(item) ?? [];
    const name = key.replace(/\\(.)/g, '$1');
    if (sign === ':') headers.push([name, value]);
    else if (sign === '=') body.push([name, value]);
    else if (sign === ':=') body.push([name, jsonOf(value)]);
    else if (sign.endsWith('@')) file = value;
  }
  const fields = isForm ? formOf(body) : JSON.stringify(nested(body));
  const text = raw ?? (body.length > 0 ? fields : undefined);
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const hasType = headers.some(([name]) => /^content-type$/i.test(name));
  return seenRequest({
    form: 'HTTPie',
    isMethodSaid: isMethod || text !== undefined,
    method: isMethod ? rest[0] : text === undefined && file === undefined ? 'GET' : 'POST',
    url: url.startsWith(':') ? `http://localhost${url}` : url,
    headers: hasType ? headers : [...headers, ['Content-Type', type]],
    bodyText: text,
    bodyBehind: text === undefined ? file : undefined,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: isOpen || isBare,
  });
}

function formOf(fields: readonly (readonly [string, unknown])[]): string {
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

/**
 * Reads Genesys's own command line, which takes the body from a file or its standard input:
 * https://github.com/MyPureCloud/platform-client-sdk-cli
 */
export function requestFromGc({
  words,
  input,
  inputFile,
  isOpen,
}: Command): SeenRequest | undefined {
  const [, ...parts] = words;
  const start = parts.findIndex((word) => /^flows?$/.test(word));
  const path = parts.slice(start).filter((word) => !word.startsWith('-'));
  if (start < 0 || path[1] !== 'executions') return undefined;
  const at = parts.findIndex((word) => /^(?:-f|--file|-d|--data)$/.test(word));
  const given = parts.find((word) => /^--file=/.test(word))?.slice('--file='.length);
  const file = given ?? (at < 0 ? undefined : parts[at + 1]) ?? inputFile;
  if (path[2] === 'get') {
    return seenRequest({
      form: 'gc',
      method: 'GET',
      url: `${launchPath}/${path[3] ?? ''}`,
      credentialsAdded: true,
      isCut: path[3] === undefined,
    });
  }
  const isText = file !== undefined && /^\s*\{/.test(file);
  return seenRequest({
    form: 'gc',
    method: 'POST',
    url: launchPath,
    headers: [['Content-Type', 'application/json']],
    bodyText: input ?? (isText ? file : undefined),
    bodyBehind: input === undefined && !isText ? file : undefined,
    credentialsAdded: true,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: isOpen,
  });
}
