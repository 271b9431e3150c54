import type { z } from '../../core/base/zod.ts';

type AreaName = 'local' | 'session' | 'managed';

/** Something that can be read and watched. */
export interface Readable<Value> {
  /** The value, or the fallback where there is none or it cannot be read. */
  get(): Promise<Value>;
  /** Calls back with every new value, wherever it was written, until the signal aborts. */
  onChange(callback: (value: Value) => void, signal: AbortSignal): void;
}

/** One thing kept in storage, under one key, read through its schema. */
export interface Stored<Value> extends Readable<Value> {
  /** Rejects where the browser refuses to write, as when its quota is used up. */
  set(value: Value): Promise<void>;
  remove(): Promise<void>;
}

/**
 * States once where a thing is kept, what it looks like and what it is when missing. A value that
 * does not fit its schema reads as the fallback and stays where it is.
 */
export function stored<Value>(
  area: AreaName,
  key: string,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): Stored<Value> {
  const read = (raw: unknown): Value => schema.safeParse(raw).data ?? fallback;
  return {
    get: async () => read((await chrome.storage[area].get(key))[key]),
    set: (value) => chrome.storage[area].set({ [key]: value }),
    remove: () => chrome.storage[area].remove(key),
    onChange: (callback, signal) =>
      onAreaChange(
        area,
        (changes) => {
          if (key in changes) callback(read(changes[key]?.newValue));
        },
        signal,
      ),
  };
}

/** A whole area as one thing. */
export function wholeArea<Value>(
  area: AreaName,
  read: (raw: Record<string, unknown>) => Value,
): Readable<Value> {
  const get = async () => read(await chrome.storage[area].get());
  return {
    get,
    onChange: (callback, signal) => onAreaChange(area, () => void get().then(callback), signal),
  };
}

/** Two things as one, for when either of them changes what is made of both. */
export function combined<One, Other, Value>(
  one: Readable<One>,
  other: Readable<Other>,
  combine: (one: One, other: Other) => Value,
): Readable<Value> {
  const get = async () => combine(...(await Promise.all([one.get(), other.get()])));
  return {
    get,
    onChange: (callback, signal) => {
      const tell = () =>
        void get().then((value) => {
          if (!signal.aborted) callback(value);
        });
      one.onChange(tell, signal);
      other.onChange(tell, signal);
    },
  };
}

/** Removes every value of an area whose key has one of the prefixes. */
export async function removeWithPrefix(area: AreaName, prefixes: readonly string[]): Promise<void> {
  const keys = await chrome.storage[area].getKeys();
  await chrome.storage[area].remove(
    keys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

function onAreaChange(
  area: AreaName,
  callback: (changes: Record<string, chrome.storage.StorageChange>) => void,
  signal: AbortSignal,
): void {
  const { onChanged } = chrome.storage[area];
  onChanged.addListener(callback);
  signal.addEventListener('abort', () => onChanged.removeListener(callback));
}

/** How much of the local storage is used, in bytes. */
export async function storageUse(): Promise<{ used: number; most: number }> {
  const { local } = chrome.storage;
  return { used: await local.getBytesInUse(), most: local.QUOTA_BYTES };
}
