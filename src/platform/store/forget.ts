import { type Entry, keyOf, type Owner } from './stored.ts';
import { keptEntries } from './table.ts';

/** Removes what belongs to tabs, connections or launches that are gone. */
export function forgetOwned(of: Owner, ids: readonly (string | number)[]): Promise<void> {
  const gone = new Set(ids.map(String));
  return remove((entry, owner) => entry.of === of && owner !== undefined && isAmong(gone, owner));
}

/**
 * Removes what belongs to the person who signs out of a connection, by its key: what is kept for that
 * connection, and what they began and saw in all tabs.
 */
export function forgetPerson(connectionKey: string): Promise<void> {
  const gone = new Set([connectionKey]);
  return remove((entry, owner) => {
    if (!entry.personal) return false;
    return entry.of !== 'connection' || (owner !== undefined && isAmong(gone, owner));
  });
}

/** The owners of a kind that anything is kept for, each with what may follow its id. */
export async function ownersOf(of: Owner): Promise<string[]> {
  const entries = keptEntries.filter((entry) => entry.of === of);
  const keys = await Promise.all(
    (['local', 'session'] as const).map((area) => chrome.storage[area].getKeys()),
  );
  return keys.flat().flatMap((key) =>
    entries.flatMap((entry) => {
      const owner = ownerIn(entry, key);
      return owner === false || owner === undefined ? [] : [owner];
    }),
  );
}

/** A part of what an owner has is kept under the owner's id and its own. */
function isAmong(owners: ReadonlySet<string>, owner: string): boolean {
  if (owners.has(owner)) return true;
  return owner.includes(' ') && [...owners].some((each) => owner.startsWith(`${each} `));
}

async function remove(
  isMeant: (entry: Entry<unknown>, owner: string | undefined) => boolean,
): Promise<void> {
  await Promise.all(
    (['local', 'session'] as const).map(async (area) => {
      const entries = keptEntries.filter((entry) => entry.area === area);
      const keys = await chrome.storage[area].getKeys();
      await chrome.storage[area].remove(
        keys.filter((key) =>
          entries.some((entry) => {
            const owner = ownerIn(entry, key);
            return owner !== false && isMeant(entry, owner);
          }),
        ),
      );
    }),
  );
}

/** Whose a key of an entry is: `undefined` where there is one for all, false for a key of another. */
function ownerIn({ name, of }: Entry<unknown>, key: string): string | undefined | false {
  if (of === undefined) return key === name ? undefined : false;
  const prefix = keyOf({ name }, '');
  return key.startsWith(prefix) ? key.slice(prefix.length) : false;
}
