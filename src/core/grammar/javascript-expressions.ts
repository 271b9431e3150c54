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
import { readQuoted, withoutEscapes } from '../request/quoted.ts';
import { hasMistake } from './read-steps.ts';
import { TreeReader } from './tree.ts';

/** The expressions of JavaScript and TypeScript; statements are read by who extends this. */
export abstract class JavaScriptExpressions extends TreeReader {
  abstract block(node: SyntaxNode): Step[];

  /** `{ a, b: c }` by member and name. */
  protected membersIn(pattern: SyntaxNode): Map<string, string> {
    const members = new Map<string, string>();
    for (const property of pattern.getChildren('PatternProperty')) {
      const member = property.getChild('PropertyName');
      const name = property.getChild('VariableDefinition');
      if (name !== null) members.set(this.words(member ?? name), this.words(name));
    }
    return members;
  }

  protected function(node: SyntaxNode): Fn {
    const name = node.getChild('VariableDefinition') ?? node.getChild('PropertyDefinition');
    const params = node.getChild('ParamList');
    const isBare = params === null && node.name === 'ArrowFunction';
    const body = node.getChild('Block');
    const value = node.getChild('Arrow')?.nextSibling;
    return {
      kind: 'function',
      name: name === null || isBare ? undefined : this.words(name),
      params: isBare && name !== null ? [plainParam(this.words(name))] : this.#params(params),
      body:
        body !== null
          ? this.block(body)
          : value
            ? [{ kind: 'return', value: this.expr(value) }]
            : [],
    };
  }

  #params(list: SyntaxNode | null): Param[] {
    const parts = list === null ? [] : this.parts(list);
    return parts.flatMap((it, place): Param[] => {
      if (!/^(?:VariableDefinition|\w+Pattern)$/.test(it.name)) return [];
      const comma = parts.findIndex(({ name }, at) => at > place && name === ',');
      const own = parts.slice(place, comma < 0 ? parts.length : comma);
      const preset = own.find(({ name }) => name === 'Equals')?.nextSibling;
      const members = this.membersIn(it);
      return [
        {
          name: it.name === 'VariableDefinition' ? this.words(it) : ` parameter ${place}`,
          preset: preset ? this.expr(preset) : undefined,
          ...(members.size > 0 ? { members } : {}),
        },
      ];
    });
  }

  protected expr(node: SyntaxNode): Expr {
    return this.deeper(node, () => this.#exprOf(node));
  }

  #exprOf(node: SyntaxNode): Expr {
    const parts = this.parts(node);
    const words = this.words(node);
    switch (node.name) {
      case 'VariableName':
        return words === 'undefined' ? literal(null) : { kind: 'name', name: words };
      case 'this':
        return thisObject;
      case 'String':
        return literal(readQuoted(this.text, node.from).value);
      case 'Number':
        return literal(Number(words.replaceAll('_', '').replace(/n$/, '')));
      case 'BooleanLiteral':
        return literal(words === 'true');
      case 'null':
        return literal(null);
      case 'TemplateString':
        return this.#template(node);
      case 'ArrayExpression':
        return { kind: 'list', items: this.#args(node).map(({ value }) => value) };
      case 'ObjectExpression':
        return {
          kind: 'table',
          entries: [
            ...node.getChildren('Property').map((it) => this.#entry(it)),
            // The grammar skips members around a mistake, such as a missing comma.
            ...(hasMistake(node) ? [{ key: undefined, value: open('…') }] : []),
          ],
        };
      case 'InstantiationExpression': {
        const [inner] = parts;
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'UnaryExpression': {
        const isNumber = /^-\s*[\d.]+$/.test(words);
        return isNumber
          ? literal(Number(words.replace(/\s/g, '')))
          : open(
              words,
              parts.map((it) => this.expr(it)),
            );
      }
      case 'PrefixCast':
      case 'ParenthesizedExpression':
      case 'SequenceExpression':
      case 'AwaitExpression':
      case 'YieldExpression': {
        const inner = this.named(node).at(-1);
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'ArrowFunction':
      case 'FunctionExpression':
        return this.function(node);
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
      case 'NewExpression': {
        const isNew = node.name === 'NewExpression';
        const callee = parts[isNew ? 1 : 0];
        const list = node.getChild('ArgList');
        const args = list === null ? [] : this.#args(list);
        if (callee === undefined) return open(words);
        return { kind: 'call', callee: this.expr(callee), args, isNew, at: node.from };
      }
      case 'BinaryExpression':
        return this.#binary(node);
      case 'ConditionalExpression': {
        const [, yes, no] = parts.filter(({ name }) => name !== 'LogicOp');
        return yes && no
          ? { kind: 'choice', options: [this.expr(yes), this.expr(no)] }
          : open(words);
      }
      case 'AssignmentExpression': {
        const [to] = parts;
        const value = parts.at(-1);
        if (to === undefined || value === undefined) return open(words);
        const adds = node.getChild('UpdateOp') !== null;
        return { kind: 'set', to: this.expr(to), value: this.expr(value), adds };
      }
      default:
        return open(
          words,
          parts.filter(isExpression).map((it) => this.expr(it)),
        );
    }
  }

  #member(node: SyntaxNode): Expr {
    const parts = this.parts(node);
    const [of] = parts;
    if (of === undefined) return open(this.words(node));
    const name = node.getChild('PropertyName') ?? node.getChild('PrivatePropertyName');
    if (name !== null) return { kind: 'member', of: this.expr(of), name: this.words(name) };
    const key = parts.find((_it, place) => parts[place - 1]?.name === '[');
    return { kind: 'index', of: this.expr(of), key: key && this.expr(key) };
  }

  #binary(node: SyntaxNode): Expr {
    const sides = this.sidesOf(node);
    if (sides === undefined) return open(this.words(node));
    const { left, sign, right } = sides;
    if (sign === '+') return this.joined(node, sign);
    if (sign === 'as' || sign === 'satisfies') return this.expr(left);
    const [first, second] = [this.expr(left), this.expr(right)];
    if (sign === '||' || sign === '??') return { kind: 'choice', options: [first, second] };
    if (sign === '&&') return { kind: 'choice', options: [second, first] };
    return open(this.words(node), [first, second]);
  }

  #args(node: SyntaxNode): Argument[] {
    return this.parts(node).flatMap((it): Argument[] => {
      if (!isExpression(it)) return [];
      const value = this.expr(it);
      return [{ value: it.prevSibling?.name === 'Spread' ? { kind: 'spread', of: value } : value }];
    });
  }

  #entry(node: SyntaxNode): Entry {
    const parts = this.parts(node);
    const [first, second] = parts;
    if (first === undefined) return { key: undefined, value: open('') };
    if (first.name === 'Spread') {
      return { key: undefined, value: second ? this.expr(second) : open('…') };
    }
    const colon = parts.findIndex(({ name }) => name === ':');
    const value = colon < 0 ? undefined : parts[colon + 1];
    const key = first.name === '[' && second !== undefined ? this.expr(second) : this.#key(first);
    if (value !== undefined) return { key, value: this.expr(value) };
    if (node.getChild('ParamList') !== null) return { key, value: this.function(node) };
    const isShort = colon < 0 && first.name === 'PropertyDefinition';
    return { key, value: isShort ? { kind: 'name', name: this.words(first) } : literal(null) };
  }

  #key(node: SyntaxNode): Expr {
    return literal(
      node.name === 'String' ? readQuoted(this.text, node.from).value : this.words(node),
    );
  }

  #template(node: SyntaxNode): Expr {
    const parts: Expr[] = [];
    let at = node.from + 1;
    const text = (end: number) => {
      if (end <= at) return;
      parts.push(literal(withoutEscapes(this.text.slice(at, end))));
    };
    for (const it of node.getChildren('Interpolation')) {
      text(it.from);
      const inner = this.parts(it).find(isExpression);
      parts.push(inner === undefined ? open('') : this.expr(inner));
      at = it.to;
    }
    text(this.text[node.to - 1] === '`' && node.to - 1 >= at ? node.to - 1 : node.to);
    return { kind: 'text', parts };
  }
}

function plainParam(name: string): Param {
  return { name, preset: undefined };
}

export function isExpression({ name }: SyntaxNode): boolean {
  return (
    /(?:Expression|Function|^String|^TemplateString|^Number|^VariableName|^BooleanLiteral|^RegExp)$/.test(
      name,
    ) ||
    name === 'null' ||
    name === 'this' ||
    name === 'super'
  );
}
