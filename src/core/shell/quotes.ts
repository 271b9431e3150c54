import { behindClosing } from '../request/balanced.ts';

/** A part of a text that was read, and the index behind it. */
export interface Part {
  readonly value: string;
  readonly end: number;
}

/** A part in quotes. */
export interface Quoted extends Part {
  /** Whether its closing quote is there. */
  readonly isClosed: boolean;
}

/** What variables of a script stand for. */
export type Variables = ReadonlyMap<string, string>;

/** The text in single quotes; nothing in it means anything else. */
export function until(text: string, start: number): Quoted {
  const end = text.indexOf("'", start);
  return end < 0
    ? { value: text.slice(start), end: text.length, isClosed: false }
    : { value: text.slice(start, end), end: end + 1, isClosed: true };
}

/** Ends at a closing quote that a space follows, for the quoted text may hold the same quotes. */
export function typographic(text: string, start: number, ...closers: string[]): Quoted {
  for (let end = start; end < text.length; end += 1) {
    const closes = closers.includes(text[end] ?? '');
    if (closes && /^(?:\s|$)/.test(text.slice(end + 1, end + 2))) {
      return { value: text.slice(start, end), end: end + 1, isClosed: true };
    }
  }
  return { value: text.slice(start), end: text.length, isClosed: false };
}

/** The text in double quotes, with what is known of its variables. */
export function doubleQuoted(
  text: string,
  start: number,
  variables: Variables = new Map(),
): Quoted {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (next === '"') return { value, end: at + 1, isClosed: true };
    if (next === '\\' && /["\\$`]/.test(text[at + 1] ?? '')) {
      value += text[at + 1];
      at += 1;
    } else if (next === '\\' && text[at + 1] === '\n') {
      at += 1;
    } else if (next === '$') {
      const open = substituted(text, at, variables);
      value += open.value;
      at = open.end - 1;
    } else {
      value += next;
    }
  }
  return { value, end: text.length, isClosed: false };
}

/** `$NAME`, `${NAME}`, `${NAME:-preset}` or `$(…)`: what is known is put in, all else stays. */
export function substituted(text: string, at: number, variables: Variables): Part {
  const name = /^\$(?:\{(\w+)(?::?-([^{}]*))?\}|(\w+))/.exec(text.slice(at, at + 300));
  if (name !== null) {
    const [whole, braced, preset, bare] = name;
    const known = variables.get(braced ?? bare ?? '') ?? preset;
    return { value: known ?? whole, end: at + whole.length };
  }
  if (!text.startsWith('$(', at)) return { value: '$', end: at + 1 };
  const end = behindClosing(text, at + 2);
  return { value: text.slice(at, end), end };
}

/** https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html */
export function ansiQuoted(text: string, start: number): Quoted {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (next === "'") return { value, end: at + 1, isClosed: true };
    if (next !== '\\') {
      value += next;
      continue;
    }
    const code = /^(?:u([\da-f]{1,4})|x([\da-f]{1,2}))/i.exec(text.slice(at + 1, at + 6));
    const digits = code?.[1] ?? code?.[2];
    const letter = text[at + 1] ?? '';
    value += digits
      ? String.fromCharCode(Number.parseInt(digits, 16))
      : (letters[letter] ?? letter);
    at += code?.[0].length ?? 1;
  }
  return { value, end: text.length, isClosed: false };
}
