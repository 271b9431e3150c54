/**
 * The attributes of a block of HCL, in which Terraform is written: strings, heredocs, numbers, lists,
 * objects, and `jsonencode` as the text that it gives. Everything else (references, functions) is a
 * place left open, in its own words. A small reader of our own: no grammar for HCL is kept that runs
 * in a browser. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 *
 * @param start the index behind the opening bracket of the block
 */
export function attributesOfBlock(
  text: string,
  start: number,
): { attributes: Record<string, unknown>; isCut: boolean; end: number } {
  const reader = new HclReader(text, start);
  const attributes = Object.fromEntries(reader.entries('}'));
  return { attributes, isCut: reader.isCut, end: reader.at };
}

const deepest = 60;
const space = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const number = /-?\d+(?:\.\d+)?(?![\w.])/y;
const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

class HclReader {
  isCut = false;
  #at: number;
  #depth = 0;
  readonly #text: string;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  /** `name = value`, `"name" = value`, `name: value`, and blocks within. */
  entries(close: string): [string, unknown][] {
    const entries: [string, unknown][] = [];
    for (;;) {
      this.#take(space);
      this.#take(/,/y);
      this.#take(space);
      if (this.#isEnded() || this.#skip(close)) return entries;
      const quoted = this.#text[this.#at] === '"' ? this.#string() : undefined;
      const key = quoted ?? this.#take(/\(?[\w.-]+\)?/y);
      this.#take(/[ \t]*(?:"[^"\n]*"[ \t]*)*/y);
      if (key === undefined) this.#at += 1;
      else if (this.#take(/[=:]/y) !== undefined) entries.push([key, this.#value()]);
      else if (this.#skip('{')) entries.push([key, Object.fromEntries(this.#deeper('}'))]);
    }
  }

  #deeper(close: string): [string, unknown][] {
    if (this.#depth >= deepest) {
      this.#at = this.#text.length;
      return [];
    }
    this.#depth += 1;
    const entries = this.entries(close);
    this.#depth -= 1;
    return entries;
  }

  #value(): unknown {
    this.#take(space);
    const next = this.#text[this.#at];
    if (next === '"') return this.#string();
    if (this.#skip('{')) return Object.fromEntries(this.#deeper('}'));
    if (this.#skip('[')) return this.#list();
    const heredoc = this.#heredoc();
    if (heredoc !== undefined) return heredoc;
    const digits = this.#take(number);
    if (digits !== undefined) return Number(digits);
    if (this.#take(/jsonencode\s*\(/y) !== undefined) {
      const value = this.#deepValue();
      this.#take(space);
      this.#skip(')');
      return JSON.stringify(value);
    }
    if (this.#take(/format\s*\(/y) !== undefined) return this.#format();
    const word = this.#words();
    return Object.hasOwn(constants, word) ? constants[word] : openPlace(word);
  }

  /** `format("…%s…", x)`, its values put in one after the other. */
  #format(): unknown {
    const [text, ...values] = this.#list(')');
    if (typeof text !== 'string') return openPlace('format');
    const left = values.values();
    return text.replace(/%[sdqv]/g, (sign) => {
      const { value, done } = left.next();
      return done === true ? sign : typeof value === 'string' ? value : JSON.stringify(value);
    });
  }

  #deepValue(): unknown {
    if (this.#depth >= deepest) return null;
    this.#depth += 1;
    const value = this.#value();
    this.#depth -= 1;
    return value;
  }

  #list(close = ']'): unknown[] {
    const items: unknown[] = [];
    for (;;) {
      this.#take(space);
      this.#take(/,/y);
      this.#take(space);
      if (this.#isEnded() || this.#skip(close)) return items;
      const before = this.#at;
      items.push(this.#deepValue());
      if (this.#at === before) this.#at += 1;
    }
  }

  /** `${…}` is a reference, `$${` stands for `${` itself. */
  #string(): string {
    let value = '';
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const next = this.#text[this.#at] ?? '';
      if (this.#skip('"')) return value;
      if (next === '\\') {
        const [, code] = /^\\u([\da-f]{4})/i.exec(this.#text.slice(this.#at, this.#at + 6)) ?? [];
        const letter = this.#text[this.#at + 1] ?? '';
        value += code === undefined ? (escapes[letter] ?? letter) : fromCode(code);
        this.#at += code === undefined ? 2 : 6;
      } else {
        value += this.#template() ?? next;
      }
    }
    this.isCut = true;
    return value;
  }

  /** The reference at this place, or the one character that stands here, passed over. */
  #template(): string | undefined {
    const doubled = this.#take(/([$%])\1\{/y);
    if (doubled !== undefined) return doubled.slice(1);
    if (this.#take(/[$%]\{/y) === undefined) {
      this.#at += 1;
      return undefined;
    }
    const start = this.#at;
    for (let open = 1; open > 0 && this.#at < this.#text.length; this.#at += 1) {
      if (this.#text[this.#at] === '{') open += 1;
      if (this.#text[this.#at] === '}') open -= 1;
    }
    return openPlace(this.#text.slice(start, this.#at - 1));
  }

  #heredoc(): string | undefined {
    const opening = this.#take(/<<-?\s*\w+[ \t]*\r?\n/y);
    if (opening === undefined) return undefined;
    const name = /\w+/.exec(opening)?.[0] ?? '';
    const closing = new RegExp(`^[ \\t]*${name}[ \\t]*$`, 'm').exec(this.#text.slice(this.#at));
    if (closing === null) this.isCut = true;
    const end = this.#at + (closing?.index ?? this.#text.length - this.#at);
    let value = '';
    while (this.#at < end) value += this.#template() ?? this.#text[this.#at - 1];
    this.#at = end + (closing?.[0].length ?? 0);
    return value.replace(/\r?\n$/, '');
  }

  /** A reference or a call up to where the value ends. */
  #words(): string {
    const start = this.#at;
    for (let open = 0; this.#at < this.#text.length; this.#at += 1) {
      const next = this.#text[this.#at] ?? '';
      if (/[([{]/.test(next)) open += 1;
      if (open === 0 && /[\s,)\]}]/.test(next)) break;
      if (/[)\]}]/.test(next)) open -= 1;
    }
    return this.#text.slice(start, this.#at);
  }

  get at(): number {
    return this.#at;
  }

  #isEnded(): boolean {
    if (this.#at < this.#text.length) return false;
    this.isCut = true;
    return true;
  }

  #skip(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [taken = ''] = pattern.exec(this.#text) ?? [];
    this.#at += taken.length;
    return taken === '' ? undefined : taken;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function fromCode(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

function openPlace(words: string): string {
  return `{{${words.replace(/[{}]/g, '').trim()}}}`;
}
