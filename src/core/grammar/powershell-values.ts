import { callOf, type Expr, literal, open } from '../code/syntax.ts';

/** A value that was read, and the index behind it. */
export interface Read {
  readonly expr: Expr;
  readonly end: number;
}

/** A here-string, single-quoted or double-quoted string of PowerShell; `undefined` where there is none. */
export function stringAt(
  text: string,
  at: number,
  expression: (inner: string) => Expr,
): Read | undefined {
  const opening = text.slice(at, at + 2);
  if (/^@['"]/.test(opening)) return hereString(text, at, expression);
  if (/^['‘’]/.test(opening)) return singleQuoted(text, at);
  return /^["“”]/.test(opening) ? doubleQuoted(text, at, expression) : undefined;
}

function hereString(
  text: string,
  at: number,
  expression: (inner: string) => Expr,
): Read | undefined {
  const quote = text[at + 1] ?? '';
  const start = text.indexOf('\n', at) + 1;
  if (start === 0 || text.slice(at + 2, start).trim() !== '') return undefined;
  const closing = new RegExp(`\\r?\\n[ \\t]*${quote}@`).exec(text.slice(start - 1));
  const end = closing === null ? text.length : start - 1 + closing.index;
  const body = text.slice(start, Math.max(start, end));
  const expr = quote === "'" ? literal(body) : filled(body, expression);
  return { expr, end: closing === null ? text.length + 1 : end + closing[0].length };
}

/** A doubled quote stands for itself. */
function singleQuoted(text: string, start: number): Read {
  let value = '';
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const isQuote = /['‘’]/.test(text[at] ?? '');
    if (isQuote && !/['‘’]/.test(text[at + 1] ?? '')) break;
    if (isQuote) at += 1;
    value += text[at] ?? '';
  }
  // '{\"flowId\": …}' is how Windows PowerShell hands quotes to a program.
  const plain = /^\s*\{\s*\\"/.test(value) ? value.replaceAll('\\"', '"') : value;
  return { expr: literal(plain), end: at + 1 };
}

/** A doubled quote or one behind a backtick stands for itself; a backslash is what others write. */
function doubleQuoted(text: string, start: number, expression: (inner: string) => Expr): Read {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (next === '`' || (next === '\\' && text[at + 1] === '"')) at += 1;
    else if (next === '$' && text[at + 1] === '(') at = bracketEnd(text, at + 1) - 1;
    else if (/["“”]/.test(next)) {
      if (!/["“”]/.test(text[at + 1] ?? '')) break;
      at += 1;
    }
  }
  return { expr: filled(text.slice(start + 1, at), expression), end: at + 1 };
}

/** `"Bearer $token"`, `"$($a.b)/c"`, `` "`"" ``. */
function filled(body: string, expression: (inner: string) => Expr): Expr {
  const parts: Expr[] = [];
  let text = '';
  const add = (expr: Expr) => {
    if (text !== '') parts.push(literal(text));
    text = '';
    parts.push(expr);
  };
  for (let at = 0; at < body.length; at += 1) {
    const next = body[at] ?? '';
    const after = body[at + 1] ?? '';
    const name =
      next === '$' ? /^\$(?:\{([\w:]+)\}|((?:\w+:)?\w+))/.exec(body.slice(at, at + 200)) : null;
    if (next === '`') {
      text += escapes[after] ?? after;
      at += 1;
    } else if ((next === '"' && after === '"') || (next === '\\' && after === '"')) {
      text += '"';
      at += 1;
    } else if (next === '$' && after === '(') {
      const end = bracketEnd(body, at + 1);
      const inner = body.slice(at + 2, end - 1);
      // Browsers write a line break as `$([char]10)`.
      const [, code] = /^\[char\](\d{1,5})$/.exec(inner) ?? [];
      if (code === undefined) add(expression(inner));
      else text += String.fromCharCode(Number(code));
      at = end - 1;
    } else if (name !== null) {
      add(named(name[1] ?? name[2] ?? ''));
      at += name[0].length - 1;
    } else {
      text += next;
    }
  }
  if (text !== '' || parts.length === 0) parts.push(literal(text));
  const [first] = parts;
  return parts.length === 1 && first?.kind === 'value' ? first : { kind: 'text', parts };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/** Variables have no case and no scope here. */
export function variableName(name: string): string {
  return withoutScope(name).toLowerCase();
}

function named(name: string): Expr {
  return { kind: 'name', name: variableName(name), shown: withoutScope(name) };
}

function withoutScope(name: string): string {
  return name.replace(/^(?:script|global|local|private|using):/i, '');
}

/** Behind the bracket that closes the one at `start`. */
export function bracketEnd(text: string, start: number): number {
  let opened = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') opened += 1;
    if (text[at] === ')') opened -= 1;
    if (opened === 0) return at + 1;
  }
  return text.length;
}

/** A number or a word without quotes, as commands take them. */
export function bareWord(text: string, at: number): Read | undefined {
  const word = /^[^\s;,|(){}'"`@$][^\s;,|(){}'"`]*/.exec(text.slice(at, at + 2000));
  if (word === null) return undefined;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(word[0]);
  return { expr: isNumber ? literal(Number(word[0])) : literal(word[0]), end: at + word[0].length };
}

/** What a variable's name stands for: a constant, or a name of the script. */
export function variableOf(name: string): Expr {
  const constants: Readonly<Record<string, boolean | null>> = {
    true: true,
    false: false,
    null: null,
  };
  const key = variableName(name);
  if (Object.hasOwn(constants, key)) return literal(constants[key] ?? null);
  return named(name);
}

/** Two values with a sign between them. */
export function combined(sign: string, left: Expr, right: Expr): Expr {
  if (sign === '+') return { kind: 'text', parts: [left, right] };
  if (sign === '??') return { kind: 'choice', options: [left, right] };
  if (sign === '-f') {
    const values = right.kind === 'list' ? right.items : [right];
    return callOf('format', [left, ...values], 0);
  }
  return sign === '-replace' || sign === '-join' ? left : open(sign, [left, right]);
}
