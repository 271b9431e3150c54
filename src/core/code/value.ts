import type { Fn } from './syntax.ts';
import { shortened } from './syntax.ts';

/** What a piece of code stands for, as far as its text says it. */
export type Value = string | number | boolean | null | Value[] | Table | Thing | Made;

/** A function that the text itself defines, with the names that it sees. */
export interface Made {
  readonly kind: 'made';
  readonly fn: Fn;
  readonly scope: Scope;
  readonly self: Value | undefined;
}

/** Names and what they stand for, from the inside out. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer: Scope | undefined;
}

/** Named values that can be changed: an object, a dictionary, headers, a form. */
export class Table {
  readonly entries = new Map<string, Value>();
  /** The type that it was made as (`Headers`, `URLSearchParams`); empty for a plain one. */
  readonly tag: string;
  /** Whether something was put in that the text does not show: `{ ...defaults, a: 1 }`. */
  hasMore = false;

  constructor(tag = '', entries: Iterable<readonly [string, Value]> = []) {
    this.tag = tag;
    this.add(entries);
  }

  add(entries: Iterable<readonly [string, Value]>): this {
    for (const [name, value] of entries) this.entries.set(name, value);
    return this;
  }
}

/** One thing that was done with something: a call of its method, or a member that was set. */
export interface Deed {
  readonly name: string;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/**
 * Something whose inside the text does not show: a variable from elsewhere, an object of a library.
 * What the text does with it is kept.
 */
export class Thing {
  /** Its words in the code: `process.env.TOKEN`, or the name that it was given first. */
  #words: string;
  #isNamed = false;
  /** What it is by its way into the code: `axios.create()`, `XMLHttpRequest()`. */
  readonly path: string;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** What it was made from by a call of a method: the thing before in a chain. */
  readonly from: Thing | undefined;
  /** What it is a member of: `request` of `request.Headers`. */
  readonly owner: Thing | undefined;
  readonly deeds: Deed[] = [];
  readonly members = new Map<string, Value>();

  constructor(
    words: string,
    path = words,
    made: Partial<Pick<Thing, 'args' | 'named' | 'from' | 'owner'>> = {},
  ) {
    this.#words = shortened(words);
    this.path = path.length > 200 ? path.slice(-200) : path;
    this.args = made.args ?? [];
    this.named = made.named ?? new Map();
    this.from = made.from;
    this.owner = made.owner;
  }

  get words(): string {
    return this.#words;
  }

  /** What a call gave back is best known by the name that it was given. */
  nameIt(name: string): void {
    if (this.#isNamed || !/[.()]/.test(this.path) || name.startsWith(' ')) return;
    this.#isNamed = true;
    this.#words = name;
  }

  /** A member of something unknown is unknown, too, and stays the same one. */
  member(name: string): Value {
    const known = this.members.get(name);
    if (known !== undefined) return known;
    const made = new Thing(`${this.words}.${name}`, `${this.path}.${name}`, { owner: this });
    this.members.set(name, made);
    return made;
  }

  /** Whether nothing is known of it but its words. */
  get isOpen(): boolean {
    return this.deeds.length === 0 && this.members.size === 0 && this.args.length === 0;
  }
}

/** A place left open, as it is shown in texts and corrected requests. */
export function openPlace(words: string): string {
  return `{{${words}}}`;
}

/** A value as a part of a text. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Thing) return openPlace(value.words);
  if (value === null || typeof value !== 'object') return String(value);
  return isMade(value) ? openPlace(value.fn.name ?? 'function') : JSON.stringify(plainOf(value));
}

const deepest = 60;
const mostParts = 20_000;

/**
 * A value as JSON knows it; what is unknown becomes a place left open. Ends at a depth and a size
 * that no launch has, so that values which hold themselves come to an end.
 */
export function plainOf(value: Value): unknown {
  let parts = 0;
  const plain = (it: Value, depth: number): unknown => {
    parts += 1;
    if (depth > deepest || parts > mostParts) return openPlace('…');
    if (Array.isArray(it)) return it.map((item) => plain(item, depth + 1));
    if (it instanceof Table) return entriesOf(it.entries, depth);
    if (it instanceof Thing) return thing(it, depth);
    if (it !== null && typeof it === 'object') return openPlace(it.fn.name ?? 'function');
    return it;
  };
  const entriesOf = (entries: Iterable<readonly [string, Value]>, depth: number) =>
    Object.fromEntries([...entries].map(([key, it]) => [key, plain(it, depth + 1)]));
  const thing = (it: Thing, depth: number): unknown => {
    const fields = fieldsOf(it);
    return fields.size > 0 ? entriesOf(fields, depth) : openPlace(it.words);
  };
  return plain(value, 0);
}

/**
 * What was put into an object of a class that the text does not show, by the names of its setters:
 * `setFlowId(x)`, `withFlowId(x)`, `flowId(x)`, `.flow_id = x`, `LaunchRequest(flow_id=x)`.
 */
export function fieldsOf(thing: Thing): Map<string, Value> {
  const chain: Thing[] = [];
  for (let it: Thing | undefined = thing; it !== undefined && chain.length < 200; it = it.from) {
    chain.unshift(it);
  }
  const fields = new Map<string, Value>(chain[0]?.named ?? []);
  for (const { deeds, members } of chain) {
    for (const { name, args } of deeds) {
      const [value] = args;
      const field = /^(?:set|with|add)?_?([A-Za-z]\w*)$/.exec(name)?.[1];
      if (args.length !== 1 || value === undefined || field === undefined) continue;
      if (/^(?:build|execute|send|print\w*|log)$/i.test(field)) continue;
      fields.set(lowered(field), value);
    }
    for (const [name, value] of members) {
      if (!(value instanceof Thing && value.deeds.length === 0 && value.members.size === 0)) {
        fields.set(name, value);
      }
    }
  }
  return fields;
}

function lowered(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

export function isMade(value: unknown): value is Made {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'made';
}
