import { z } from '../../core/base/zod.ts';
import { type Launch, launchSchema } from '../../core/launch/launch.ts';

const prefix = 'launch ';
const asidePrefix = 'set-aside launch ';
const area = () => chrome.storage.local;

/** What is kept under a launch's id: its record, nothing, or something that is no record. */
export type Kept = Launch | 'missing' | 'damaged';

/** The record of one launch. */
export async function readLaunch(id: string): Promise<Kept> {
  const key = `${prefix}${id}`;
  const values = await area().get(key);
  return key in values ? parsed(values[key]) : 'missing';
}

/** Changes a record. Rejects where the browser refuses to write. */
export function writeLaunch(launch: Launch): Promise<void> {
  return area().set({ [`${prefix}${launch.id}`]: launch });
}

/** Ids of all launches, of damaged records too, without reading the records. */
async function launchIds(): Promise<string[]> {
  const keys = await area().getKeys();
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** All records, by id, in no order. Thousands of them take their time: nothing but history wants it. */
export async function readAllLaunches(): Promise<Map<string, Exclude<Kept, 'missing'>>> {
  return readLaunches(await launchIds());
}

/** The records of some launches that are there, by id. */
export async function readLaunches(
  ids: readonly string[],
): Promise<Map<string, Exclude<Kept, 'missing'>>> {
  const keys = ids.map((id) => `${prefix}${id}`);
  const values: Record<string, unknown> = keys.length === 0 ? {} : await area().get(keys);
  return new Map(
    Object.entries(values).map(([key, value]) => [key.slice(prefix.length), parsed(value)]),
  );
}

export function removeLaunches(ids: readonly string[]): Promise<void> {
  return area().remove(ids.map((id) => `${prefix}${id}`));
}

/** Moves a damaged record to where nobody trips over it, and nobody throws it away either. */
export async function setAside(id: string): Promise<void> {
  const key = `${prefix}${id}`;
  const values = await area().get(key);
  if (!(key in values)) return;
  await area().set({ [`${asidePrefix}${id}`]: values[key] });
  await area().remove(key);
}

/** How many damaged records have been set aside. */
export async function countSetAside(): Promise<number> {
  return (await area().getKeys()).filter((key) => key.startsWith(asidePrefix)).length;
}

/** Calls back with the records that were written or removed, until the signal aborts. */
export function onLaunchesChange(
  callback: (changed: ReadonlyMap<string, Kept>) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>): void => {
    const ours = Object.entries(changes).filter(([key]) => key.startsWith(prefix));
    if (ours.length === 0) return;
    callback(
      new Map(
        ours.map(([key, { newValue }]) => [
          key.slice(prefix.length),
          newValue === undefined ? 'missing' : parsed(newValue),
        ]),
      ),
    );
  };
  area().onChanged.addListener(listener);
  signal.addEventListener('abort', () => area().onChanged.removeListener(listener));
}

function parsed(value: unknown): Launch | 'damaged' {
  return launchSchema.safeParse(value).data ?? 'damaged';
}

const openKey = 'open-launches';
const openSchema = z.array(z.string());

/**
 * Ids of launches that are not done with, so that waking up does not mean reading all records.
 * `undefined` where the list is missing or damaged, and is to be made anew from the records.
 */
export async function openLaunches(): Promise<string[] | undefined> {
  return openSchema.safeParse((await area().get(openKey))[openKey]).data;
}

/**
 * Writes a first record together with the list that it is in now. The browser takes both or neither:
 * https://source.chromium.org/chromium/chromium/src/+/main:components/value_store/leveldb_value_store.cc
 */
export function writeNewLaunch(launch: Launch, open: readonly string[]): Promise<void> {
  return area().set({ [`${prefix}${launch.id}`]: launch, [openKey]: [...new Set(open)] });
}

export function setOpenLaunches(ids: readonly string[]): Promise<void> {
  return area().set({ [openKey]: [...new Set(ids)] });
}
