/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, the limit. */
  below(limit: number): number;
  /** One of them. */
  of<Item>(items: readonly Item[]): Item;
  /** True so often in a hundred. */
  percent(chance: number): boolean;
}

/** Mulberry32, by Tommy Ettinger, in the public domain: small, and good enough to pick faults with. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from');
      return item;
    },
    percent: (chance) => next() * 100 < chance,
  };
}
