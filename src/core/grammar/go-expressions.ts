import type { SyntaxNode } from '@lezer/common';
import {
  callOf,
  type Entry,
  type Expr,
  type Fn,
  literal,
  open,
  type Param,
  type Step,
} from '../code/syntax.ts';
import { withoutEscapes } from '../request/quoted.ts';
import { TreeReader } from './tree.ts';

/** The expressions of Go; statements are read by who extends this. */
export abstract class GoExpressions extends TreeReader {
  abstract block(node: SyntaxNode): Step[];
  /** Reads an expression that stands alone. */
  protected abstract alone(text: string): Expr;

  protected expr(node: SyntaxNode): Expr {
    return this.deeper(node, () => this.#exprOf(node));
  }

  #exprOf(node: SyntaxNode): Expr {
    const words = this.words(node);
    switch (node.name) {
      case 'VariableName':
      case 'TypeName':
        return words === 'true' || words === 'false'
          ? literal(words === 'true')
          : { kind: 'name', name: words };
      case 'Bool':
        return literal(words === 'true');
      case 'Nil':
        return literal(null);
      case 'String':
      case 'Rune':
        return literal(goText(words));
      case 'Number':
        return literal(Number(words.replaceAll('_', '')));
      case 'ParenthesizedExpr':
      case 'TypeAssertion': {
        const [inner] = this.named(node);
        return inner === undefined ? open(words) : this.expr(inner);
      }
      case 'UnaryExp': {
        const value = this.parts(node).at(-1);
        if (value === undefined) return open(words);
        return /^-\s*[\d.]+$/.test(words)
          ? literal(Number(words.replaceAll(/\s/g, '')))
          : /^[&*]/.test(words)
            ? this.expr(value)
            : open(words, [this.expr(value)]);
      }
      case 'Conversion': {
        const value = this.named(node).at(-1);
        return value === undefined ? open(words) : this.expr(value);
      }
      case 'SelectorExpr':
      case 'QualifiedType': {
        const [of, name] = this.named(node);
        return of && name
          ? { kind: 'member', of: this.expr(of), name: this.words(name) }
          : open(words);
      }
      case 'IndexExpr': {
        const [of, key] = this.named(node);
        return of && key ? { kind: 'index', of: this.expr(of), key: this.expr(key) } : open(words);
      }
      case 'CallExpr':
        return this.#call(node);
      case 'TypedLiteral':
        return this.#typed(node);
      case 'LiteralValue':
        return this.#literal(node, '', new Map());
      case 'FunctionLiteral':
        return this.function(node);
      case 'BinaryExp':
        return this.#binary(node);
      default:
        return this.unknown(node);
    }
  }

  #call(node: SyntaxNode): Expr {
    const [callee] = this.parts(node);
    const list = node.getChild('Arguments');
    const args = list === null ? [] : this.named(list);
    if (callee === undefined) return open(this.words(node));
    const makes = /^(?:make|new)$/.test(this.words(callee));
    const [type] = args;
    if (makes && type !== undefined) return this.zero(type);
    return {
      kind: 'call',
      callee: this.expr(callee),
      args: args.map((it) => ({
        value:
          it.nextSibling?.name === '...' ? { kind: 'spread', of: this.expr(it) } : this.expr(it),
      })),
      isNew: false,
      at: node.from,
    };
  }

  /** What a type has before anything is put in. */
  protected zero(type: SyntaxNode): Expr {
    if (/^(?:Slice|Array)Type$/.test(type.name)) return { kind: 'list', items: [] };
    if (/^(?:bytes\.Buffer|strings\.Builder)$/.test(this.words(type))) {
      return { ...callOf('StringBuilder', [], type.from), isNew: true };
    }
    return { kind: 'table', entries: [], tag: this.#tagOf(type) };
  }

  #tagOf(type: SyntaxNode): string {
    return type.name === 'MapType' ? 'map' : this.words(type).replace(/^\*/, '').slice(0, 100);
  }

  #typed(node: SyntaxNode): Expr {
    const [type] = this.parts(node);
    const value = node.getChild('LiteralValue');
    if (type === undefined || value === null) return open(this.words(node));
    if (type.name === 'StructType') return this.#literal(value, '', this.jsonNames(type));
    if (/^(?:Slice|Array)Type$/.test(type.name)) {
      const items = value.getChildren('Element').flatMap((it) => this.named(it).slice(-1));
      return { kind: 'list', items: items.map((it) => this.#element(it)) };
    }
    return this.#literal(value, this.#tagOf(type), new Map());
  }

  /**
   * In the elements of a literal the grammar takes `"a" + b.c` for `("a" + b).c`, so that such an
   * element is read once more by itself.
   */
  #element(node: SyntaxNode): Expr {
    let first = node;
    while (/^(?:Selector|Call|Index)Expr$/.test(first.name) && first.firstChild !== null) {
      first = first.firstChild;
    }
    const isWrong = first !== node && first.name === 'BinaryExp';
    return isWrong ? this.alone(this.words(node)) : this.expr(node);
  }

  /** `{a: b}` is a table, `{a, b}` a list. */
  #literal(node: SyntaxNode, tag: string, json: ReadonlyMap<string, string>): Expr {
    const elements = node.getChildren('Element');
    if (elements.length > 0 && elements.every((it) => it.getChild('Key') === null)) {
      return {
        kind: 'list',
        items: elements.flatMap((it) => this.named(it).map((own) => this.#element(own))),
      };
    }
    const entries = elements.flatMap((it): Entry[] => {
      const key = it.getChild('Key');
      const value = this.named(it).at(-1);
      if (key === null || value === undefined || value.name === 'Key') return [];
      const [name] = this.named(key);
      if (name === undefined) return [];
      const isField = name.name === 'VariableName' && !/^map/.test(tag);
      const own = this.words(name);
      return [
        {
          key: isField ? literal(json.get(own) ?? own) : this.expr(name),
          value: this.#element(value),
        },
      ];
    });
    return { kind: 'table', entries, tag };
  }

  /** What JSON calls the fields of a struct, by their tags: `` `json:"flowId,omitempty"` ``. */
  protected jsonNames(struct: SyntaxNode): Map<string, string> {
    const body = struct.getChild('StructBody');
    const fields = body === null ? [] : body.getChildren('FieldDecl');
    return new Map(
      fields.flatMap((it): [string, string][] => {
        const name = it.getChild('FieldName');
        const tag = it.getChild('String');
        const [, json] = /json:"([^",]+)/.exec(tag === null ? '' : this.words(tag)) ?? [];
        return name !== null && json !== undefined ? [[this.words(name), json]] : [];
      }),
    );
  }

  #binary(node: SyntaxNode): Expr {
    const sides = this.sidesOf(node);
    if (sides === undefined) return open(this.words(node));
    const { left, sign, right } = sides;
    if (sign === '+') return this.joined(node, sign);
    return open(this.words(node), [this.expr(left), this.expr(right)]);
  }

  protected function(node: SyntaxNode): Fn {
    const lists = node.getChildren('Parameters');
    const isMethod = node.name === 'MethodDecl';
    const name = node.getChild('DefName') ?? node.getChild('FieldName');
    const params = lists[isMethod ? 1 : 0];
    const body = node.getChild('Block');
    return {
      kind: 'function',
      name: name === null ? undefined : this.words(name),
      params: params === undefined ? [] : this.#params(params),
      body: body === null ? [] : this.block(body),
    };
  }

  #params(list: SyntaxNode): Param[] {
    return list
      .getChildren('Parameter')
      .flatMap((it) => it.getChildren('DefName'))
      .map((it) => ({ name: this.words(it), preset: undefined }));
  }
}

/** Between grave accents nothing is escaped. */
function goText(words: string): string {
  const inside = words.slice(1, words.length > 1 && words.at(-1) === words[0] ? -1 : undefined);
  return words.startsWith('`') ? inside : withoutEscapes(inside);
}
