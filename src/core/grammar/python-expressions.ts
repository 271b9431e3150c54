import type { SyntaxNode } from '@lezer/common';
import {
  type Argument,
  callOf,
  type Entry,
  type Expr,
  type Fn,
  literal,
  open,
  type Param,
  type Step,
  thisObject,
} from '../code/syntax.ts';
import { pythonString } from './python-strings.ts';
import { TreeReader } from './tree.ts';

/** The expressions of Python; statements are read by who extends this. */
export abstract class PythonExpressions extends TreeReader {
  abstract block(node: SyntaxNode): Step[];

  protected expr(node: SyntaxNode): Expr {
    return this.deeper(node, () => this.#exprOf(node));
  }

  #exprOf(node: SyntaxNode): Expr {
    const words = this.words(node);
    switch (node.name) {
      case 'VariableName':
        return words === 'self' || words === 'cls' ? thisObject : { kind: 'name', name: words };
      case 'self':
        return thisObject;
      case 'String':
        return literal(this.#text(node));
      case 'FormatString':
        return this.#format(node);
      case 'ContinuedString':
        return { kind: 'text', parts: this.named(node).map((it) => this.expr(it)) };
      case 'Number':
        return literal(Number(words.replaceAll('_', '')));
      case 'Boolean':
        return literal(words === 'True');
      case 'None':
        return literal(null);
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return { kind: 'list', items: this.args(node).map(({ value }) => value) };
      case 'DictionaryExpression':
        return { kind: 'table', entries: this.#entries(node) };
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
      case 'YieldExpression': {
        const inner = this.named(node).at(-1);
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'NamedExpression': {
        const [to, value] = this.named(node).filter(({ name }) => name !== 'AssignOp');
        if (to === undefined || value === undefined) return open(words);
        return { kind: 'set', to: this.expr(to), value: this.expr(value) };
      }
      case 'LambdaExpression': {
        const value = this.parts(node).at(-1);
        const body: Step[] = value ? [{ kind: 'return', value: this.expr(value) }] : [];
        return {
          kind: 'function',
          name: undefined,
          params: this.params(node.getChild('ParamList')),
          body,
        };
      }
      case 'ConditionalExpression': {
        const [yes, , no] = this.named(node);
        return yes && no
          ? { kind: 'choice', options: [this.expr(yes), this.expr(no)] }
          : open(words);
      }
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
        return this.#call(node);
      case 'BinaryExpression':
        return this.#binary(node);
      case 'UnaryExpression':
        return this.#unary(node);
      default:
        return open(
          words,
          this.named(node).map((it) => this.expr(it)),
        );
    }
  }

  #text(node: SyntaxNode): string {
    const { start, end, read } = pythonString(this.text, node.from, node.to);
    return read(this.text.slice(start, end));
  }

  #format(node: SyntaxNode): Expr {
    const { start, end, read } = pythonString(this.text, node.from, node.to);
    const parts: Expr[] = [];
    let at = start;
    for (const it of node.getChildren('FormatReplacement')) {
      if (it.from > at) parts.push(literal(read(this.text.slice(at, it.from))));
      const [inner] = this.named(it).filter(({ name }) => !name.startsWith('Format'));
      parts.push(inner === undefined ? open('') : this.expr(inner));
      at = it.to;
    }
    if (end > at) parts.push(literal(read(this.text.slice(at, end))));
    return { kind: 'text', parts };
  }

  #entries(node: SyntaxNode): Entry[] {
    const parts = this.parts(node);
    return parts.flatMap((it, place): Entry[] => {
      if (it.name === '**' && parts[place + 1] !== undefined) {
        return [{ key: undefined, value: this.expr(parts[place + 1] ?? it) }];
      }
      if (it.name !== ':') return [];
      const [key, value] = [parts[place - 1], parts[place + 1]];
      return key && value && this.isValue(value)
        ? [{ key: this.expr(key), value: this.expr(value) }]
        : [];
    });
  }

  protected isValue(node: SyntaxNode): boolean {
    return /^[A-Z]/.test(node.name) && !/Op$|^TypeDef$|^ParamList$|^Body$/.test(node.name);
  }

  #member(node: SyntaxNode): Expr {
    const parts = this.parts(node);
    const [of] = parts;
    if (of === undefined) return open(this.words(node));
    const name = node.getChild('PropertyName');
    if (name !== null) return { kind: 'member', of: this.expr(of), name: this.words(name) };
    const key = parts.find((_it, place) => parts[place - 1]?.name === '[');
    const isSlice = parts.some((it) => it.name === ':');
    return isSlice || key === undefined
      ? open(this.words(node), [this.expr(of)])
      : { kind: 'index', of: this.expr(of), key: this.expr(key) };
  }

  #call(node: SyntaxNode): Expr {
    const [callee] = this.parts(node);
    const list = node.getChild('ArgList');
    if (callee === undefined) return open(this.words(node));
    const name = /(\w+)$/.exec(this.words(callee))?.[1] ?? '';
    return {
      kind: 'call',
      callee: this.expr(callee),
      args: list === null ? [] : this.args(list),
      // Classes are called like functions; only their names tell them apart.
      isNew: /^[A-Z]\w*[a-z]/.test(name),
      at: node.from,
    };
  }

  /** Arguments, also by name, and the items of lists: `a, *b, c=d, **e`. */
  protected args(node: SyntaxNode): Argument[] {
    const parts = this.parts(node);
    return parts.flatMap((it, place): Argument[] => {
      const before = parts[place - 1];
      const isName = parts[place + 1]?.name === 'AssignOp';
      if (!this.isValue(it) || isName) return [];
      const value = this.expr(it);
      if (before?.name === '*' || before?.name === '**') {
        return [{ value: { kind: 'spread', of: value } }];
      }
      const name = before?.name === 'AssignOp' ? parts[place - 2] : undefined;
      return [name === undefined ? { value } : { name: this.words(name), value }];
    });
  }

  #binary(node: SyntaxNode): Expr {
    const sides = this.sidesOf(node);
    if (sides === undefined) return open(this.words(node));
    const { left, sign, right } = sides;
    if (sign === '+') return this.joined(node, sign);
    const first = this.expr(left);
    if (sign === '%') {
      const args: Argument[] =
        right.name === 'TupleExpression'
          ? this.args(right)
          : right.name === 'DictionaryExpression'
            ? [{ value: { kind: 'spread', of: this.expr(right) } }]
            : [{ value: this.expr(right) }];
      const callee: Expr = { kind: 'member', of: first, name: '%' };
      return { kind: 'call', callee, args, isNew: false, at: node.from };
    }
    const second = this.expr(right);
    if (sign === '|') return callOf('Object.assign', [first, second], node.from);
    if (sign === 'or') return { kind: 'choice', options: [first, second] };
    if (sign === 'and') return { kind: 'choice', options: [second, first] };
    return open(this.words(node), [first, second]);
  }

  #unary(node: SyntaxNode): Expr {
    const value = this.parts(node).at(-1);
    const words = this.words(node);
    if (value?.name === 'Number') return literal(Number(words.replaceAll(/[_\s]/g, '')));
    return open(words, value === undefined ? [] : [this.expr(value)]);
  }

  protected function(node: SyntaxNode): Fn {
    const name = node.getChild('VariableName');
    const body = node.getChild('Body');
    return {
      kind: 'function',
      name: name === null ? undefined : this.words(name),
      params: this.params(node.getChild('ParamList')),
      body: body === null ? [] : this.block(body),
    };
  }

  protected params(list: SyntaxNode | null): Param[] {
    const parts = list === null ? [] : this.parts(list);
    return parts.flatMap((it, place): Param[] => {
      const before = parts[place - 1]?.name;
      const isName = it.name === 'VariableName' && before !== 'AssignOp';
      if (!isName || /^(?:self|cls)$/.test(this.words(it))) return [];
      const end = parts.findIndex(({ name }, at) => at > place && name === ',');
      const own = parts.slice(place, end < 0 ? parts.length : end);
      const preset = own[own.findIndex(({ name }) => name === 'AssignOp') + 1];
      const hasPreset = own.some(({ name }) => name === 'AssignOp') && preset !== undefined;
      const takesRest = before === '**';
      return [
        { name: this.words(it), preset: hasPreset ? this.expr(preset) : undefined, takesRest },
      ];
    });
  }
}
