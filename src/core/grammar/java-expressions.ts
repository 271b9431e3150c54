import type { SyntaxNode } from '@lezer/common';
import {
  type Argument,
  type Expr,
  type Fn,
  literal,
  made,
  open,
  type Param,
  type Step,
  thisObject,
} from '../code/syntax.ts';
import { withoutEscapes } from '../request/quoted.ts';
import { TreeReader } from './tree.ts';

/** The expressions of Java; statements are read by who extends this. */
export abstract class JavaExpressions extends TreeReader {
  /** Whether this is in a block that begins a new object: `new HashMap<>() {{ put("a", 1); }}`. */
  #isBeginning = false;

  abstract block(node: SyntaxNode): Step[];

  protected expr(node: SyntaxNode): Expr {
    return this.deeper(node, () => this.#exprOf(node));
  }

  #exprOf(node: SyntaxNode): Expr {
    const words = this.words(node);
    switch (node.name) {
      case 'Identifier':
      case 'TypeName':
        return { kind: 'name', name: words };
      case 'ScopedTypeName':
      case 'ScopedIdentifier':
        return pathOf(words);
      case 'GenericType': {
        const [type] = this.named(node);
        return type === undefined ? open(words) : this.expr(type);
      }
      case 'this':
      case 'super':
        return thisObject;
      case 'StringLiteral':
      case 'CharacterLiteral':
        return literal(withoutEscapes(words.slice(1, /["']$/.test(words) ? -1 : undefined)));
      case 'TextBlock':
        return literal(withoutEscapes(textBlock(words)));
      case 'IntegerLiteral':
      case 'FloatingPointLiteral':
        return literal(Number(words.replaceAll('_', '').replace(/[lfd]$/i, '')));
      case 'BooleanLiteral':
        return literal(words === 'true');
      case 'null':
        return literal(null);
      case 'ParenthesizedExpression': {
        const [inner] = this.named(node);
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'CastExpression': {
        const value = this.named(node).at(-1);
        return value === undefined ? open(words) : this.expr(value);
      }
      case 'ArrayInitializer':
        return { kind: 'list', items: this.named(node).map((it) => this.expr(it)) };
      case 'ArrayCreationExpression': {
        const items = node.getChild('ArrayInitializer');
        return items === null ? open(words) : this.expr(items);
      }
      case 'FieldAccess': {
        const [of, name] = this.named(node);
        return of && name
          ? { kind: 'member', of: this.expr(of), name: this.words(name) }
          : open(words);
      }
      case 'ArrayAccess': {
        const [of, key] = this.named(node);
        return of ? { kind: 'index', of: this.expr(of), key: key && this.expr(key) } : open(words);
      }
      case 'MethodInvocation':
        return this.#invocation(node);
      case 'ObjectCreationExpression':
        return this.#creation(node);
      case 'LambdaExpression':
        return this.#lambda(node);
      case 'TernaryExpression': {
        const [, yes, no] = this.named(node).filter(({ name }) => name !== 'LogicOp');
        return yes && no
          ? { kind: 'choice', options: [this.expr(yes), this.expr(no)] }
          : open(words);
      }
      case 'AssignmentExpression': {
        const [to, operator, value] = this.parts(node);
        if (to === undefined || operator === undefined || value === undefined) return open(words);
        const adds = this.words(operator) === '+=';
        return { kind: 'set', to: this.expr(to), value: this.expr(value), adds };
      }
      case 'BinaryExpression':
        return this.#binary(node);
      default:
        return this.unknown(node);
    }
  }

  #invocation(node: SyntaxNode): Expr {
    const [first] = this.parts(node);
    const name = node.getChild('MethodName');
    const list = node.getChild('ArgumentList');
    if (first === undefined || name === null) return open(this.words(node));
    const isBare = first.name === 'MethodName';
    const method = this.words(name);
    const callee: Expr = !isBare
      ? { kind: 'member', of: this.expr(first), name: method }
      : this.#isBeginning
        ? { kind: 'member', of: made, name: method }
        : { kind: 'name', name: method };
    return { kind: 'call', callee, args: this.args(list), isNew: false, at: node.from };
  }

  #creation(node: SyntaxNode): Expr {
    const parts = this.named(node);
    const type = parts.find(({ name }) => /Type(?:Name)?$/.test(name));
    if (type === undefined) return open(this.words(node));
    const body = node.getChild('ClassBody');
    return {
      kind: 'call',
      callee: this.expr(type),
      args: this.args(node.getChild('ArgumentList')),
      isNew: true,
      at: node.from,
      ...(body === null ? {} : { begin: this.#beginning(body) }),
    };
  }

  #beginning(body: SyntaxNode): Step[] {
    const before = this.#isBeginning;
    this.#isBeginning = true;
    const steps = body.getChildren('Block').flatMap((it) => this.block(it));
    this.#isBeginning = before;
    return steps;
  }

  #lambda(node: SyntaxNode): Fn {
    const body = this.parts(node).at(-1);
    const list = node.getChild('InferredParameters') ?? node.getChild('FormalParameters');
    const single = node.getChild('Definition');
    const isBlock = body?.name === 'Block';
    return {
      kind: 'function',
      name: undefined,
      params: single === null ? this.params(list) : [plain(this.words(single))],
      body:
        body === undefined
          ? []
          : isBlock
            ? this.block(body)
            : [{ kind: 'return', value: this.expr(body) }],
    };
  }

  protected params(list: SyntaxNode | null): Param[] {
    const names = list === null ? [] : this.parts(list);
    return names.flatMap((it): Param[] => {
      const name = it.name === 'Definition' ? it : it.getChild('Definition');
      return name === null ? [] : [plain(this.words(name))];
    });
  }

  #binary(node: SyntaxNode): Expr {
    const sides = this.sidesOf(node);
    if (sides === undefined) return open(this.words(node));
    const { left, sign, right } = sides;
    if (sign === '+') return this.joined(node, sign);
    return open(this.words(node), [this.expr(left), this.expr(right)]);
  }

  protected args(list: SyntaxNode | null): Argument[] {
    const parts = list === null ? [] : this.named(list);
    return parts.map((it) => ({ value: this.expr(it) }));
  }
}

function plain(name: string): Param {
  return { name, preset: undefined };
}

/** `a.b.C` as the way to it. */
function pathOf(words: string): Expr {
  const [first = '', ...more] = words.replace(/\s/g, '').split('.');
  return more.reduce<Expr>((of, name) => ({ kind: 'member', of, name }), {
    kind: 'name',
    name: first,
  });
}

/** The lines of a text block without the indentation that they share. */
function textBlock(words: string): string {
  const inside = words.replace(/^"""[^\n]*\n?/, '').replace(/"""$/, '');
  const lines = inside.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines
    .map((line) => line.slice(Math.min(shared, line.length)))
    .join('\n')
    .trimEnd();
}
