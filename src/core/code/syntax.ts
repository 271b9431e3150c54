/**
 * What is kept of a piece of code, whatever its language: the values that it writes down, the names
 * that it gives them, and what it calls. Nothing of it is ever run.
 */
export type Expr =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** Text put together: a template, `a + b`. */
  | { readonly kind: 'text'; readonly parts: readonly Expr[] }
  | { readonly kind: 'list'; readonly items: readonly Expr[] }
  /** `tag` is the type that a literal names, as `map[string]any` or `LaunchRequest` in Go. */
  | { readonly kind: 'table'; readonly entries: readonly Entry[]; readonly tag?: string }
  /** `shown` is how people write it, where the language does not tell apart capitals. */
  | { readonly kind: 'name'; readonly name: string; readonly shown?: string }
  | { readonly kind: 'member'; readonly of: Expr; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expr; readonly key: Expr | undefined }
  | Call
  | Fn
  /** `a || b`, `c ? a : b`: the first that is known counts. */
  | { readonly kind: 'choice'; readonly options: readonly Expr[] }
  /** `adds` for `+=`, `declares` where the name is new here. */
  | {
      readonly kind: 'set';
      readonly to: Expr;
      readonly value: Expr;
      readonly adds?: boolean;
      readonly declares?: boolean;
    }
  | { readonly kind: 'spread'; readonly of: Expr }
  /** Something that is not followed, in its own words; calls within it still count. */
  | { readonly kind: 'open'; readonly words: string; readonly inner?: readonly Expr[] };

export interface Entry {
  /** `undefined` where a whole table is put in: `...more`, `**more`. */
  readonly key: Expr | undefined;
  readonly value: Expr;
}

export interface Argument {
  readonly name?: string | undefined;
  readonly value: Expr;
}

export interface Call {
  readonly kind: 'call';
  readonly callee: Expr;
  readonly args: readonly Argument[];
  /** `new X(…)`, or what a language writes in its place. */
  readonly isNew: boolean;
  /** What is done to the new thing at once: `{ put("a", 1) }` in Java, `{ Name = x }` in C#. */
  readonly begin?: readonly Step[];
  /** Where in the text the call stands. */
  readonly at: number;
}

export interface Fn {
  readonly kind: 'function';
  readonly name: string | undefined;
  readonly params: readonly Param[];
  readonly body: readonly Step[];
}

export interface Param {
  readonly name: string;
  /** As `shown` of a name. */
  readonly shown?: string;
  readonly preset: Expr | undefined;
  /** `{ a, b: c }`: the members that are taken out, by the names that they get. */
  readonly members?: ReadonlyMap<string, string>;
}

export type Step =
  | { readonly kind: 'do'; readonly value: Expr }
  | { readonly kind: 'return'; readonly value: Expr | undefined }
  | { readonly kind: 'function'; readonly fn: Fn }
  /** A class or struct: its functions and presets, and what JSON calls its members, where it says so. */
  | {
      readonly kind: 'type';
      readonly name: string;
      readonly body: readonly Step[];
      readonly json?: ReadonlyMap<string, string>;
    }
  /** What happens only otherwise (`else`, `catch`): it changes nothing that is known already. */
  | { readonly kind: 'otherwise'; readonly body: readonly Step[] };

/** Text as a value. */
export function literal(value: string | number | boolean | null): Expr {
  return { kind: 'value', value };
}

/** What is not followed: shown by its words, on one line and not too long. */
export function open(words: string, inner: readonly Expr[] = []): Expr {
  return { kind: 'open', words: shortened(words), inner };
}

/** The object whose method the code is in, however a language calls it. */
export const thisObject: Expr = { kind: 'name', name: 'this' };

/** The new thing, in the steps that are done to it at once (`Call.begin`). */
export const made: Expr = { kind: 'name', name: ' made' };

/** A call with plain arguments, as if the code had made it. */
export function callOf(path: string, args: readonly Expr[], at: number): Call {
  const callee = path
    .split('.')
    .reduce<Expr | undefined>(
      (of, name) => (of === undefined ? { kind: 'name', name } : { kind: 'member', of, name }),
      undefined,
    );
  return {
    kind: 'call',
    callee: callee ?? open(path),
    args: args.map((value) => ({ value })),
    isNew: false,
    at,
  };
}

const longestWords = 60;

/** Words that fit on a line. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').replace(/[{}]/g, '').trim();
  return line.length > longestWords ? `${line.slice(0, longestWords)}…` : line;
}
