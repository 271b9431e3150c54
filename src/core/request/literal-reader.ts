import {
  comment,
  constants,
  jsonConstants,
  number,
  placeholder,
  type Repair,
  space,
  transparentCalls,
  word,
} from './literal-tokens.ts';
import { opensQuoted, readQuoted } from './quoted.ts';

export interface ReadValue {
  readonly value: unknown;
  /** Index of the first character after the value. */
  readonly end: number;
  readonly repairs: readonly Repair[];
}

/** What a name in the text stands for, where the text said so before: `const body = { … }`. */
export type Scope = ReadonlyMap<string, unknown>;

/** Reads the value that begins at or after `start`; `undefined` where there is none. */
export function readValue(
  text: string,
  start: number,
  scope: Scope,
): ReadValue | 'too-deep' | undefined {
  const reader = new LiteralReader(text, start, scope);
  const value = reader.expression();
  if (reader.isTooDeep) return 'too-deep';
  if (value === nothing) return undefined;
  return { value, end: reader.at, repairs: [...reader.repairs] };
}

/** Deeper than any request, shallow enough for every stack. */
export const deepestNesting = 100;

const nothing = Symbol('nothing');

class LiteralReader {
  readonly repairs = new Set<Repair>();
  isTooDeep = false;
  at: number;
  #depth = 0;
  readonly #text: string;
  readonly #scope: Scope;

  constructor(text: string, start: number, scope: Scope) {
    this.#text = text;
    this.at = start;
    this.#scope = scope;
  }

  /** A value, or several joined by `+` or `||`: of alternatives the first is taken. */
  expression(): unknown {
    let value = this.#single();
    for (this.#skip(); value !== nothing; this.#skip()) {
      if (this.#take(/\+(?![+=])/y) !== undefined) {
        this.repairs.add('bare-word');
        const more = this.#single();
        value = more === nothing ? value : `${asText(value)}${asText(more)}`;
      } else if (this.#take(/\|\||\?\?/y) !== undefined) {
        this.#single();
      } else {
        break;
      }
    }
    return value;
  }

  #single(): unknown {
    this.#skip();
    const open = this.#text[this.at];
    if (open === undefined) return nothing;
    const left = this.#take(placeholder);
    if (left !== undefined) {
      this.repairs.add('bare-word');
      return left;
    }
    if (open === '{') return this.#deeper(() => this.#object());
    if (open === '[') return this.#deeper(() => this.#array());
    if (open === '(') return this.#deeper(() => this.#bracketed());
    if (opensQuoted(open)) return this.#string(open);
    const digits = this.#take(number);
    if (digits !== undefined) return this.#number(digits);
    return this.#word();
  }

  #deeper(read: () => unknown): unknown {
    if (this.#depth >= deepestNesting) {
      this.isTooDeep = true;
      return nothing;
    }
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): unknown {
    this.at += 1;
    const entries: [string, unknown][] = [];
    const names = new Set<string>();
    for (;;) {
      this.#skip();
      if (this.#take(/\}/y) !== undefined || this.#ended()) break;
      if (this.#take(/\.\.\./y) !== undefined) {
        this.#single();
      } else {
        const key = this.#key();
        if (key === undefined) return nothing;
        const value = this.#member(key);
        if (value === nothing) return this.#ended() ? Object.fromEntries(entries) : nothing;
        if (names.has(key)) this.repairs.add('duplicate-key');
        names.add(key);
        entries.push([key, value]);
      }
      this.#separator('}');
    }
    // fromEntries makes `__proto__` a plain key; assignment would set the prototype.
    return Object.fromEntries(entries);
  }

  #key(): string | undefined {
    const open = this.#text[this.at] ?? '';
    if (opensQuoted(open)) return this.#string(open);
    const name = this.#take(/[\p{L}_$][\p{L}\p{N}_$.-]*|\d+|\[[^\]\n]*\]/uy);
    if (name !== undefined) this.repairs.add('bare-word');
    return name;
  }

  #member(key: string): unknown {
    this.#skip();
    if (this.#take(/:|=>?/y) !== undefined) return this.expression();
    const next = this.#text[this.at];
    if (next === undefined) {
      this.repairs.add('truncated');
      return nothing;
    }
    // `{ flowId }` of JavaScript
    this.repairs.add('bare-word');
    return this.#scope.has(key) ? this.#scope.get(key) : `{{${key}}}`;
  }

  #array(): unknown {
    this.at += 1;
    const items: unknown[] = [];
    for (;;) {
      this.#skip();
      if (this.#take(/\]/y) !== undefined || this.#ended()) return items;
      const item = this.expression();
      if (item === nothing) return nothing;
      items.push(item);
      this.#separator(']');
    }
  }

  #bracketed(): unknown {
    this.at += 1;
    const value = this.expression();
    this.#skip();
    if (this.#take(/\)/y) === undefined) this.repairs.add('truncated');
    return value;
  }

  #string(open: string): string {
    const read = readQuoted(this.#text, this.at);
    this.at = read.end;
    if (open !== '"') this.repairs.add('quotes');
    if (!read.closed) this.repairs.add('truncated');
    return read.value;
  }

  #number(digits: string): unknown {
    const value = Number(digits.replaceAll('_', ''));
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(digits)) this.repairs.add('bare-word');
    return Number.isNaN(value) ? digits : value;
  }

  #word(): unknown {
    this.#take(/(?:new|await)\s+/y);
    const name = this.#take(word);
    if (name === undefined) return nothing;
    if (!jsonConstants.has(name)) this.repairs.add('bare-word');
    if (constants.has(name)) return constants.get(name);
    const argument = this.#call();
    if (argument !== nothing && transparentCalls.has(name)) return argument;
    return this.#scope.has(name) ? this.#scope.get(name) : `{{${name}}}`;
  }

  /** The first argument of a call, with all that is chained behind it passed over. */
  #call(): unknown {
    let first: unknown = nothing;
    while (this.#take(/\(/y) !== undefined) {
      const argument = this.#deeper(() => this.expression());
      if (first === nothing) first = argument;
      this.#skipTo(')');
      this.#take(/(?:\??\.[\p{L}_$][\p{L}\p{N}_$]*)*/uy);
    }
    return first;
  }

  #skipTo(close: string): void {
    for (let open = 1; this.at < this.#text.length; this.at += 1) {
      const next = this.#text[this.at];
      if (next === '(') open += 1;
      if (next === close) open -= 1;
      if (open === 0) break;
    }
    this.at += 1;
  }

  #separator(close: string): void {
    this.#skip();
    const commas = this.#take(/[,;](?:\s*,)*/y);
    this.#skip();
    const next = this.#text[this.at];
    if (commas === undefined && next !== close && next !== undefined) this.repairs.add('comma');
    if (commas !== undefined && (next === close || commas !== ',')) this.repairs.add('comma');
  }

  #ended(): boolean {
    if (this.at < this.#text.length) return false;
    this.repairs.add('truncated');
    return true;
  }

  #skip(): void {
    for (;;) {
      if (this.#take(comment) !== undefined) this.repairs.add('comment');
      else if (this.#take(space) === undefined) return;
    }
  }

  /** Takes what the sticky pattern matches here. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null || match[0] === '') return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
