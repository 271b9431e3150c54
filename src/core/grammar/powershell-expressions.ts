import { type Argument, type Entry, type Expr, literal, open, type Step } from '../code/syntax.ts';
import { bareWord, combined, type Read, stringAt, variableOf } from './powershell-values.ts';
import { Scanner } from './scanner.ts';

const signs = /\+(?!=)|-(?:f|join|replace|eq|ne|and|or|gt|lt|match|like|contains|is)\b|\?\?(?!=)/iy;

/** The expressions of PowerShell; statements and commands are read by who extends this. */
export abstract class PowerShellExpressions extends Scanner {
  protected readonly offset: number;

  constructor(text: string, depth = 0, offset = 0) {
    super(text, depth);
    this.offset = offset;
  }

  protected abstract pipeline(): Expr | undefined;
  protected abstract block(): Step[];
  protected abstract stepsIn(text: string): Step[];

  protected bare(): Expr | undefined {
    const word = bareWord(this.text, this.at);
    if (word === undefined) return undefined;
    this.at = word.end;
    return word.expr;
  }

  protected listOf(read: () => Expr | undefined): Expr | undefined {
    const first = read();
    if (first === undefined) return undefined;
    const items = [first];
    for (;;) {
      const before = this.at;
      this.space(false);
      if (this.take(/,/y) === undefined) {
        this.at = before;
        break;
      }
      this.space(true);
      const next = read();
      if (next === undefined) break;
      items.push(next);
    }
    return items.length === 1 ? first : { kind: 'list', items };
  }

  protected expression(): Expr | undefined {
    return this.signed(false, () => this.listOf(() => this.operand()));
  }

  /** Values with signs between them; in brackets they may stand on several lines. */
  protected signed(lines: boolean, read: () => Expr | undefined): Expr | undefined {
    let value = read();
    while (value !== undefined) {
      const before = this.at;
      this.space(lines);
      const sign = this.take(signs);
      if (sign === undefined) {
        this.at = before;
        break;
      }
      this.space(true);
      const more = read();
      if (more === undefined) break;
      value = combined(sign.toLowerCase(), value, more);
    }
    return value;
  }

  protected operand(): Expr | undefined {
    return this.deeper(() => {
      let value = this.primary();
      while (value !== undefined) {
        const next = this.suffix(value);
        if (next === undefined) break;
        value = next;
      }
      return value;
    });
  }

  protected suffix(of: Expr): Expr | undefined {
    const at = this.offset + this.at;
    const name = this.take(/(?:\?\.|\.|::)[A-Za-z_]\w*/y)?.replace(/^\W+/, '');
    if (name !== undefined) {
      const callee: Expr = { kind: 'member', of, name };
      return this.text[this.at] === '('
        ? { kind: 'call', callee, args: this.callArguments(), isNew: name === 'new', at }
        : callee;
    }
    if (this.take(/\[(?!\s*[A-Za-z.]+\s*\]\s*[$@'"(])/y) === undefined) return undefined;
    const key = this.expression();
    this.space(true);
    this.take(/\]/y);
    return { kind: 'index', of, key };
  }

  protected callArguments(): Argument[] {
    this.at += 1;
    const args: Argument[] = [];
    for (;;) {
      this.space(true);
      if (this.isEnded() || this.take(/\)/y) !== undefined) return args;
      const before = this.at;
      // In brackets a comma makes no list.
      const value = this.signed(true, () => this.operand());
      if (value !== undefined) args.push({ value });
      this.space(true);
      this.take(/,/y);
      if (this.at === before) this.at += 1;
    }
  }

  protected primary(): Expr | undefined {
    const text = stringAt(this.text, this.at, (inner) => this.inner(inner));
    if (text !== undefined) return this.taken(text);
    if (this.take(/@\{/y) !== undefined) return this.table();
    if (this.take(/[@$]\(/y) !== undefined) return this.bracketed(this.text[this.at - 2] === '@');
    if (this.take(/\(/y) !== undefined) return this.bracketed(false);
    const variable = this.take(/\$(?:\{[\w:]+\}|(?:\w+:)?\w+)/y);
    if (variable !== undefined) return variableOf(variable.replace(/[${}]/g, ''));
    const type = this.take(/\[[A-Za-z][\w.]*(?:\[[\w.,[\] ]*\])?\]/y);
    if (type !== undefined) return this.ofType(type.slice(1, -1));
    const number = this.take(/-?\d+(?:\.\d+)?\b/y);
    if (number !== undefined) return literal(Number(number));
    if (this.peek(/\{/y) !== undefined) {
      const body = this.block();
      return { kind: 'function', name: undefined, params: [], body };
    }
    return undefined;
  }

  protected taken({ expr, end }: Read): Expr {
    // A string that nothing closes ends behind the text.
    if (end > this.text.length) this.isCut = true;
    this.at = Math.min(end, this.text.length);
    return expr;
  }

  protected inner(text: string): Expr {
    const [step] = this.stepsIn(text);
    return step?.kind === 'do' ? step.value : open(text);
  }

  /** A cast gives its value back; of a type itself, members are called. */
  protected ofType(type: string): Expr {
    const name = type.replace(/\[.*$/, '').split('.').at(-1) ?? type;
    if (this.peek(/::/y) !== undefined) {
      const after = this.peek(/::new\b/iy);
      if (after === undefined) return { kind: 'name', name };
      const at = this.offset + this.at;
      this.at += after.length;
      const args = this.text[this.at] === '(' ? this.callArguments() : [];
      return { kind: 'call', callee: { kind: 'name', name }, args, isNew: true, at };
    }
    this.space(false);
    return this.operand() ?? { kind: 'name', name };
  }

  protected bracketed(isList: boolean): Expr {
    const items: Expr[] = [];
    for (;;) {
      this.space(true);
      if (this.isEnded() || this.take(/\)/y) !== undefined) break;
      const before = this.at;
      const value = this.pipeline();
      if (value !== undefined) items.push(value);
      this.space(true);
      this.take(/[,;]/y);
      if (this.at === before) this.at += 1;
    }
    const [first] = items;
    if (!isList && items.length === 1 && first !== undefined) return first;
    const isWhole = isList && items.length === 1 && first?.kind === 'list';
    return isWhole ? first : { kind: 'list', items };
  }

  protected table(): Expr {
    const entries: Entry[] = [];
    for (;;) {
      this.space(true);
      this.take(/[;,]/y);
      this.space(true);
      if (this.isEnded() || this.take(/\}/y) !== undefined) break;
      const key = this.operand() ?? this.keyWord();
      this.space(true);
      if (key === undefined || this.take(/[=:]/y) === undefined) {
        this.at += 1;
        continue;
      }
      this.space(true);
      const value = this.pipeline() ?? this.bare();
      if (value !== undefined) entries.push({ key, value });
    }
    return { kind: 'table', entries };
  }

  protected keyWord(): Expr | undefined {
    const word = this.take(/[\w.-]+/y);
    return word === undefined ? undefined : literal(word);
  }

  /** Spaces, comments and continued lines; line breaks only where they end nothing. */
  protected space(lines: boolean): void {
    while (this.take(lines ? /\s+|`\r?\n|#[^\n]*/y : /[ \t]+|`\r?\n|#[^\n]*/y) !== undefined);
  }
}
