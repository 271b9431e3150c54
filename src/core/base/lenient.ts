import type { z } from './zod.ts';

type Path = readonly (string | number)[];

/** A part of a document that does not fit. */
export interface PartProblem {
  /** Where it stands, as people write it: `connections[0].flows[2].id`. */
  path: string;
  /**
   * `missing`, `wrong-type` (with what is expected), `unknown-name` (with the names), `duplicate`, or
   * `invalid-value`.
   */
  reason: 'missing' | 'wrong-type' | 'unknown-name' | 'invalid-value' | 'duplicate';
  detail?: string | undefined;
  /** The part that is left out because of it, where that is more than the part itself. */
  leftOut?: string | undefined;
}

export interface LenientReading<Value> {
  /** Undefined where nothing could be saved. */
  value: Value | undefined;
  /** The document without what was left out, and without defaults. */
  kept: unknown;
  problems: PartProblem[];
}

/** Every round leaves something out, so a document ends sooner; this bounds what a hostile one costs. */
const mostRounds = 200;

/**
 * Reads a document part by part: what does not fit is left out and reported, everything else counts.
 * A list loses the entry at fault, an object the field; where a field is required, its object goes.
 *
 * @param raw plain data, as JSON gives it
 * @param guards by the name of a field: what stands in its place if it does not fit, because without it more would
 *   be allowed than was meant
 */
export function readLeniently<Value>(
  schema: z.ZodMiniType<Value>,
  raw: unknown,
  guards: Readonly<Record<string, unknown>> = {},
): LenientReading<Value> {
  const draft: unknown = structuredClone(raw);
  const places = new WeakMap<object, number[]>();
  const problems: PartProblem[] = [];
  /** Whose fault it is that a part is gone, so that what misses it then is no problem of its own. */
  const gone = new Map<string, PartProblem>();
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = schema.safeParse(draft);
    if (parsed.success) return { value: parsed.data, kept: draft, problems };
    const issues = parsed.error.issues.map((issue) => ({ ...describe(issue, draft), issue }));
    // From the end of every list, so that leaving one entry out does not move the others.
    for (const { at, issue } of issues.toSorted((a, b) => comparePaths(b.at, a.at))) {
      const path = pathText(originalPath(issue.path as Path, draft, places));
      const leftOut = pathText(originalPath(at, draft, places));
      if (!guard(draft, at, guards) && !remove(draft, at, places, issue)) continue;
      const cause = gone.get(path);
      const problem = cause ?? problemOf(issue, path, raw);
      if (cause === undefined) problems.push(problem);
      if (leftOut !== problem.path) problem.leftOut = leftOut;
      gone.set(leftOut, problem);
    }
    if (issues.some(({ at }) => at.length === 0)) break;
  }
  return { value: undefined, kept: undefined, problems };
}

/** `connections[0].flows[2].id`, as a person reads it. */
function pathText(path: Path): string {
  return path
    .map((part, place) => {
      if (typeof part === 'number') return `[${part}]`;
      return place === 0 ? part : `.${part}`;
    })
    .join('');
}

/** What has to go for an issue: the part itself, or where it is missing, what it is missing from. */
function describe(issue: z.core.$ZodIssue, draft: unknown): { at: Path } {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return { at: path };
  return { at: has(draft, path) ? path : path.slice(0, -1) };
}

/** Puts the guard in the place of a field, where there is one; false where there is none. */
function guard(draft: unknown, at: Path, guards: Readonly<Record<string, unknown>>): boolean {
  const owner = valueAt(draft, at.slice(0, -1));
  const last = at.at(-1);
  if (typeof last !== 'string' || !Object.hasOwn(guards, last) || !isStructured(owner))
    return false;
  owner[last] = guards[last];
  return true;
}

function remove(
  draft: unknown,
  at: Path,
  places: WeakMap<object, number[]>,
  issue: z.core.$ZodIssue,
): boolean {
  if (issue.code === 'unrecognized_keys') {
    const owner = valueAt(draft, at);
    if (!isStructured(owner)) return false;
    for (const key of issue.keys) delete owner[key];
    return true;
  }
  const owner = valueAt(draft, at.slice(0, -1));
  const last = at.at(-1);
  if (Array.isArray(owner) && typeof last === 'number') {
    if (last >= owner.length) return false;
    const indexes = places.get(owner) ?? owner.map((_, index) => index);
    owner.splice(last, 1);
    indexes.splice(last, 1);
    places.set(owner, indexes);
    return true;
  }
  if (!isStructured(owner) || last === undefined || !Object.hasOwn(owner, last)) {
    return at.length === 0;
  }
  delete owner[last];
  return true;
}

function problemOf(issue: z.core.$ZodIssue, path: string, raw: unknown): PartProblem {
  if (issue.code === 'unrecognized_keys') {
    return { path, reason: 'unknown-name', detail: issue.keys.join(', ') };
  }
  if (issue.code !== 'invalid_type') return { path, reason: 'invalid-value' };
  const isMissing = !has(raw, issue.path as Path);
  return isMissing
    ? { path, reason: 'missing' }
    : { path, reason: 'wrong-type', detail: issue.expected };
}

/** The path as it was before entries were left out. */
function originalPath(path: Path, draft: unknown, places: WeakMap<object, number[]>): Path {
  let current = draft;
  return path.map((part) => {
    const owner = current;
    current = valueAt(owner, [part]);
    if (!Array.isArray(owner) || typeof part !== 'number') return part;
    return places.get(owner)?.[part] ?? part;
  });
}

function comparePaths(one: Path, other: Path): number {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    const [a, b] = [one[place], other[place]];
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : 1;
  }
  return one.length - other.length;
}

function has(value: unknown, path: Path): boolean {
  const owner = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  return last === undefined || (isStructured(owner) && Object.hasOwn(owner, last));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (owner, part) => (isStructured(owner) && Object.hasOwn(owner, part) ? owner[part] : undefined),
    value,
  );
}

function isStructured(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
