/**
 * Code of any language, reduced to the values that it writes down, the names that it gives them, and what it calls.
 * Kickoff never runs it.
 */
export type Expr =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** A text of several parts: a template, `a + b`. */
  | { readonly kind: 'text'; readonly parts: readonly Expr[] }
  | { readonly kind: 'list'; readonly items: readonly Expr[] }
  /** `tag` is the type that a literal names, as `map[string]any` or `LaunchRequest` in Go. */
  | { readonly kind: 'table'; readonly entries: readonly Entry[]; readonly tag?: string }
  /** `shown` is the spelling in the text, where the language does not distinguish capitals. */
  | { readonly kind: 'name'; readonly name: string; readonly shown?: string }
  | { readonly kind: 'member'; readonly of: Expr; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expr; readonly key: Expr | undefined }
  | Call
  | Fn
  /** `a || b`, `c ? a : b`: the first known option counts. */
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
  /** An expression that Kickoff does not follow, with its words; calls within it still count. */
  | { readonly kind: 'open'; readonly words: string; readonly inner?: readonly Expr[] };

export interface Entry {
  /** Undefined where a whole table is put in: `...more`, `**more`. */
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
  /** The steps that set up the new object: `{ put("a", 1) }` in Java, `{ Name = x }` in C#. */
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
  /** The members that a pattern takes out, each with its new name: `{ a, b: c }`. */
  readonly members?: ReadonlyMap<string, string>;
  /** Whether it takes all that is given by a name that no other parameter has: `**kwargs`. */
  readonly takesRest?: boolean;
}

export type Step =
  | { readonly kind: 'do'; readonly value: Expr }
  | { readonly kind: 'return'; readonly value: Expr | undefined }
  | { readonly kind: 'function'; readonly fn: Fn }
  /** A class or struct: its functions and presets, and the names that it gives its members in JSON. */
  | {
      readonly kind: 'type';
      readonly name: string;
      readonly body: readonly Step[];
      readonly json?: ReadonlyMap<string, string>;
    }
  /** The steps of an `else` or a `catch`: they change no value that is known already. */
  | { readonly kind: 'otherwise'; readonly body: readonly Step[] };

/** A value that the code writes down. */
export function literal(value: string | number | boolean | null): Expr {
  return { kind: 'value', value };
}

/** An expression that Kickoff does not follow, with its words in one line, shortened. */
export function open(words: string, inner: readonly Expr[] = []): Expr {
  return { kind: 'open', words: shortened(words), inner };
}

/** The object whose method the code is in, whatever word the language has for it. */
export const thisObject: Expr = { kind: 'name', name: 'this' };

/** The new object, in the steps that set it up (`Call.begin`). */
export const made: Expr = { kind: 'name', name: ' made' };

/** Makes a call with plain arguments that the code does not write out itself. */
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

/** Words in one line, cut after 60 characters, without braces. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').replace(/[{}]/g, '').trim();
  return line.length > longestWords ? `${line.slice(0, longestWords)}…` : line;
}
