import type { Fn } from './syntax.ts';
import { shortened } from './syntax.ts';

/** The value of an expression, as far as the code shows it. */
export type Value = string | number | boolean | null | Value[] | Table | Thing | OwnFunction;

/** A function that the code itself defines, with the names that it sees. */
export interface OwnFunction {
  readonly kind: 'own-function';
  readonly fn: Fn;
  readonly scope: Scope;
  readonly self: Value | undefined;
}

/** Names with their values, and the scope around them. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer: Scope | undefined;
}

/** The tag of an array of PHP, which is a list if its keys count up from 0. */
export const phpArray = 'array';

/** The tag of an object of C# that has no class: `new { a = 1 }`. */
export const anonymous = 'anonymous';

/** Named values that code can change: an object, a dictionary, headers, a form. */
export class Table {
  readonly entries = new Map<string, Value>();
  /** The type by which the code makes it (`Headers`, `URLSearchParams`); empty for a plain one. */
  readonly tag: string;
  /** Whether it may hold entries that the code does not show: `{ ...defaults, a: 1 }`. */
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

/** A call of a method of a thing. */
export interface MethodCall {
  readonly name: string;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/**
 * A value that the code does not show: a variable from elsewhere, an object of a library. It remembers what the code
 * does with it.
 */
export class Thing {
  /** Its words in the code: `process.env.TOKEN`, or the name that the code gave it first. */
  #words: string;
  #isNamed = false;
  /** The names and calls from which it comes: `axios.create()`, `XMLHttpRequest()`. */
  readonly path: string;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** The thing before it in a chain, of which a method returned it. */
  readonly from: Thing | undefined;
  /** The thing of which it is a member: `request` for `request.Headers`. */
  readonly owner: Thing | undefined;
  readonly methodCalls: MethodCall[] = [];
  readonly members = new Map<string, Value>();
  /** Whether it stands for the objects of a class that the code defines. */
  isClass = false;
  /** The names of its members in JSON, where its class gives them. */
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

  /** Takes the name that the code gives to the result of a call: it says more than the call. */
  nameIt(name: string): void {
    if (this.#isNamed || !/[.()]/.test(this.path) || name.startsWith(' ')) return;
    this.#isNamed = true;
    this.#words = name;
  }

  /** A member: as the code set it, else a new thing, the same one each time. */
  member(name: string): Value {
    const known = this.members.get(name);
    if (known !== undefined) return known;
    const made = new Thing(`${this.words}.${name}`, `${this.path}.${name}`, { owner: this });
    this.members.set(name, made);
    return made;
  }

  /** Whether the code shows nothing of it but its words. */
  get isOpen(): boolean {
    return this.methodCalls.length === 0 && this.members.size === 0 && this.args.length === 0;
  }
}

/** A place left open, as texts and corrected requests show it: `{{words}}`. */
export function openPlace(words: string): string {
  return `{{${words}}}`;
}

/** A value as a name in a table; a constant for a header, such as `HttpHeaders.ACCEPT`, as that header. */
export function keyOf(value: Value): string {
  const [, constant] =
    value instanceof Thing
      ? (/(?:^|\.)(?:Http\w*Headers?|Header\w*)\.(\w+)$/.exec(value.path) ?? [])
      : [];
  return constant === undefined ? textOf(value) : dashed(constant);
}

/** A name written with hyphens, as headers are: `ContentType` and `CONTENT_TYPE` become `Content-Type` and `CONTENT-TYPE`. */
export function dashed(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');
}

/** A value as it appears in a text. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Thing) return openPlace(value.words);
  if (value === null || typeof value !== 'object') return String(value);
  return isOwnFunction(value)
    ? openPlace(value.fn.name ?? 'function')
    : JSON.stringify(plainOf(value));
}

const deepest = 60;
const mostParts = 20_000;

/**
 * A value as JSON can write it; an unknown one becomes a place left open. It stops at a depth and a size that no launch
 * has, because a value may hold itself.
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
 * The fields that code sets on an object of a class that it does not show, by the names of their setters:
 * `setFlowId(x)`, `withFlowId(x)`, `flowId(x)`, `.flow_id = x`, `LaunchRequest(flow_id=x)`.
 */
export function fieldsOf(thing: Thing): Map<string, Value> {
  const chain: Thing[] = [];
  for (let it: Thing | undefined = thing; it !== undefined && chain.length < 200; it = it.from) {
    chain.unshift(it);
    // The chain ends at the constructor: in `Sdk.LaunchRequest()`, `Sdk` is no part of the object.
    if (/(?:^|\.)(?!With|Set|Add|Build)[A-Z]\w*\(\)$/.test(it.path)) break;
  }
  const isBuilder = /(?:^|\.)(?:[A-Z]\w*|\w*[Bb]uilder)\(\)$/.test(chain[0]?.path ?? '');
  const fields = new Map<string, Value>(chain[0]?.named ?? []);
  for (const { methodCalls, members, json } of chain) {
    for (const { name, args } of methodCalls) {
      const [value] = args;
      // In the chain of a class or a builder, every method sets the field whose name it has.
      const isSet = isBuilder || /^(?:set|with)/i.test(name);
      const field = isSet ? setField(name) : undefined;
      if (args.length === 1 && value !== undefined && field !== undefined) fields.set(field, value);
    }
    for (const [name, value] of members) {
      const isOpen =
        value instanceof Thing && value.methodCalls.length === 0 && value.members.size === 0;
      if (!isOpen && !isOwnFunction(value)) fields.set(json?.get(name) ?? name, value);
    }
  }
  return fields;
}

/** Methods that do something else than set the field whose name they have. */
const noSetter =
  /^(?:[Bb]uild|[Cc]reate|[Ww]rite|[Rr]ead|[Gg]et|[Pp]ut|[Vv]alue|[Tt]o|[Ff]rom|[Pp]arse|[Ee]xecute|[Ss]end|[Pp]rint|[Ll]og|[Oo]pen|[Cc]lose|[Nn]ew|[Mm]ake|[Ii]s|[Hh]as|[Ss]tart|[Ee]nd|[Aa]ppend|[Mm]ap|[Ll]oad|[Rr]un|[Cc]all|[Dd]o|[Tt]hen|[Cc]atch|[Ee]ncode|[Dd]ecode|[Ff]ind|[Qq]uery|[Ss]elect|[Ww]here|[Ii]tem|[Ff]ilter|[Jj]oin)(?![a-z])/;

/** The field that a method sets: `setFlowId`, `WithFlowId`, `flowId`, `flow_id`. */
export function setField(method: string): string | undefined {
  const [, named] = /^(?:set|with|add)_?([A-Za-z]\w*)$/i.exec(method) ?? [];
  if (named !== undefined) return lowered(named);
  return /^[A-Za-z]\w*$/.test(method) && !noSetter.test(method) ? lowered(method) : undefined;
}

/** A name with its first letter in lower case. */
export function lowered(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

export function isOwnFunction(value: unknown): value is OwnFunction {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'own-function'
  );
}
