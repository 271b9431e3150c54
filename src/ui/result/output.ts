import { isObject } from '../../core/base/json.ts';
import { partsOf } from '../kit/name-parts.ts';

/** Wider tables are lists of small ones. */
const mostColumns = 8;

/** Objects, and lists of objects or lists: what takes more than a cell to show. */
export function hasParts(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null);
  return isObject(value) && Object.keys(value).length > 0;
}

/** The names that the rows have, in the order they come up; `undefined` if no table has room. */
export function columnsOf(rows: readonly Record<string, unknown>[]): readonly string[] | undefined {
  const names = new Set<string>();
  for (const row of rows) {
    for (const name of Object.keys(row)) names.add(name);
    if (names.size > mostColumns) return undefined;
  }
  return names.size === 0 ? undefined : [...names];
}

/** `Flow.ticketId` is shown as `ticketId`. */
export function labelOf(name: string): string {
  return name.replace(/^Flow\./, '') || name;
}

/** How much room the names of a list need, in characters: no word of them breaks, unless it is very long. */
export function roomForNames(names: readonly string[]): number {
  const parts = names.flatMap((name) => partsOf(labelOf(name)));
  return Math.min(Math.max(...parts.map((part) => part.length), 8), 16);
}

/** The value as it came, for the clipboard: text as it is, everything else as JSON. */
export function rawText(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, undefined, 2) ?? '';
}

/**
 * The address to link a text to, if it is one: `https:` only, and without a user name, which serves
 * to make an address look like another.
 */
export function safeLink(text: string): string | undefined {
  if (!/^https:\/\/\S+$/.test(text) || text.length > 2_000) return undefined;
  const url = URL.parse(text);
  return url === null || url.username !== '' || url.password !== '' ? undefined : url.href;
}
