import { isObject } from '../base/json.ts';
import { isEqual } from './rebase.ts';

/** One difference between two documents. */
export interface Difference {
  kind: 'added' | 'removed' | 'changed';
  /** Where, with entries of lists by their names: `connections › Production › clientId`. */
  path: string;
  /** JSON, or text as it is: whole, since what is cut could hide anything. */
  before?: string;
  after?: string;
}

/**
 * What tells one document from another, in the order of the first. Entries of lists are the same
 * where they have the same id or name; where only their order differs, the list itself is changed.
 */
export function differences(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): Difference[] {
  if (isEqual(before, after)) return [];
  if (isNamedList(before) && isNamedList(after)) return ofLists(before, after, path);
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(before[name], after[name], [...path, name]));
  }
  const place = path.join(' › ');
  if (before === undefined) return [{ kind: 'added', path: place, after: shown(after) }];
  if (after === undefined) return [{ kind: 'removed', path: place, before: shown(before) }];
  return [{ kind: 'changed', path: place, before: shown(before), after: shown(after) }];
}

function ofLists(before: Named[], after: Named[], path: readonly string[]): Difference[] {
  const keysBefore = before.map(keyOf);
  const keysAfter = after.map(keyOf);
  const keys = [...new Set([...keysBefore, ...keysAfter])];
  const inside = keys.flatMap((key) => {
    const one = before[keysBefore.indexOf(key)];
    const other = after[keysAfter.indexOf(key)];
    return differences(one, other, [...path, String((other ?? one)?.name ?? key)]);
  });
  if (inside.length > 0) return inside;
  const order = (list: Named[]) => list.map(({ name }) => name).join(', ');
  return [{ kind: 'changed', path: path.join(' › '), before: order(before), after: order(after) }];
}

type Named = { id?: unknown; name: string };

function keyOf({ id, name }: Named): string {
  return typeof id === 'string' ? id : name;
}

/** A list whose entries can be told apart by id or name. */
export function isNamedList(value: unknown): value is Named[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry?.name === 'string')) {
    return false;
  }
  return new Set(value.map(keyOf)).size === value.length;
}

/** A value as it is shown: text as it is, anything else as JSON. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
