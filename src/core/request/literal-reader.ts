import {
  comment,
  constants,
  hiddenSpace,
  jsonConstants,
  number,
  placeholder,
  plainValue,
  type Repair,
  space,
  word,
  writtenSpace,
} from './literal-tokens.ts';
import { opensQuoted, readQuoted } from './quoted.ts';

export interface ReadValue {
  readonly value: unknown;
  /** Index of the first character after the value. */
  readonly end: number;
  readonly repairs: readonly Repair[];
  readonly openMembers: readonly OpenMember[];
}

/** A place in an object where a template puts members that the text does not show. */
export interface OpenMember {
  /** The names that lead to the object. */
  readonly path: readonly string[];
  /** As it is written: `${input.attributes}`. */
  readonly place: string;
}

/** Reads the value that a text begins with; `undefined` where there is none. */
export function readValue(text: string): ReadValue | 'too-deep' | undefined {
  const reader = new LiteralReader(text);
  const value = reader.value();
  if (reader.isTooDeep) return 'too-deep';
  if (value === nothing) return undefined;
  return { value, end: reader.at, repairs: [...reader.repairs], openMembers: reader.openMembers };
}

/** Deeper than any request, shallow enough for every stack. */
export const deepestNesting = 100;

const nothing = Symbol('nothing');

class LiteralReader {
  readonly repairs = new Set<Repair>();
  readonly openMembers: OpenMember[] = [];
  isTooDeep = false;
  at = 0;
  readonly #path: string[] = [];
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  value(): unknown {
    this.#skip();
    const open = this.#text[this.at];
    if (open === undefined) return nothing;
    const left = this.#take(placeholder);
    if (left !== undefined) {
      this.repairs.add('placeholder');
      return /^(?:…|\.{3})$/.test(left) ? '{{…}}' : left;
    }
    if (open === '{') return this.#deeper(() => this.#object());
    if (open === '[') return this.#deeper(() => this.#array());
    if (opensQuoted(open)) return this.#string(open);
    const plain = this.#take(plainValue);
    if (plain !== undefined) {
      this.repairs.add('bare-word');
      return plain;
    }
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
      const left = this.#take(placeholder);
      if (left !== undefined) {
        this.repairs.add('placeholder');
        this.openMembers.push({ path: [...this.#path], place: left });
      } else {
        const key = this.#key();
        if (key === undefined) return nothing;
        this.#path.push(key);
        const value = this.#member(key);
        this.#path.pop();
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
    // `["Flow.a"] = "b"` of Lua
    return name?.replace(/^\[\s*(["'])([^"']*)\1\s*\]$/, '$2');
  }

  #member(key: string): unknown {
    this.#skip();
    const sign = this.#take(/[:：]|=>?/y);
    if (sign === '：') this.repairs.add('quotes');
    if (sign !== undefined) return this.value();
    const next = this.#text[this.at];
    if (next === undefined) {
      this.repairs.add('truncated');
      return nothing;
    }
    // `{ flowId }` of JavaScript
    this.repairs.add('bare-word');
    return `{{${key}}}`;
  }

  #array(): unknown {
    this.at += 1;
    const items: unknown[] = [];
    for (;;) {
      this.#skip();
      if (this.#take(/\]/y) !== undefined || this.#ended()) return items;
      const item = this.value();
      if (item === nothing) return nothing;
      items.push(item);
      this.#separator(']');
    }
  }

  #string(open: string): string {
    const read = readQuoted(this.#text, this.at);
    const isBroken = /(?<!\\)\n/.test(this.#text.slice(this.at, read.end).replaceAll('\r', ''));
    if (isBroken && open === '"') this.repairs.add('line-break');
    this.at = read.end;
    if (open !== '"') this.repairs.add('quotes');
    if (!read.closed) this.repairs.add('truncated');
    return read.value;
  }

  #number(digits: string): unknown {
    // A number that is dialled: neither JSON nor a language keeps its sign or its noughts.
    if (/^(?:\+|0\d)/.test(digits)) {
      this.repairs.add('bare-word');
      return digits;
    }
    const value = Number(digits.replaceAll('_', ''));
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(digits)) this.repairs.add('bare-word');
    return Number.isNaN(value) ? digits : value;
  }

  #word(): unknown {
    const name = this.#take(word);
    if (name === undefined) return nothing;
    if (!jsonConstants.has(name)) this.repairs.add('bare-word');
    return constants.has(name) ? constants.get(name) : `{{${name}}}`;
  }

  #separator(close: string): void {
    this.#skip();
    const commas = this.#take(/[,;，](?:\s*,)*/y);
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
      else if (this.#take(hiddenSpace) ?? this.#take(writtenSpace))
        this.repairs.add('hidden-space');
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
