import { Expressions, type SeenCall } from './expressions.ts';
import { isEmpty, isOpen, memberOf } from './scope.ts';
import type { Fn, Step } from './syntax.ts';
import { type Made, type Scope, Thing, type Value } from './value.ts';

/** What code comes to. */
export interface Evaluated {
  readonly calls: readonly SeenCall[];
  /** What the last line stands for, if it is only a value or gives one back: a literal that was pasted alone. */
  readonly last: Value | undefined;
  /** What names of the text stand for in the end. */
  readonly names: ReadonlyMap<string, Value>;
}

const deepestCall = 8;

/**
 * Follows code from top to bottom without running anything: names get what the text gives them,
 * functions of the text are followed into where they are called, all others once with unknown
 * arguments. Both sides of an `if` are read, the first side counts. Ends after a number of steps that
 * no snippet needs; what comes after stays unknown.
 */
export function evaluate(program: readonly Step[]): Evaluated {
  return new Evaluation().run(program);
}

class Evaluation extends Expressions {
  readonly #pending = new Map<Fn, Made>();
  #depth = 0;

  run(program: readonly Step[]): Evaluated {
    let last: Value | undefined;
    this.#declare(program, this.globals);
    for (const step of program) {
      const value = this.#step(step, this.globals);
      // A function of Node-RED ends with a message that it gives back.
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

  /** Functions and classes are known before the line that defines them. */
  #declare(steps: readonly Step[], scope: Scope, self?: Value): void {
    for (const step of steps) {
      if (step.kind === 'function') this.#name(this.define(step.fn, scope, self), scope);
      if (step.kind !== 'type') continue;
      const thing = this.kinds.get(step.name) ?? new Thing(step.name, `${step.name}()`);
      thing.isKind = true;
      this.kinds.set(step.name, thing);
      if (step.json !== undefined) {
        this.jsonNames.set(step.name, step.json);
        thing.json = step.json;
      }
      const inner = { names: new Map<string, Value>([['this', thing]]), outer: scope };
      this.#declare(step.body, inner, thing);
      for (const it of step.body) this.#step(it, inner);
    }
  }

  protected override define(fn: Fn, scope: Scope, self?: Value): Made {
    const made: Made = { kind: 'made', fn, scope, self };
    if (!this.#pending.has(fn)) this.#pending.set(fn, made);
    return made;
  }

  /** A function that is declared is known by its name, in its class or where it stands. */
  #name(made: Made, scope: Scope): void {
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

  /** All steps of a function; what it gives back is the last value that is not nothing. */
  protected override block(steps: readonly Step[], scope: Scope): Value {
    let given: Value = null;
    this.#declare(steps, scope);
    for (const step of steps) {
      const value = this.#step(step, scope);
      if (step.kind === 'return' && value !== undefined && value !== null) given = value;
    }
    return given;
  }

  protected override follow(
    made: Made,
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
    for (const [place, { name, shown = name, preset, members }] of fn.params.entries()) {
      const given = named.get(name) ?? args[place] ?? (preset && this.value(preset, inner));
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
