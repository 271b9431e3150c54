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

/** A text that doubles again and again would fill the memory; no paste is longer. */
export const longestText = 1_000_000;
/** The same for lists. */
export const mostItems = 20_000;

/** What `a + b` comes to: a sum of numbers, a list of lists, else a text. */
export function joined(values: readonly Value[]): Value {
  const [first] = values;
  if (values.length === 1 && first instanceof Thing) return openPlace(first.words);
  if (values.every((it) => Array.isArray(it))) return values.flat().slice(0, mostItems);
  const isSum = values.length > 1 && values.every((it) => typeof it === 'number');
  if (isSum) return values.reduce((sum, it) => sum + it, 0);
  let text = '';
  for (const it of values) {
    text += textOf(it);
    if (text.length > longestText) return new Thing('…');
  }
  return text;
}

/** `a += b`: texts are joined, lists and tables get the others' parts. */
export function added(before: Value, more: Value): Value {
  if (before instanceof Table && more instanceof Table) return before.add(more.entries);
  if (Array.isArray(before) && Array.isArray(more)) return joined([before, more]);
  return joined([before === null ? '' : before, more]);
}

/** Of alternatives the first that is known: `process.env.HOST || 'api.mypurecloud.com'`. */
export function firstKnown(values: readonly Value[]): Value {
  return values.find((it) => !(it instanceof Thing) && !isEmpty(it)) ?? values[0] ?? null;
}
