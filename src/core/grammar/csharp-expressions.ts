import { type Argument, type Expr, literal, open, type Step, thisObject } from '../code/syntax.ts';
import { CSharpScanner } from './csharp-scanner.ts';
import { csharpString } from './csharp-strings.ts';

/** Signs between two values; `=` and `=>` are none of them. */
const signs =
  /\?\?(?!=)|\|\||&&|==|!=|<=|>=|<<|[+*/%^](?!=)|-(?![=>])|[<>](?!=)|\|(?!\|)|&(?!&)|(?:is(?:\s+not)?|as|instanceof|switch|with)\b/y;
const word = /[A-Za-z_]\w*/y;

/** The expressions of C# and Apex; statements are read by who extends this. */
export abstract class CSharpExpressions extends CSharpScanner {
  protected abstract block(): Step[];
  protected abstract creation(at: number): Expr;

  /** An expression with everything that may stand behind it: operators, `? :`, `=`. */
  protected expression(): Expr | undefined {
    return this.deeper(() => {
      const lambda = this.#lambda();
      if (lambda !== undefined) return lambda;
      const value = this.#signed();
      if (value === undefined) return undefined;
      this.space();
      const sign = this.take(/(?:\?\?|[-+*/|&])?=(?![=>])/y);
      if (sign !== undefined) {
        const given = this.expression();
        if (given === undefined) return value;
        return { kind: 'set', to: value, value: given, adds: sign === '+=' };
      }
      if (this.peek(/\?(?![?.[])/y) === undefined) return value;
      this.at += 1;
      const yes = this.expression();
      this.space();
      this.take(/:/y);
      const no = this.expression();
      return yes && no ? { kind: 'choice', options: [yes, no] } : value;
    });
  }

  #signed(): Expr | undefined {
    const first = this.#operand();
    if (first === undefined) return undefined;
    const values = [first];
    const between: string[] = [];
    for (;;) {
      const before = this.at;
      this.space();
      const sign = this.take(signs);
      if (sign === undefined) {
        this.at = before;
        break;
      }
      if (/^(?:as|is|instanceof|switch|with)/.test(sign)) {
        this.space();
        if (/^(?:switch|with)/.test(sign)) this.brackets('{', '}');
        else this.type();
        // `x is Y y` gives the same thing another name.
        this.space();
        continue;
      }
      const next = this.#operand();
      if (next === undefined) break;
      values.push(next);
      between.push(sign);
    }
    if (values.length === 1) return first;
    if (between.every((sign) => sign === '+')) return { kind: 'text', parts: values };
    if (between.every((sign) => sign === '??')) return { kind: 'choice', options: values };
    return open(between.join(' '), values);
  }

  #operand(): Expr | undefined {
    return this.deeper(() => {
      this.space();
      if (this.take(/(?:await|ref|out|in|throw|checked)\b(?!\s*[.;,)])/y) !== undefined) {
        return this.#operand();
      }
      const negative = this.take(/-\s*(?=\d)/y);
      if (negative !== undefined) {
        const value = this.#operand();
        return value?.kind === 'value' ? literal(-Number(value.value)) : value;
      }
      if (this.take(/!|~|\+\+|--|&(?!&)|\*/y) !== undefined) {
        const value = this.#operand();
        return value && open('!', [value]);
      }
      let value = this.#cast() ?? this.#primary();
      while (value !== undefined) {
        const next = this.#suffix(value);
        if (next === undefined) break;
        value = next;
      }
      return value;
    });
  }

  /** `(string)x`: in brackets is a type, and behind them begins a value. */
  #cast(): Expr | undefined {
    const before = this.at;
    if (this.take(/\(/y) === undefined) return undefined;
    this.space();
    if (this.type() !== undefined) {
      this.space();
      if (this.take(/\)\s*(?=[\w"'$@(])(?!(?:is|as|switch|with)\b)/y) !== undefined) {
        const value = this.#operand();
        if (value !== undefined) return value;
      }
    }
    this.at = before;
    return undefined;
  }

  #suffix(of: Expr): Expr | undefined {
    const before = this.at;
    this.space();
    const at = this.at;
    const name = this.take(/(?:\?\.|\.)\s*[A-Za-z_]\w*/y)?.replace(/^\W+/, '');
    if (name !== undefined) return { kind: 'member', of, name };
    if (this.text[this.at] === '(') {
      return { kind: 'call', callee: of, args: this.args(')'), isNew: false, at };
    }
    // `Get<T>(…)`
    if (this.text[this.at] === '<' && this.generics(/\s*\(/y)) {
      return { kind: 'call', callee: of, args: this.args(')'), isNew: false, at };
    }
    if (this.take(/\??\[/y) !== undefined) {
      const key = this.expression();
      this.space();
      this.take(/\]/y);
      return { kind: 'index', of, key };
    }
    if (this.take(/!(?!=)|\+\+|--/y) !== undefined) return of;
    this.at = before;
    return undefined;
  }

  #primary(): Expr | undefined {
    const start = this.at;
    const text = csharpString(this.text, start, (inner) => this.inner(inner));
    if (text !== undefined) {
      if (text.end > this.text.length) this.isCut = true;
      this.at = Math.min(text.end, this.text.length);
      return text.expr;
    }
    const number = this.take(/0x[\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[-+]?\d+)?(?=[lfdmu]*\b)/iy);
    if (number !== undefined) {
      this.take(/[lfdmu]+\b/iy);
      return literal(Number(number.replaceAll('_', '')));
    }
    if (this.take(/\(/y) !== undefined) return this.#bracketed();
    if (this.take(/new\b/y) !== undefined) return this.creation(start);
    if (this.peek(/\[\s*(?:SELECT|FIND)\b/iy) !== undefined) {
      this.brackets('[', ']');
      return open('SOQL');
    }
    if (this.text[this.at] === '[') {
      return { kind: 'list', items: this.args(']').map(({ value }) => value) };
    }
    if (this.take(/(?:typeof|sizeof|default|nameof)\s*(?=\()/y) !== undefined) {
      const [first] = this.args(')');
      return first === undefined ? literal(null) : open('type', [first.value]);
    }
    const name = this.take(word);
    if (name === undefined) return undefined;
    return named(name);
  }

  /** `(x)`, or a tuple. */
  #bracketed(): Expr {
    this.at -= 1;
    const items = this.args(')').map(({ value }) => value);
    const [first] = items;
    return items.length === 1 && first !== undefined ? first : { kind: 'list', items };
  }

  /** Arguments up to a closing bracket, also by name: `a, b: c`, `Name = 'x'` in Apex. */
  protected args(close: ')' | ']'): Argument[] {
    this.at += 1;
    const args: Argument[] = [];
    for (;;) {
      this.space();
      if (this.isEnded()) return args;
      if (this.text[this.at] === close) {
        this.at += 1;
        return args;
      }
      const before = this.at;
      const name = this.take(/[A-Za-z_]\w*\s*(?::(?!:)|=(?![=>]))/y)?.replace(/\s*[:=]$/, '');
      const value = this.expression();
      if (value !== undefined) args.push(name === undefined ? { value } : { name, value });
      this.space();
      this.take(/,/y);
      if (this.at === before) this.at += 1;
    }
  }

  #lambda(): Expr | undefined {
    const before = this.at;
    this.space();
    const head = this.take(/(?:async\s+)?(?:\(([\w\s,<>.?[\]]*)\)|[A-Za-z_]\w*)\s*=>/y);
    if (head === undefined) {
      this.at = before;
      return undefined;
    }
    const names = head
      .replace(/=>$/, '')
      .replace(/^async\s+/, '')
      .split(',');
    const params = names.flatMap((it) => {
      const name = /\b([A-Za-z_]\w*)\W*$/.exec(it)?.[1];
      return name === undefined ? [] : [{ name, preset: undefined }];
    });
    this.space();
    const value = this.text[this.at] === '{' ? undefined : this.expression();
    const body: Step[] = value === undefined ? this.block() : [{ kind: 'return', value }];
    return { kind: 'function', name: undefined, params, body };
  }

  protected inner(text: string): Expr {
    return open(text);
  }
}

function named(name: string): Expr {
  if (name === 'true' || name === 'false') return literal(name === 'true');
  if (name === 'null' || name === 'default') return literal(null);
  return name === 'this' || name === 'base' ? thisObject : { kind: 'name', name };
}
