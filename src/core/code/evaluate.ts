import { Expressions, type SeenCall } from './expressions.ts';
import { isEmpty, isOpen, memberOf } from './scope.ts';
import type { Fn, Param, Step } from './syntax.ts';
import { type OwnFunction, type Scope, Table, Thing, type Value } from './value.ts';

/** What Kickoff learns from code by following it. */
export interface Evaluated {
  readonly calls: readonly SeenCall[];
  /** The value of the last line, if that is only a value or returns one, as a literal alone does. */
  readonly last: Value | undefined;
  /** The last value of each name. */
  readonly names: ReadonlyMap<string, Value>;
}

const deepestCall = 8;

/**
 * Follows code from top to bottom without running any of it. It gives names the values that the code gives them, goes
 * into the code's own functions where the code calls them, and goes once, with unknown arguments, into those that the
 * code never calls. It reads both sides of an `if`, and the first side counts. After more steps than any snippet needs
 * it stops; values from there on stay unknown.
 */
export function evaluate(program: readonly Step[]): Evaluated {
  return new Evaluation().run(program);
}

class Evaluation extends Expressions {
  readonly #pending = new Map<Fn, OwnFunction>();
  #depth = 0;

  run(program: readonly Step[]): Evaluated {
    let last: Value | undefined;
    this.#declare(program, this.globals);
    for (const step of program) {
      const value = this.#step(step, this.globals);
      // A function of Node-RED returns its message.
      if (step.kind === 'return' || (step.kind === 'do' && step.value.kind !== 'set')) last = value;
    }
    for (const [fn, made] of this.#pending) {
      if (this.followed.has(fn)) continue;
      this.isGuess = true;
      this.follow(made, [], new Map());
      this.isGuess = false;
    }
    return { calls: this.calls, last, names: this.globals.names };
  }

  /** Makes functions and classes known before the line that defines them. */
  #declare(steps: readonly Step[], scope: Scope, self?: Value): void {
    for (const step of steps) {
      if (step.kind === 'function') this.#name(this.define(step.fn, scope, self), scope);
      if (step.kind !== 'type') continue;
      const thing = this.classes.get(step.name) ?? new Thing(step.name, `${step.name}()`);
      thing.isClass = true;
      this.classes.set(step.name, thing);
      if (step.json !== undefined) {
        this.jsonNames.set(step.name, step.json);
        thing.json = step.json;
      }
      const inner = { names: new Map<string, Value>([['this', thing]]), outer: scope };
      this.#declare(step.body, inner, thing);
      for (const it of step.body) this.#step(it, inner);
    }
  }

  protected override define(fn: Fn, scope: Scope, self?: Value): OwnFunction {
    const made: OwnFunction = { kind: 'own-function', fn, scope, self };
    if (!this.#pending.has(fn)) this.#pending.set(fn, made);
    return made;
  }

  /** Gives a declared function its name, in its class or in the scope where it stands. */
  #name(made: OwnFunction, scope: Scope): void {
    const { fn, self } = made;
    if (fn.name === undefined) return;
    if (self instanceof Thing) self.members.set(fn.name, made);
    else scope.names.set(fn.name, made);
  }

  #step(step: Step, scope: Scope): Value | undefined {
    if (step.kind === 'do') return this.value(step.value, scope);
    if (step.kind === 'return') return step.value && this.value(step.value, scope);
    if (step.kind === 'otherwise') {
      this.otherwise += 1;
      this.block(step.body, scope);
      this.otherwise -= 1;
    }
    return undefined;
  }

  /** Follows all steps of a function; returns the last value that it returns, other than null. */
  protected override block(steps: readonly Step[], scope: Scope): Value {
    let returned: Value = null;
    this.#declare(steps, scope);
    for (const step of steps) {
      const value = this.#step(step, scope);
      if (step.kind === 'return' && value !== undefined && value !== null) returned = value;
    }
    return returned;
  }

  protected override follow(
    made: OwnFunction,
    args: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): Value {
    const { fn, scope, self } = made;
    this.followed.add(fn);
    if (this.#depth >= deepestCall || this.isSpent()) return new Thing(fn.name ?? 'function');
    const inner: Scope = { names: new Map(), outer: scope };
    if (self !== undefined) inner.names.set('this', self);
    const isRoot = this.isGuess && this.#depth === 0;
    const before = this.isGuess;
    this.isGuess = isRoot;
    this.#depth += 1;
    for (const [place, { name, shown = name, preset, members, takesRest }] of fn.params.entries()) {
      const given =
        takesRest === true
          ? restOf(named, fn.params)
          : (named.get(name) ?? args[place] ?? (preset && this.value(preset, inner)));
      const value = given === undefined || isEmpty(given) ? new Thing(shown, name) : given;
      inner.names.set(name, value);
      for (const [member, as] of members ?? []) {
        const found = memberOf(value, member);
        inner.names.set(as, isOpen(found) ? new Thing(as) : found);
      }
    }
    const value = this.block(fn.body, inner);
    this.#depth -= 1;
    this.isGuess = before;
    return value;
  }
}

/** What is given by names that are none of the parameters. */
function restOf(named: ReadonlyMap<string, Value>, params: readonly Param[]): Table | undefined {
  const rest = [...named].filter(([name]) => !params.some((it) => it.name === name));
  return rest.length === 0 ? undefined : new Table('', rest);
}
