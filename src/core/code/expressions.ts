import { added, firstKnown, joined, longestText, mostItems, nameOf, pathOf } from './combined.ts';
import { type Known, known } from './known-calls.ts';
import { method } from './methods.ts';
import { homeOf, isOpen, itemOf, lookUp, memberOf } from './scope.ts';
import type { Argument, Call, Expr, Fn, Step } from './syntax.ts';
import { isMade, keyOf, type Made, type Scope, Table, Thing, textOf, type Value } from './value.ts';

/** A call that a text makes, with what its arguments stand for. */
export interface SeenCall {
  /** What is called, by its way into the text: `axios.post`, `XMLHttpRequest().send`. */
  readonly path: string;
  /** What it is called on; `undefined` for a function. */
  readonly self: Value | undefined;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly result: Value;
  readonly at: number;
  /** Whether the text itself defines what is called. */
  readonly isOwn: boolean;
  /** Whether the function that the call stands in is called nowhere, so that its arguments are unknown. */
  readonly isGuess: boolean;
}

const mostSteps = 60_000;
const mostCalls = 5_000;
const deepestValue = 150;

/** What expressions stand for; functions of the text are followed by who extends this. */
export abstract class Expressions {
  protected readonly calls: SeenCall[] = [];
  protected readonly globals: Scope = { names: new Map(), outer: undefined };
  /** Classes of the text, each as the one object that stands for all of its kind. */
  protected readonly kinds = new Map<string, Thing>();
  protected readonly jsonNames = new Map<string, ReadonlyMap<string, string>>();
  protected readonly followed = new Set<Fn>();
  /** How many branches deep this is that are only taken otherwise. */
  protected otherwise = 0;
  /** Whether this is in a function that is followed though nothing calls it. */
  protected isGuess = false;
  #steps = 0;
  #nesting = 0;

  protected abstract define(fn: Fn, scope: Scope, self?: Value): Made;
  protected abstract follow(
    made: Made,
    args: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): Value;
  protected abstract block(steps: readonly Step[], scope: Scope): Value;

  protected value(expr: Expr, scope: Scope): Value {
    this.#steps += 1;
    if (this.#nesting > deepestValue || this.isSpent()) return new Thing('…');
    this.#nesting += 1;
    const value = this.#valueOf(expr, scope);
    this.#nesting -= 1;
    const isTooLong = typeof value === 'string' && value.length > longestText;
    return isTooLong || (Array.isArray(value) && value.length > mostItems) ? new Thing('…') : value;
  }

  #valueOf(expr: Expr, scope: Scope): Value {
    switch (expr.kind) {
      case 'value':
        return expr.value;
      case 'text':
        return joined(expr.parts.map((part) => this.value(part, scope)));
      case 'list':
        return this.#arguments(
          expr.items.map((value) => ({ value })),
          scope,
        ).args;
      case 'table':
        return this.#table(expr, scope);
      case 'name':
        return lookUp(expr.name, scope) ?? this.#free(expr.name, expr.shown);
      case 'member':
        return memberOf(this.value(expr.of, scope), expr.name);
      case 'index':
        return itemOf(this.value(expr.of, scope), expr.key ? this.value(expr.key, scope) : '');
      case 'call':
        return this.#call(expr, scope);
      case 'function':
        return this.define(expr, scope);
      case 'choice':
        return firstKnown(expr.options.map((option) => this.value(option, scope)));
      case 'set':
        return this.#set(expr, scope);
      case 'spread':
        return this.value(expr.of, scope);
      case 'open':
        for (const it of expr.inner ?? []) this.value(it, scope);
        return new Thing(expr.words);
    }
  }

  #table({ entries, tag }: Extract<Expr, { kind: 'table' }>, scope: Scope): Table {
    const table = new Table(tag);
    const json = tag === undefined ? undefined : this.jsonNames.get(tag);
    for (const { key, value } of entries) {
      const it = this.value(value, scope);
      if (key !== undefined) {
        const name = keyOf(this.value(key, scope));
        table.entries.set(json?.get(name) ?? name, it);
      } else if (it instanceof Table) {
        table.add(it.entries);
        table.hasMore ||= it.hasMore;
      } else {
        table.hasMore ||= it instanceof Thing;
      }
    }
    return table;
  }

  /** A name that the text never explains: from now on always the same thing. */
  #free(name: string, shown = name): Value {
    const free = this.kinds.get(name) ?? new Thing(shown, name);
    this.globals.names.set(name, free);
    return free;
  }

  #set({ to, value, adds, declares }: Extract<Expr, { kind: 'set' }>, scope: Scope): Value {
    const given = this.value(value, scope);
    const it = adds ? added(this.value(to, scope), given) : given;
    if (to.kind === 'name') {
      if (it instanceof Thing) it.nameIt(to.shown ?? to.name);
      const home = declares ? scope : (homeOf(to.name, scope) ?? scope);
      this.#put(home.names, to.name, it);
    } else if (to.kind === 'member' || to.kind === 'index') {
      const of = this.#holder(to.of, scope);
      const key = to.kind === 'member' ? to.name : to.key && keyOf(this.value(to.key, scope));
      if (Array.isArray(of) && key === undefined) of.push(it);
      if (of instanceof Table) {
        const name = this.jsonNames.get(of.tag)?.get(key ?? '') ?? key;
        this.#put(of.entries, name ?? String(of.entries.size), it);
      }
      if (of instanceof Thing && key !== undefined) this.#put(of.members, key, it);
    }
    return it;
  }

  /** What a member is put into; `$a['b']['c'] = 1` makes what it does not find. */
  #holder(expr: Expr, scope: Scope): Value {
    if (expr.kind !== 'index' || expr.key === undefined) return this.value(expr, scope);
    const of = this.#holder(expr.of, scope);
    const key = textOf(this.value(expr.key, scope));
    if (of instanceof Table && !of.entries.has(key)) of.entries.set(key, new Table(of.tag));
    return itemOf(of, key);
  }

  /** What is done only otherwise changes nothing that is known. */
  #put(into: Map<string, Value>, name: string, value: Value): void {
    const before = into.get(name) ?? null;
    if (this.otherwise === 0 || before === null || isOpen(before)) into.set(name, value);
  }

  #call(call: Call, scope: Scope): Value {
    const { callee, begin } = call;
    const self = callee.kind === 'member' ? this.value(callee.of, scope) : undefined;
    const { args, named } = this.#arguments(call.args, scope);
    const target =
      self !== undefined && callee.kind === 'member'
        ? (this.#methodOf(self, callee.name) ?? memberOf(self, callee.name))
        : this.value(callee, scope);
    const path = pathOf(target, self, callee);
    const result = this.#result(target, { path, self, args, named, isNew: call.isNew });
    if (begin !== undefined)
      this.block(begin, { names: new Map([[' made', result]]), outer: scope });
    if (this.calls.length < mostCalls) {
      const isOwn =
        isMade(target) || (target instanceof Thing && this.kinds.get(nameOf(path)) === target);
      const { isGuess } = this;
      this.calls.push({ path, self, args, named, result, at: call.at, isOwn, isGuess });
    }
    // What is handed over to be called back is followed as well.
    for (const it of args) {
      if (isMade(it) && !this.followed.has(it.fn)) this.follow(it, [], new Map());
    }
    return result;
  }

  /** A method that the text defines for the type that a table was made as. */
  #methodOf(self: Value, name: string): Made | undefined {
    const kind = self instanceof Table ? this.kinds.get(self.tag) : undefined;
    const found = kind?.members.get(name);
    return isMade(found) ? { ...found, self } : undefined;
  }

  #arguments(
    given: readonly Argument[],
    scope: Scope,
  ): { args: Value[]; named: Map<string, Value> } {
    const args: Value[] = [];
    const named = new Map<string, Value>();
    for (const { name, value } of given) {
      const it = this.value(value, scope);
      if (name !== undefined) named.set(name, it);
      else if (value.kind === 'spread' && Array.isArray(it)) args.push(...it);
      else if (value.kind === 'spread' && it instanceof Table) {
        for (const [key, more] of it.entries) named.set(key, more);
      } else args.push(it);
    }
    return { args, named };
  }

  #result(target: Value, call: Known): Value {
    const { path, self, args, named } = call;
    const kind = target instanceof Thing && self === undefined ? this.#kindOf(target) : undefined;
    if (kind !== undefined) {
      const names = ['constructor', '__init__', '__construct', kind.path.replace(/\(\)$/, '')];
      const begin = names.map((name) => kind.members.get(name)).find(isMade);
      if (begin !== undefined) this.follow(begin, args, named);
      for (const [name, value] of named) kind.members.set(name, value);
      return kind;
    }
    if (isMade(target)) return this.follow(target, args, named);
    const name = path.slice(path.lastIndexOf('.') + 1);
    const understood =
      known(call) ?? (self === undefined ? undefined : method(self, name, args, named));
    if (understood !== undefined) return understood;
    const from = self instanceof Thing ? self : undefined;
    from?.deeds.push({ name, args, named });
    const words = target instanceof Thing ? target.words : path;
    return new Thing(`${words}()`, `${path}()`, { args, named, from });
  }

  #kindOf(target: Thing): Thing | undefined {
    return this.kinds.get(target.path.replace(/\(\)$/, '')) === target ? target : undefined;
  }

  protected isSpent(): boolean {
    return this.#steps > mostSteps;
  }
}
