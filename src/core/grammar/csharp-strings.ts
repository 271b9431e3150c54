import { type Expr, literal } from '../code/syntax.ts';
import { withoutEscapes } from '../request/quoted.ts';

/** A value that was read, and the index behind it; beyond the text where nothing closes it. */
export interface ReadString {
  readonly expr: Expr;
  readonly end: number;
}

interface Kind {
  /** How many braces open a place that is filled in; 0 where none does. */
  readonly braces: number;
  readonly isVerbatim: boolean;
}

/**
 * A string of C# or Apex: `"…"`, `@"…"`, `$"…{x}…"`, `"""…"""` with any number of quotes and of `$`,
 * `'…'`; `undefined` where there is none.
 * https://learn.microsoft.com/dotnet/csharp/programming-guide/strings/
 */
export function csharpString(
  text: string,
  at: number,
  expression: (inner: string) => Expr,
): ReadString | undefined {
  if (text[at] === "'") return quoted(text, at, 1, { braces: 0, isVerbatim: false }, expression);
  const [, signs = '', quotes = ''] = /^([$@]*)("+)/.exec(text.slice(at, at + 20)) ?? [];
  if (quotes === '') return undefined;
  const braces = signs.replaceAll('@', '').length;
  const start = at + signs.length;
  if (quotes.length >= 3 && !signs.includes('@')) {
    return raw(text, start, quotes.length, braces, expression);
  }
  return quoted(
    text,
    start,
    1,
    { braces: Math.min(1, braces), isVerbatim: signs.includes('@') },
    expression,
  );
}

/** From an opening quote to the one that closes it; in a verbatim string a doubled one does not. */
function quoted(
  text: string,
  start: number,
  length: number,
  kind: Kind,
  expression: (inner: string) => Expr,
): ReadString {
  const quote = text[start] ?? '"';
  let at = start + length;
  for (; at < text.length; at += 1) {
    const next = text[at];
    if (next === '\\' && !kind.isVerbatim) at += 1;
    else if (kind.braces > 0 && next === '{' && text[at + 1] !== '{') at = braceEnd(text, at) - 1;
    else if (kind.braces > 0 && next === '{') at += 1;
    else if (next === quote && kind.isVerbatim && text[at + 1] === quote) at += 1;
    else if (next === quote) break;
    else if (next === '\n' && !kind.isVerbatim && isStatementEnd(text, at)) break;
  }
  const inside = text.slice(start + length, Math.min(at, text.length));
  const isClosed = text[at] === quote;
  return { expr: filled(inside, kind, expression), end: isClosed ? at + 1 : text.length + 1 };
}

/** A string without its closing quote does not go on behind the statement. */
function isStatementEnd(text: string, at: number): boolean {
  return /;\s*$/.test(text.slice(Math.max(0, at - 3), at));
}

/** A raw string ends with as many quotes as it began with; the last line says how far it is indented. */
function raw(
  text: string,
  start: number,
  quotes: number,
  braces: number,
  expression: (inner: string) => Expr,
): ReadString {
  const mark = '"'.repeat(quotes);
  const found = text.indexOf(mark, start + quotes);
  const end = found < 0 ? text.length : found;
  const inside = text.slice(start + quotes, end);
  const lines = inside.replace(/^[ \t]*\r?\n/, '').split('\n');
  const indent = /^[ \t]*$/.test(lines.at(-1) ?? '') ? (lines.pop()?.length ?? 0) : 0;
  const body = lines.map((line) => line.slice(Math.min(indent, line.search(/\S|$/)))).join('\n');
  const expr = filled(body, { braces, isVerbatim: true }, expression);
  return { expr, end: found < 0 ? text.length + 1 : end + quotes };
}

/** The inside of a string; what is in enough braces is an expression. */
function filled(
  inside: string,
  { braces, isVerbatim }: Kind,
  expression: (inner: string) => Expr,
): Expr {
  const plain = (part: string) => {
    const single = braces === 1 ? part.replaceAll('{{', '{').replaceAll('}}', '}') : part;
    return literal(isVerbatim ? single.replaceAll('""', '"') : withoutEscapes(single));
  };
  if (braces === 0) return plain(inside);
  const opening = '{'.repeat(braces);
  const parts: Expr[] = [];
  let from = 0;
  for (let at = 0; at < inside.length; at += 1) {
    if (!inside.startsWith(opening, at)) continue;
    if (braces === 1 && inside[at + 1] === '{') {
      at += 1;
      continue;
    }
    // `{{{x}}}` in a string with two dollars holds a brace of the text first.
    if (braces > 1 && inside[at + braces] === '{') continue;
    const end = braceEnd(inside, at + braces - 1);
    if (at > from) parts.push(plain(inside.slice(from, at)));
    parts.push(expression(withoutFormat(inside.slice(at + braces, end - 1))));
    from = end - 1 + braces;
    at = from - 1;
  }
  if (from < inside.length) parts.push(plain(inside.slice(from)));
  return parts.length === 1 && parts[0]?.kind === 'value' ? parts[0] : { kind: 'text', parts };
}

/** `{amount:F2}` and `{name,-10}` are formatted; `{a ? b : c}` is in brackets there. */
function withoutFormat(inner: string): string {
  return /[?"']/.test(inner) ? inner : inner.replace(/(?<!:)[:,](?!:).*$/s, '');
}

/** Behind the brace that closes the one at `start`. */
function braceEnd(text: string, start: number): number {
  let opened = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') opened += 1;
    if (text[at] === '}') opened -= 1;
    if (opened === 0) return at + 1;
  }
  return text.length;
}
