/** The list with the entry at one place taken to another. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = list.toSpliced(from, 1);
  const entry = list[from];
  return entry === undefined ? rest : rest.toSpliced(to, 0, entry);
}

/** The list with another entry at a place; past its end, it is added. */
export function replaced<Entry>(list: readonly Entry[], place: number, entry: Entry): Entry[] {
  return list.toSpliced(Math.min(place, list.length), 1, entry);
}

/** Where the open entry is after another was taken out. */
export function openAfterRemoval(open: number | undefined, removed: number): number | undefined {
  if (open === undefined || open === removed) return undefined;
  return open > removed ? open - 1 : open;
}
