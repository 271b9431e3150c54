/** A copy of a list with one entry moved to another place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = list.toSpliced(from, 1);
  const entry = list[from];
  return entry === undefined ? rest : rest.toSpliced(to, 0, entry);
}

/** A copy of a list with another entry at a place, or with the entry added where the place is past its end. */
export function replaced<Entry>(list: readonly Entry[], place: number, entry: Entry): Entry[] {
  return list.toSpliced(Math.min(place, list.length), 1, entry);
}

/** The place of the open entry after an entry was removed; undefined where that was the open one. */
export function openAfterRemoval(open: number | undefined, removed: number): number | undefined {
  if (open === undefined || open === removed) return undefined;
  return open > removed ? open - 1 : open;
}
