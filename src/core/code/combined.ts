import { isEmpty } from './scope.ts';
import type { Expr } from './syntax.ts';
import { openPlace, Table, Thing, textOf, type Value } from './value.ts';

/** The way to what is called: `axios.post`, `XMLHttpRequest().send`. */
export function pathOf(target: Value, self: Value | undefined, callee: Expr): string {
  if (target instanceof Thing && !(self instanceof Table)) return target.path;
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  return self instanceof Table ? `${self.tag}.${name}` : name;
}

/** A class by the way to it: `new Client()` has the path `Client()`. */
export function nameOf(path: string): string {
  return path.replace(/\(\)$/, '');
}

/** What `a + b` comes to: a sum of numbers, a list of lists, else a text. */
export function joined(values: readonly Value[]): Value {
  const [first] = values;
  if (values.length === 1 && first instanceof Thing) return openPlace(first.words);
  if (values.every((it) => Array.isArray(it))) return values.flat();
  const isSum = values.length > 1 && values.every((it) => typeof it === 'number');
  return isSum ? values.reduce((sum, it) => sum + it, 0) : values.map(textOf).join('');
}

/** Of alternatives the first that is known: `process.env.HOST || 'api.mypurecloud.com'`. */
export function firstKnown(values: readonly Value[]): Value {
  return values.find((it) => !(it instanceof Thing) && !isEmpty(it)) ?? values[0] ?? null;
}
