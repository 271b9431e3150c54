import { isEmpty } from './scope.ts';
import type { Expr } from './syntax.ts';
import { openPlace, Table, Thing, textOf, type Value } from './value.ts';

/** The path of what a call calls: `axios.post`, `XMLHttpRequest().send`. */
export function pathOf(target: Value, self: Value | undefined, callee: Expr): string {
  if (target instanceof Thing && !(self instanceof Table)) return target.path;
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  return self instanceof Table ? `${self.tag}.${name}` : name;
}

/** The name of what a path calls: `post` of `axios.post`. */
export function calledName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The class of a path that makes an object: `Client` of `Client()`, the path of `new Client()`. */
export function className(path: string): string {
  return path.replace(/\(\)$/, '');
}

/** No paste is longer; a text that code doubles again and again would fill the memory. */
const longestText = 1_000_000;
/** The same for lists. */
const mostItems = 20_000;

export function isTooLarge(value: Value): boolean {
  const isLongText = typeof value === 'string' && value.length > longestText;
  return isLongText || (Array.isArray(value) && value.length > mostItems);
}

/** The value of `a + b`: a sum of numbers, a list of lists, else a text. */
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

/** The value of `a += b`: joins texts, adds the parts of lists and tables. */
export function added(before: Value, more: Value): Value {
  if (before instanceof Table && more instanceof Table) return before.add(more.entries);
  if (Array.isArray(before) && Array.isArray(more)) return joined([before, more]);
  return joined([before === null ? '' : before, more]);
}

/** The first alternative that the code shows: `process.env.HOST || 'api.mypurecloud.com'`. */
export function firstKnown(values: readonly Value[]): Value {
  return values.find((it) => !(it instanceof Thing) && !isEmpty(it)) ?? values[0] ?? null;
}
