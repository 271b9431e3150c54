import {
  added,
  calledName,
  className,
  firstKnown,
  isTooLarge,
  joined,
  pathOf,
} from './combined.ts';
import { type KnownCall, resultOfKnown } from './known-calls.ts';
import { resultOfMethod } from './methods.ts';
import { homeOf, isOpen, itemOf, lookUp, memberOf } from './scope.ts';
import type { Argument, Call, Expr, Fn, Step } from './syntax.ts';
import {
  isOwnFunction,
  keyOf,
  type OwnFunction,
  type Scope,
  Table,
  Thing,
  textOf,
  type Value,
} from './value.ts';

/** A call in code, with the values of its arguments. */
export interface SeenCall {
  /** What it calls, with the names that lead there: `axios.post`, `XMLHttpRequest().send`. */
  readonly path: string;
  /** The object whose method it calls; undefined for a function. */
  readonly self: Value | undefined;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly result: Value;
  readonly at: number;
  /** Whether the code itself defines what it calls. */
  readonly isOwn: boolean;
  /** Whether it stands in a function that the code never calls, so that that function's arguments are unknown. */
  readonly isGuess: boolean;
}

const mostSteps = 60_000;
const mostCalls = 5_000;
const deepestValue = 150;

/** Gives expressions their values. The class that extends it (`Evaluation`) follows the code's own functions. */
export abstract class Expressions {
  protected readonly calls: SeenCall[] = [];
  protected readonly globals: Scope = { names: new Map(), outer: undefined };
  /** The classes that the code defines, each with one thing that stands for all its objects. */
  protected readonly classes = new Map<string, Thing>();
  protected readonly jsonNames = new Map<string, ReadonlyMap<string, string>>();
  protected readonly followed = new Set<Fn>();
  /** How many `else` or `catch` branches the current step lies in. */
  protected otherwise = 0;
  /** Whether the current step lies in a function that the code never calls. */
  protected isGuess = false;
  #steps = 0;
  #nesting = 0;

  protected abstract define(fn: Fn, scope: Scope, self?: Value): OwnFunction;
  protected abstract follow(
    made: OwnFunction,
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
    return isTooLarge(value) ? new Thing('…') : value;
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

  /** The thing for a name that the code never defines; from now on always the same one. */
  #free(name: string, shown = name): Value {
    const free = this.classes.get(name) ?? new Thing(shown, name);
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

  /** The value into which a member is put. `$a['b']['c'] = 1` makes the tables that it does not find. */
  #holder(expr: Expr, scope: Scope): Value {
    if (expr.kind !== 'index' || expr.key === undefined) return this.value(expr, scope);
    const of = this.#holder(expr.of, scope);
    const key = textOf(this.value(expr.key, scope));
    if (of instanceof Table && !of.entries.has(key)) of.entries.set(key, new Table(of.tag));
    return itemOf(of, key);
  }

  /** Sets a name, except that an `else` or `catch` branch changes no known value. */
  #put(into: Map<string, Value>, name: string, value: Value): void {
    const before = into.get(name) ?? null;
    if (this.otherwise === 0 || before === null || isOpen(before)) into.set(name, value);
  }

  #call(call: Call, scope: Scope): Value {
    const { callee, begin, at } = call;
    const self = callee.kind === 'member' ? this.value(callee.of, scope) : undefined;
    const { args, named } = this.#arguments(call.args, scope);
    const target =
      self !== undefined && callee.kind === 'member'
        ? (this.#methodOf(self, callee.name) ?? memberOf(self, callee.name))
        : this.value(callee, scope);
    const path = pathOf(target, self, callee);
    const result = this.#result(target, { path, self, args, named, isNew: call.isNew });
    const inBlock = { names: new Map([[' made', result]]), outer: scope };
    if (begin !== undefined) this.block(begin, inBlock);
    if (this.calls.length < mostCalls) {
      const isOwn = isOwnFunction(target) || this.#classAt(path) === target;
      this.calls.push({ path, self, args, named, result, at, isOwn, isGuess: this.isGuess });
    }
    // A function among the arguments will be called back, so it is followed as well.
    for (const it of args) {
      if (isOwnFunction(it) && !this.followed.has(it.fn)) this.follow(it, [], new Map());
    }
    return result;
  }

  /** The method that the code defines for the type of a table. */
  #methodOf(self: Value, name: string): OwnFunction | undefined {
    const ownClass = self instanceof Table ? this.classes.get(self.tag) : undefined;
    const found = ownClass?.members.get(name);
    return isOwnFunction(found) ? { ...found, self } : undefined;
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

  #result(target: Value, call: KnownCall): Value {
    const { path, self, args, named } = call;
    const ownClass = target instanceof Thing ? this.#classAt(target.path) : undefined;
    if (ownClass !== undefined && ownClass === target && self === undefined) {
      const names = ['constructor', '__init__', '__construct', className(ownClass.path)];
      const begin = names.map((name) => ownClass.members.get(name)).find(isOwnFunction);
      if (begin !== undefined) this.follow(begin, args, named);
      for (const [name, value] of named) ownClass.members.set(name, value);
      return ownClass;
    }
    if (isOwnFunction(target)) return this.follow(target, args, named);
    const name = calledName(path);
    const known =
      resultOfKnown(call) ??
      (self === undefined ? undefined : resultOfMethod(self, name, args, named));
    if (known !== undefined) return known;
    const from = self instanceof Thing ? self : undefined;
    from?.methodCalls.push({ name, args, named });
    const words = target instanceof Thing ? target.words : path;
    return new Thing(`${words}()`, `${path}()`, { args, named, from });
  }

  /** The class of the code that a path leads to: `Client` or `Client()`. */
  #classAt(path: string): Thing | undefined {
    return this.classes.get(className(path));
  }

  protected isSpent(): boolean {
    return this.#steps > mostSteps;
  }
}
