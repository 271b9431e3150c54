import { deepestNesting } from './literal-reader.ts';

/** What variables stand for, by their names in lower case. */
export type PowerShellScope = ReadonlyMap<string, unknown>;

interface Read {
  readonly value: unknown;
  readonly end: number;
}

/**
 * Reads one value of PowerShell at or after `start`: strings and here-strings, `@{ name = value }`,
 * `@(a, b)`, numbers, variables, bare words, brackets; a pipe into `ConvertTo-Json` gives the value
 * itself. A variable that nothing explains becomes `{{name}}`. `undefined` where there is no value.
 */
export function readPowerShell(
  text: string,
  start: number,
  scope: PowerShellScope,
  depth = 0,
): Read | undefined {
  const at = skip(text, start);
  const read = depth > deepestNesting ? undefined : single(text, at, scope, depth);
  if (read === undefined) return undefined;
  const pipe = /^[ \t]*(?:`\r?\n)?\s*\|\s*ConvertTo-Json\b[^)\r\n;]*/i.exec(
    text.slice(read.end, read.end + 200),
  );
  return pipe === null ? read : { value: read.value, end: read.end + pipe[0].length };
}

function single(text: string, at: number, scope: PowerShellScope, depth: number): Read | undefined {
  const hereString = /^@(['"])[ \t]*\r?\n([\s\S]*?)\r?\n\1@/.exec(
    /^@['"]/.test(text.slice(at, at + 2)) ? text.slice(at) : '',
  );
  if (hereString !== null) {
    return { value: hereString[2] ?? '', end: at + hereString[0].length };
  }
  if (/^@\{/.test(text.slice(at, at + 2))) return table(text, at + 2, scope, depth);
  if (/^@\(/.test(text.slice(at, at + 2))) return list(text, at + 2, scope, depth);
  switch (text[at]) {
    case "'":
    case '"':
      return quoted(text, at, scope);
    case '(': {
      const inner = readPowerShell(text, at + 1, scope, depth + 1);
      return inner === undefined ? undefined : { ...inner, end: past(text, inner.end, ')') };
    }
    case '[': {
      const cast = /^\[[\w.]+\]/.exec(text.slice(at, at + 60));
      return cast === null
        ? undefined
        : readPowerShell(text, at + cast[0].length, scope, depth + 1);
    }
    case '$':
      return variable(text, at, scope);
    default:
      return bare(text, at);
  }
}

function table(text: string, start: number, scope: PowerShellScope, depth: number): Read {
  const entries: [string, unknown][] = [];
  let at = skip(text, start);
  while (at < text.length && text[at] !== '}') {
    const quotedKey = /['"]/.test(text[at] ?? '') ? quoted(text, at, scope) : undefined;
    const bareKey = /^[\w.-]+/.exec(text.slice(at, at + 200));
    const keyEnd = quotedKey?.end ?? (bareKey === null ? undefined : at + bareKey[0].length);
    if (keyEnd === undefined) break;
    const equals = skip(text, keyEnd);
    const read =
      text[equals] === '=' ? readPowerShell(text, equals + 1, scope, depth + 1) : undefined;
    if (read === undefined) break;
    entries.push([String(quotedKey?.value ?? bareKey?.[0]), read.value]);
    at = skip(text, read.end, /[\s;,`]/);
  }
  return { value: Object.fromEntries(entries), end: past(text, at, '}') };
}

function list(text: string, start: number, scope: PowerShellScope, depth: number): Read {
  const items: unknown[] = [];
  let at = skip(text, start);
  while (at < text.length && text[at] !== ')') {
    const read = readPowerShell(text, at, scope, depth + 1);
    if (read === undefined) break;
    items.push(read.value);
    at = skip(text, read.end, /[\s;,`]/);
  }
  return { value: items, end: past(text, at, ')') };
}

/** A doubled quote stands for itself; in double quotes a backtick or a backslash protects one. */
function quoted(text: string, start: number, scope: PowerShellScope): Read {
  const quote = text[start] ?? '';
  let value = '';
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const next = text[at] ?? '';
    const after = text[at + 1] ?? '';
    if (next === quote && after !== quote) break;
    const isEscape = quote === '"' ? /[`\\]/.test(next) && /["`$]/.test(after) : false;
    if (next === quote || isEscape) {
      value += after;
      at += 1;
    } else {
      value += next;
    }
  }
  return { value: quote === '"' ? filled(value, scope) : unescaped(value), end: at + 1 };
}

/** `"Bearer $token"`: what is known is put in, the rest stays as written. */
function filled(value: string, scope: PowerShellScope): string {
  return value.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
    const known = scope.get(name.toLowerCase());
    return typeof known === 'string' ? known : whole;
  });
}

/** `'{\"flowId\": …}'`, as curl.exe needs it under Windows PowerShell. */
function unescaped(value: string): string {
  return /^\s*\{\s*\\"/.test(value) ? value.replaceAll('\\"', '"') : value;
}

function variable(text: string, at: number, scope: PowerShellScope): Read {
  const name = /^\$\{?([\w:.]+)\}?/.exec(text.slice(at, at + 100));
  const end = at + (name?.[0].length ?? 1);
  const known: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
  const key = (name?.[1] ?? '').toLowerCase();
  if (Object.hasOwn(known, key)) return { value: known[key], end };
  return { value: scope.has(key) ? scope.get(key) : `{{${name?.[1] ?? ''}}}`, end };
}

function bare(text: string, at: number): Read | undefined {
  const word = /^[^\s;,|(){}'"`-][^\s;,|(){}'"`]*/.exec(text.slice(at, at + 2000));
  if (word === null) return undefined;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(word[0]);
  return { value: isNumber ? Number(word[0]) : word[0], end: at + word[0].length };
}

function skip(text: string, start: number, what = /[\s`]/): number {
  let at = start;
  while (at < text.length && what.test(text[at] ?? '')) at += 1;
  return at;
}

function past(text: string, start: number, close: string): number {
  const at = skip(text, start);
  return text[at] === close ? at + 1 : at;
}
