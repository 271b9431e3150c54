import { isObject } from '../../core/base/json.ts';
import { partsOf } from '../kit/name-parts.ts';

/** Objects with more names show as a list of small tables. */
const mostColumns = 8;

/** Whether a value needs more than a cell: an object, or a list of objects or lists. */
export function hasParts(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null);
  return isObject(value) && Object.keys(value).length > 0;
}

/** The names that rows have, in the order of their first use; undefined where they are too many for a table, or none. */
export function columnsOf(rows: readonly Record<string, unknown>[]): readonly string[] | undefined {
  const names = new Set<string>();
  for (const row of rows) {
    for (const name of Object.keys(row)) names.add(name);
    if (names.size > mostColumns) return undefined;
  }
  return names.size === 0 ? undefined : [...names];
}

/** The name of an input or output as people read it: `ticketId` for `Flow.ticketId`. */
export function labelOf(name: string): string {
  return name.replace(/^Flow\./, '') || name;
}

/** The width of the column of names, in characters: wide enough for every word in them that is not very long. */
export function roomForNames(names: readonly string[]): number {
  const parts = names.flatMap((name) => partsOf(labelOf(name)));
  return Math.min(Math.max(...parts.map((part) => part.length), 8), 16);
}

/** A value as it came, for the clipboard: a text as it is, everything else as JSON. */
export function rawText(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, undefined, 2) ?? '';
}

/**
 * The address to which a text may link; undefined where it is none. Only `https:`, and no user name, because that can
 * make an address look like another one.
 */
export function safeLink(text: string): string | undefined {
  if (!/^https:\/\/\S+$/.test(text) || text.length > 2_000) return undefined;
  const url = URL.parse(text);
  return url === null || url.username !== '' || url.password !== '' ? undefined : url.href;
}
