import { type Call, type Entry, type Expr, literal, made, type Step } from '../code/syntax.ts';
import { anonymous } from '../code/value.ts';
import { CSharpExpressions } from './csharp-expressions.ts';

/** New objects of C# and Apex, with what is put into them at once. */
export abstract class CSharpCreation extends CSharpExpressions {
  /** The type that is declared where `new()` stands. */
  protected declared: string | undefined;

  /** What stands behind `new`: `T(…) { … }`, `T { … }`, `{ … }`, `[] { … }`, `() { … }`. */
  protected override creation(at: number): Expr {
    this.space();
    const isArray = this.take(/\[[^\]]*\]/y) !== undefined;
    const type = isArray ? undefined : this.type();
    this.space();
    const isSized = type !== undefined && this.take(/\[[^\]]*\]/y) !== undefined;
    this.space();
    const args = this.text[this.at] === '(' ? this.args(')') : [];
    this.space();
    const items = this.text[this.at] === '{' ? this.#items() : undefined;
    if (isArray || isSized || type?.endsWith(']')) return listOf(items ?? []);
    // `Authorization = new("Bearer", token)` leaves its type to what it is given to.
    const name = type ?? this.declared ?? (args.length > 0 ? 'Created' : undefined);
    if (name === undefined) {
      return { kind: 'table', tag: anonymous, entries: (items ?? []).flatMap(entryOf) };
    }
    if (type !== undefined && /^(?:List|Set)</.test(type) && items !== undefined)
      return listOf(items);
    const call: Call = { kind: 'call', callee: pathOf(name), args, isNew: true, at };
    return items === undefined ? call : { ...call, begin: items.map(stepOf) };
  }

  /** `Name = x`, `["key"] = x`, `{ "key", x }`, `'key' => x` of Apex, `x`. */
  #items(): Item[] {
    this.at += 1;
    const items: Item[] = [];
    for (;;) {
      this.space();
      if (this.isEnded()) return items;
      if (this.take(/\}/y) !== undefined) return items;
      const before = this.at;
      const item = this.#item();
      if (item !== undefined) items.push(item);
      this.space();
      this.take(/[,;]/y);
      if (this.at === before) this.at += 1;
    }
  }

  #item(): Item | undefined {
    if (this.text[this.at] === '{') {
      const [key, value] = this.#items();
      return key === undefined || value === undefined
        ? undefined
        : { key: key.value, isIndex: true, value: value.value };
    }
    const name = this.take(/[A-Za-z_]\w*\s*=(?![=>])/y)?.replace(/\s*=$/, '');
    if (name !== undefined) return this.#valued(literal(name), false);
    if (this.take(/\[/y) !== undefined) {
      const key = this.expression();
      this.space();
      this.take(/\]\s*=/y);
      return key && this.#valued(key, true);
    }
    const value = this.expression();
    this.space();
    if (value !== undefined && this.take(/=>/y) !== undefined) return this.#valued(value, true);
    return value && { key: undefined, isIndex: false, value };
  }

  #valued(key: Expr, isIndex: boolean): Item | undefined {
    this.space();
    // `Headers = { { "a", "b" } }` adds to what is there already.
    if (this.text[this.at] === '{') {
      return { key, isIndex, value: { kind: 'table', entries: this.#items().flatMap(entryOf) } };
    }
    const before = this.declared;
    this.declared = undefined;
    const value = this.expression();
    this.declared = before;
    return value && { key, isIndex, value };
  }
}

interface Item {
  /** `undefined` for an item of a list. */
  readonly key: Expr | undefined;
  readonly isIndex: boolean;
  readonly value: Expr;
}

function listOf(items: readonly Item[]): Expr {
  return { kind: 'list', items: items.map(({ value }) => value) };
}

/** An entry of an object without a type; `{ a.B }` is called B. */
function entryOf({ key, value }: Item): Entry[] {
  if (key !== undefined) return [{ key, value }];
  if (value.kind === 'name' || value.kind === 'member')
    return [{ key: literal(value.name), value }];
  return [];
}

function stepOf({ key, isIndex, value }: Item): Step {
  if (key === undefined) {
    const callee: Expr = { kind: 'member', of: made, name: 'Add' };
    return { kind: 'do', value: { kind: 'call', callee, args: [{ value }], isNew: false, at: 0 } };
  }
  const to: Expr =
    !isIndex && key.kind === 'value'
      ? { kind: 'member', of: made, name: String(key.value) }
      : { kind: 'index', of: made, key };
  return { kind: 'do', value: { kind: 'set', to, value } };
}

/** The way to a class, without what it is generic over. */
function pathOf(type: string): Expr {
  const [first = '', ...more] = type
    .replace(/[<?[].*$/s, '')
    .replace(/\s/g, '')
    .split('.');
  return more.reduce<Expr>((of, name) => ({ kind: 'member', of, name }), {
    kind: 'name',
    name: first,
  });
}
