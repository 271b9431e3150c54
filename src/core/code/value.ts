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

/** The tag of an array of PHP, which is a list as long as its keys count from 0. */
export const phpArray = 'array';

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
  /** Whether it stands for the objects of a class that the text defines. */
  isKind = false;
  /** What JSON calls its members, where its class says so. */
  json: ReadonlyMap<string, string> | undefined;

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

/** A value as a name in a table. Constants of libraries are named as they are: `HttpHeaders.ACCEPT`. */
export function keyOf(value: Value): string {
  const [, constant] =
    value instanceof Thing
      ? (/(?:^|\.)(?:Http\w*Headers?|Header\w*)\.(\w+)$/.exec(value.path) ?? [])
      : [];
  return constant === undefined ? textOf(value) : dashed(constant);
}

/** `ContentType` and `CONTENT_TYPE` are the header `Content-Type`. */
export function dashed(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');
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
    if (it instanceof Table) return isList(it) ? listOf(it, depth) : entriesOf(it.entries, depth);
    if (it instanceof Thing) return thing(it, depth);
    if (it !== null && typeof it === 'object') return openPlace(it.fn.name ?? 'function');
    return it;
  };
  const entriesOf = (entries: Iterable<readonly [string, Value]>, depth: number) =>
    Object.fromEntries([...entries].map(([key, it]) => [key, plain(it, depth + 1)]));
  const listOf = (it: Table, depth: number) =>
    [...it.entries.values()].map((item) => plain(item, depth + 1));
  const thing = (it: Thing, depth: number): unknown => {
    const fields = fieldsOf(it);
    return fields.size > 0 ? entriesOf(fields, depth) : openPlace(it.words);
  };
  return plain(value, 0);
}

function isList({ tag, entries }: Table): boolean {
  return tag === phpArray && [...entries.keys()].every((key, place) => key === String(place));
}

/**
 * What was put into an object of a class that the text does not show, by the names of its setters:
 * `setFlowId(x)`, `withFlowId(x)`, `flowId(x)`, `.flow_id = x`, `LaunchRequest(flow_id=x)`.
 */
export function fieldsOf(thing: Thing): Map<string, Value> {
  const chain: Thing[] = [];
  for (let it: Thing | undefined = thing; it !== undefined && chain.length < 200; it = it.from) {
    chain.unshift(it);
    // A class is made by what it lies in, and no part of it: `Sdk.LaunchRequest()`.
    if (/(?:^|\.)(?!With|Set|Add|Build)[A-Z]\w*\(\)$/.test(it.path)) break;
  }
  const isBuilder = /(?:^|\.)(?:[A-Z]\w*|\w*[Bb]uilder)\(\)$/.test(chain[0]?.path ?? '');
  const fields = new Map<string, Value>(chain[0]?.named ?? []);
  for (const { deeds, members, json } of chain) {
    for (const { name, args } of deeds) {
      const [value] = args;
      // A chain that begins with a class or a builder sets what its methods are named for.
      const isSet = isBuilder || /^(?:set|with)/i.test(name);
      const field = isSet ? setField(name) : undefined;
      if (args.length === 1 && value !== undefined && field !== undefined) fields.set(field, value);
    }
    for (const [name, value] of members) {
      const isOpen = value instanceof Thing && value.deeds.length === 0 && value.members.size === 0;
      if (!isOpen && !isMade(value)) fields.set(json?.get(name) ?? name, value);
    }
  }
  return fields;
}

/** Methods that do something else than put in what they are named for. */
const noSetter =
  /^(?:[Bb]uild|[Cc]reate|[Ww]rite|[Rr]ead|[Gg]et|[Pp]ut|[Vv]alue|[Tt]o|[Ff]rom|[Pp]arse|[Ee]xecute|[Ss]end|[Pp]rint|[Ll]og|[Oo]pen|[Cc]lose|[Nn]ew|[Mm]ake|[Ii]s|[Hh]as|[Ss]tart|[Ee]nd|[Aa]ppend|[Mm]ap|[Ll]oad|[Rr]un|[Cc]all|[Dd]o|[Tt]hen|[Cc]atch|[Ee]ncode|[Dd]ecode|[Ff]ind|[Qq]uery|[Ss]elect|[Ww]here|[Ii]tem|[Ff]ilter|[Jj]oin)(?![a-z])/;

/** The field that a method sets: `setFlowId`, `WithFlowId`, `flowId`, `flow_id`. */
export function setField(method: string): string | undefined {
  const [, named] = /^(?:set|with|add)_?([A-Za-z]\w*)$/i.exec(method) ?? [];
  if (named !== undefined) return lowered(named);
  return /^[A-Za-z]\w*$/.test(method) && !noSetter.test(method) ? lowered(method) : undefined;
}

function lowered(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

export function isMade(value: unknown): value is Made {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'made';
}
