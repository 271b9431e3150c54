import type { SyntaxNode } from '@lezer/common';
import {
  type Argument,
  type Entry,
  type Expr,
  type Fn,
  literal,
  open,
  type Param,
  type Step,
  thisObject,
} from '../code/syntax.ts';
import { phpArray } from '../code/value.ts';
import { withoutEscapes } from '../request/quoted.ts';
import { handleCall } from './php-handle.ts';
import { heredocString, singleQuoted } from './php-strings.ts';
import { TreeReader } from './tree.ts';

/** The expressions of PHP; statements are read by who extends this. */
export abstract class PhpExpressions extends TreeReader {
  abstract block(node: SyntaxNode): Step[];
  /** Reads PHP that is written within a text. */
  protected abstract within(text: string): Expr;

  protected expr(node: SyntaxNode): Expr {
    return this.deeper(node, () => this.#exprOf(node));
  }

  #exprOf(node: SyntaxNode): Expr {
    const words = this.words(node);
    switch (node.name) {
      case 'VariableName':
        return words === '$this' ? thisObject : { kind: 'name', name: words.replace(/^\$+/, '') };
      case 'Name':
      case 'ClassMemberName':
        return /^(?:self|static|parent)$/i.test(words) ? thisObject : { kind: 'name', name: words };
      case 'QualifiedName':
        return { kind: 'name', name: words.split('\\').at(-1) ?? words };
      case 'String':
        return this.#string(node);
      case 'HeredocString':
        return this.within(heredocString(words));
      case 'Integer':
      case 'Float':
        return literal(Number(words.replaceAll('_', '')));
      case 'Boolean':
        return literal(/^true$/i.test(words));
      case 'null':
        return literal(null);
      case 'ArrayExpression':
      case 'ListExpression':
        return this.#array(node);
      case 'ParenthesizedExpression':
      case 'CastExpression':
      case 'CloneExpression':
      case 'PrintIntrinsic': {
        const inner = this.named(node).at(-1);
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'MemberExpression':
      case 'ScopedExpression': {
        const [of, name] = this.named(node);
        if (of === undefined || name === undefined) return open(words);
        const member = this.words(name).replace(/^\$/, '');
        return { kind: 'member', of: this.expr(of), name: member };
      }
      case 'SubscriptExpression': {
        const [of, key] = this.named(node);
        return of ? { kind: 'index', of: this.expr(of), key: key && this.key(key) } : open(words);
      }
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node);
      case 'FunctionExpression':
      case 'ArrowFunction':
        return this.function(node);
      case 'ConditionalExpression': {
        const [condition, ...options] = this.named(node).filter(({ name }) => name !== 'LogicOp');
        const all = (options.length > 1 || !condition ? options : [condition, ...options]).map(
          (it) => this.expr(it),
        );
        return all.length === 0 ? open(words) : { kind: 'choice', options: all };
      }
      case 'AssignmentExpression':
      case 'UpdateExpression': {
        const [to, operator] = this.parts(node);
        const value = this.parts(node).at(-1);
        if (to === undefined || value === undefined || value === operator) return open(words);
        const adds = node.name === 'UpdateExpression' && /^[.+]=$/.test(this.words(operator ?? to));
        // A function sees only its own names.
        const declares = true;
        return { kind: 'set', to: this.expr(to), value: this.expr(value), adds, declares };
      }
      case 'UnaryExpression': {
        const value = this.named(node).at(-1);
        if (/^-\s*[\d.]+$/.test(words)) return literal(Number(words.replaceAll(/\s/g, '')));
        if (value === undefined) return open(words);
        return words.startsWith('@') ? this.expr(value) : open(words, [this.expr(value)]);
      }
      case 'BinaryExpression':
        return this.#binary(node);
      default:
        return this.unknown(node);
    }
  }

  /** The key of an entry: constants such as CURLOPT_URL stand for themselves. */
  protected key(node: SyntaxNode): Expr {
    return node.name === 'Name' ? literal(this.words(node)) : this.expr(node);
  }

  #string(node: SyntaxNode): Expr {
    const quote = this.text[node.from] ?? '"';
    const isClosed = node.to - node.from > 1 && this.text[node.to - 1] === quote;
    const end = isClosed ? node.to - 1 : node.to;
    if (quote === "'") return literal(singleQuoted(this.text.slice(node.from + 1, end)));
    const parts: Expr[] = [];
    let at = node.from + 1;
    const add = (to: number) => {
      if (to > at) parts.push(literal(withoutEscapes(this.text.slice(at, to))));
    };
    for (const it of this.parts(node)) {
      if (it.name === 'EscapeSequence') continue;
      add(it.from);
      const inner = it.name === 'Interpolation' ? this.named(it).at(0) : it;
      parts.push(inner === undefined ? open(this.words(it)) : this.expr(inner));
      at = it.to;
    }
    add(end);
    return parts.length === 0 ? literal('') : { kind: 'text', parts };
  }

  #array(node: SyntaxNode): Expr {
    const items = this.parts(node.getChild('ValueList') ?? node).filter(
      ({ name }) => /^[A-Z]/.test(name) || name === 'null',
    );
    if (
      items.length > 0 &&
      items.every(({ name }) => name !== 'Pair' && name !== 'VariadicUnpacking')
    ) {
      return { kind: 'list', items: items.map((it) => this.expr(it)) };
    }
    const entries = items.map((it, place): Entry => {
      const [first, second] = this.named(it);
      if (it.name === 'VariadicUnpacking' && first !== undefined) {
        return { key: undefined, value: this.expr(first) };
      }
      if (it.name !== 'Pair' || first === undefined)
        return { key: literal(place), value: this.expr(it) };
      return {
        key: this.key(first),
        value: second === undefined ? literal(null) : this.expr(second),
      };
    });
    return { kind: 'table', entries, tag: phpArray };
  }

  #call(node: SyntaxNode): Expr {
    const isNew = node.name === 'NewExpression';
    const callee = this.named(node).find(({ name }) => name !== 'ArgList');
    const list = node.getChild('ArgList');
    const args = list === null ? [] : this.#args(list);
    if (callee === undefined) return open(this.words(node));
    const call: Expr = { kind: 'call', callee: this.expr(callee), args, isNew, at: node.from };
    const option = list === null ? undefined : this.named(list)[1];
    if (isNew || option === undefined) return call;
    const named = { words: this.words(option), at: option.from };
    return handleCall(this.words(callee), named, args) ?? call;
  }

  #args(list: SyntaxNode): Argument[] {
    return this.named(list).map((it): Argument => {
      const inner = this.named(it);
      if (it.name === 'NamedArgument' && inner[0] !== undefined && inner[1] !== undefined) {
        return { name: this.words(inner[0]), value: this.expr(inner[1]) };
      }
      if (it.name === 'VariadicUnpacking' && inner[0] !== undefined) {
        return { value: { kind: 'spread', of: this.expr(inner[0]) } };
      }
      return { value: this.expr(it) };
    });
  }

  #binary(node: SyntaxNode): Expr {
    const sides = this.sidesOf(node);
    if (sides === undefined) return open(this.words(node));
    const { left, sign, right } = sides;
    if (sign === '.') return this.joined(node, sign);
    const options = [this.expr(left), this.expr(right)];
    return sign === '??' || sign === '||'
      ? { kind: 'choice', options }
      : open(this.words(node), options);
  }

  protected function(node: SyntaxNode): Fn {
    const name = node.getChild('Name');
    const body = node.getChild('Block');
    const value = node.name === 'ArrowFunction' ? this.parts(node).at(-1) : undefined;
    return {
      kind: 'function',
      name: name === null ? undefined : this.words(name),
      params: this.params(node.getChild('ParamList')),
      body:
        body !== null
          ? this.block(body)
          : value
            ? [{ kind: 'return', value: this.expr(value) }]
            : [],
    };
  }

  protected params(list: SyntaxNode | null): Param[] {
    const parts = list === null ? [] : this.named(list);
    return parts.flatMap((it): Param[] => {
      const name = it.getChild('VariableName');
      const preset = it.getChild('AssignOp')?.nextSibling;
      return name === null
        ? []
        : [{ name: this.words(name).slice(1), preset: preset ? this.expr(preset) : undefined }];
    });
  }
}
