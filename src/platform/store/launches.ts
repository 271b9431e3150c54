import type { Launch } from '../../core/launch/launch.ts';
import { launchAsideOf, launchOf, openLaunchIds } from '../keys/launch.ts';
import { keyOf } from './stored.ts';

const prefix = keyOf(launchOf.entry, '');
const asidePrefix = keyOf(launchAsideOf.entry, '');
const area = () => chrome.storage.local;

/** What is kept under a launch's id: its record, nothing, or something that is no record. */
export type Kept = Launch | 'missing' | 'damaged';

/** The record of one launch. */
export async function readLaunch(id: string): Promise<Kept> {
  const { key } = launchOf(id);
  const values = await area().get(key);
  return key in values ? parsed(values[key]) : 'missing';
}

/** Changes a record. Rejects where the browser refuses to write. */
export function writeLaunch(launch: Launch): Promise<void> {
  return launchOf(launch.id).set(launch);
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
  const keys = ids.map((id) => launchOf(id).key);
  const values: Record<string, unknown> = keys.length === 0 ? {} : await area().get(keys);
  return new Map(
    Object.entries(values).map(([key, value]) => [key.slice(prefix.length), parsed(value)]),
  );
}

/** Moves a damaged record to where nothing reads it, and nothing deletes it either. */
export async function setAside(id: string): Promise<void> {
  const { key } = launchOf(id);
  const values = await area().get(key);
  if (!(key in values)) return;
  await launchAsideOf(id).set(values[key]);
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
  return launchOf.entry.read(value) ?? 'damaged';
}

/**
 * Writes a first record together with the list that it is in now. The browser takes both or neither:
 * https://source.chromium.org/chromium/chromium/src/+/main:components/value_store/leveldb_value_store.cc
 */
export function writeNewLaunch(launch: Launch, open: readonly string[]): Promise<void> {
  const { key } = launchOf(launch.id);
  return area().set({ [key]: launch, [openLaunchIds.key]: [...new Set(open)] });
}

/** Writes the list of open launches. */
export function setOpenLaunches(ids: readonly string[]): Promise<void> {
  return openLaunchIds.set([...new Set(ids)]);
}
