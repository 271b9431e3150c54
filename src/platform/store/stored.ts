import type { z } from '../../core/base/zod.ts';
import { withLock } from '../locks.ts';
import { after } from '../wait.ts';

type AreaName = 'local' | 'session' | 'managed';

/** What a kept thing belongs to: it has no use once that is gone. */
export type Owner = 'tab' | 'connection' | 'launch' | 'rule' | 'server';

/** A line of the table of everything that is kept. */
export interface Entry<Value> {
  /** The key, or its beginning where there is one of it for each owner. */
  name: string;
  area: Exclude<AreaName, 'managed'>;
  /** Reads a value as it came from storage; one that does not fit reads as if it were missing. */
  read(raw: unknown): Value;
  of?: Owner;
  /** It goes when the person signs out. */
  personal?: boolean;
}

/** Something that can be read and watched. */
export interface Readable<Value> {
  /** The value, or the fallback where there is none or it cannot be read. */
  get(): Promise<Value>;
  /** Calls back with every new value, wherever it was written, until the signal aborts. */
  onChange(callback: (value: Value) => void, signal: AbortSignal): void;
}

/** One thing kept in storage, under one key, read through its schema. */
export interface Stored<Value> extends Readable<Value> {
  /** Calls back with every new value, and with the one before it. */
  onChange(callback: (value: Value, before: Value) => void, signal: AbortSignal): void;
  readonly key: string;
  /** Reads a value as it came from storage. */
  read(raw: unknown): Value;
  /** Rejects where the browser refuses to write, as when its quota is used up. */
  set(value: Value): Promise<void>;
  /**
   * Reads, changes and writes while no other page of ours changes the same thing. Nothing is written
   * where the change gives back what it was given. The answer is the value as it is then.
   */
  change(change: (value: Value) => Value): Promise<Value>;
  remove(): Promise<void>;
}

/** A thing of which there is one. */
export type One<Value> = Stored<Value> & { readonly entry: Entry<Value> };

/** A thing of which there is one for each owner, by the owner's id. */
export type Many<Id extends string | number, Value> = ((id: Id) => Stored<Value>) & {
  readonly entry: Entry<Value>;
};

/** What is read: `undefined` only where that stands for a missing thing. */
type Held<Value, Empty extends NoInfer<Value> | undefined> = undefined extends Empty
  ? Value | undefined
  : Value;

/** States once where a thing is kept, what it looks like and what it is where it is missing. */
export function one<Value, Empty extends NoInfer<Value> | undefined>(
  area: Entry<Value>['area'],
  name: string,
  schema: z.ZodMiniType<Value>,
  empty: Empty,
  more: Pick<Entry<Value>, 'personal'> = {},
): One<Held<Value, Empty>> {
  const entry = { ...more, area, name, read: readerOf(schema, empty) };
  return { ...stored(entry, name), entry };
}

/** The same for things of which there is one for each owner of a kind. */
export const manyOf =
  <Id extends string | number>(of: Owner) =>
  <Value, Empty extends NoInfer<Value> | undefined>(
    area: Entry<Value>['area'],
    name: string,
    schema: z.ZodMiniType<Value>,
    empty: Empty,
    more: Pick<Entry<Value>, 'personal'> = {},
  ): Many<Id, Held<Value, Empty>> => {
    const entry = { ...more, area, name, read: readerOf(schema, empty), of };
    return Object.assign((id: Id) => stored(entry, keyOf(entry, id)), { entry });
  };

export const perTab = manyOf<number>('tab');
/** By `connectionKey`. */
export const perConnection = manyOf<string>('connection');
export const perLaunch = manyOf<string>('launch');
/** Goes when the person signs out. */
export const personal = { personal: true };

function readerOf<Value, Empty extends Value | undefined>(
  schema: z.ZodMiniType<Value>,
  empty: Empty,
): (raw: unknown) => Held<Value, Empty> {
  return (raw) => {
    const parsed = schema.safeParse(raw);
    return (parsed.success ? parsed.data : empty) as Held<Value, Empty>;
  };
}

/** The key of what an owner has of an entry. */
export function keyOf({ name }: Pick<Entry<unknown>, 'name'>, id: string | number): string {
  return `${name} ${id}`;
}

function stored<Value>({ area, read }: Entry<Value>, key: string): Stored<Value> {
  const get = async () => read((await chrome.storage[area].get(key))[key]);
  const set = (value: Value) => chrome.storage[area].set({ [key]: value });
  return {
    key,
    read,
    get,
    set,
    change: (change) =>
      withLock(key, async () => {
        const before = await get();
        const after = change(before);
        if (after !== before) await set(after);
        return after;
      }),
    remove: () => chrome.storage[area].remove(key),
    onChange: (callback, signal) =>
      onAreaChange(
        area,
        (changes) => {
          const { [key]: change } = changes;
          if (change) callback(read(change.newValue), read(change.oldValue));
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

/**
 * A thing that may be late: where it does not come within `patience` (in milliseconds), what stands in
 * for it, and the thing itself as a change when it comes.
 */
export function soon<Value>(
  late: Readable<Value>,
  standIn: Value,
  patience: number,
): Readable<Value> {
  /** Whether it does not come in time. */
  const isLate = () =>
    Promise.race([late.get().then(() => false), after(patience).then(() => true)]);
  return {
    get: () => Promise.race([late.get(), after(patience).then(() => standIn)]),
    onChange: (callback, signal) => {
      late.onChange(callback, signal);
      void isLate().then(async (is) => {
        if (!is) return;
        const value = await late.get();
        if (!signal.aborted) callback(value);
      });
    },
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
