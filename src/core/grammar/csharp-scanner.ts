import { Scanner } from './scanner.ts';

const longestGenerics = 300;

/** What the readers of C# and Apex look ahead for: spaces, types, brackets. */
export abstract class CSharpScanner extends Scanner {
  /** The words of a type: `List<string>`, `System.Uri?`, `string[]`; `undefined` where none begins. */
  protected type(): string | undefined {
    const start = this.at;
    if (this.take(/[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/y) === undefined) return undefined;
    if (this.text[this.at] === '<') this.generics();
    this.take(/\?(?!\?)/y);
    this.take(/(?:\s*\[[\s,]*\])+/y);
    return this.text.slice(start, this.at);
  }

  /** Passes over `<…>`, if what must follow does; whether it did. */
  protected generics(before?: RegExp): boolean {
    const start = this.at;
    if (this.text[start] !== '<') return false;
    let opened = 0;
    for (let at = start; at < this.text.length && at < start + longestGenerics; at += 1) {
      const next = this.text[at] ?? '';
      if (next === '<') opened += 1;
      else if (next === '>') opened -= 1;
      else if (!/[\w\s.,?[\]()]/.test(next)) return false;
      if (opened > 0) continue;
      this.at = at + 1;
      if (before === undefined || this.peek(before) !== undefined) {
        this.space();
        return true;
      }
      this.at = start;
      return false;
    }
    return false;
  }

  /** Passes over brackets and what is in them; gives that. */
  protected brackets(open: '(' | '{' | '[', close: ')' | '}' | ']'): string {
    if (this.text[this.at] !== open) return '';
    const start = this.at + 1;
    let opened = 0;
    for (; this.at < this.text.length; this.at += 1) {
      if (this.text[this.at] === open) opened += 1;
      if (this.text[this.at] === close) opened -= 1;
      if (opened === 0) break;
    }
    const inside = this.text.slice(start, this.at);
    if (!this.isEnded()) this.at += 1;
    return inside;
  }

  /** Spaces, comments, and lines for the compiler. */
  protected space(): void {
    while (this.take(blank) !== undefined);
  }
}

const blank =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#(?:region|endregion|pragma|if|else|endif|nullable)[^\n]*/y;
