import { sortedJson } from '../../../src/core/base/json.ts';
import { type FakeEvent, fakeEvent } from './event.ts';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** One storage area, with what it holds for a test to look at. */
export interface FakeArea {
  readonly values: Map<string, unknown>;
  readonly onChanged: FakeEvent<[Changes]>;
  get(keys?: string | readonly string[] | null): Promise<Record<string, unknown>>;
  getKeys(): Promise<string[]>;
  getBytesInUse(): Promise<number>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** Those that were asked for, in their order. */
  readonly accessLevels: readonly string[];
  setAccessLevel(level: { accessLevel: string }): Promise<void>;
  readonly QUOTA_BYTES: number;
}

/**
 * A storage area as the browser has it: values are kept as JSON with the keys of objects in alphabetical order, all of
 * one `set` or none of it, and listeners hear of it a turn later.
 */
export function fakeArea(): FakeArea {
  const values = new Map<string, unknown>();
  const accessLevels: string[] = [];
  const onChanged = fakeEvent<[Changes]>();
  const tell = (changes: Changes): void => {
    if (Object.keys(changes).length > 0) queueMicrotask(() => onChanged.tell(changes));
  };
  const listed = (keys: string | readonly string[]): readonly string[] =>
    typeof keys === 'string' ? [keys] : keys;
  const remove = (keys: readonly string[]): void => {
    const changes: Changes = {};
    for (const key of keys) {
      if (!values.has(key)) continue;
      changes[key] = { oldValue: copyOf(values.get(key)) };
      values.delete(key);
    }
    tell(changes);
  };
  return {
    values,
    onChanged,
    QUOTA_BYTES: 10_485_760,
    get: async (keys) => {
      const wanted = keys === undefined || keys === null ? [...values.keys()] : listed(keys);
      return Object.fromEntries(
        wanted.filter((key) => values.has(key)).map((key) => [key, copyOf(values.get(key))]),
      );
    },
    getKeys: async () => [...values.keys()],
    getBytesInUse: async () => JSON.stringify([...values]).length,
    set: async (items) => {
      const copies = Object.entries(items).map(([key, value]) => [key, copyOf(value)] as const);
      const changes: Changes = {};
      for (const [key, newValue] of copies) {
        if (newValue === undefined) continue;
        changes[key] = { oldValue: values.get(key), newValue };
        values.set(key, newValue);
      }
      tell(structuredClone(changes));
    },
    remove: async (keys) => remove(listed(keys)),
    clear: async () => remove([...values.keys()]),
    accessLevels,
    setAccessLevel: async ({ accessLevel }) => {
      accessLevels.push(accessLevel);
    },
  };
}

/** As the browser keeps it: what JSON has no word for is gone, and keys are sorted. */
function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(sortedJson(value));
}
