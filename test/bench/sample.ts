/** What repeated measuring of one thing came to. */
export interface Sample {
  median: number;
  p95: number;
  n: number;
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), n: sorted.length };
}

/** The value below which a share of the sorted values lies, between two of them where need be. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

interface Rounds {
  /** How often everything is measured, at most. */
  rounds: number;
  /** No new round begins after so many seconds, once there are three. */
  seconds: number;
}

const warmUps = 2;

/**
 * Measures several things side by side: after a warm-up, every round measures each of them once, in
 * an order that moves on from round to round, so that what else the machine does hits all alike.
 */
export async function interleave<Name extends string>(
  runs: Readonly<Record<Name, () => Promise<number>>>,
  { rounds, seconds }: Rounds,
): Promise<Record<Name, Sample>> {
  const names = Object.keys(runs) as Name[];
  const values = new Map(names.map((name): [Name, number[]] => [name, []]));
  const end = performance.now() + seconds * 1000;
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round >= 3 && performance.now() > end) break;
    for (const place of names.keys()) {
      const name = names[(place + round + warmUps) % names.length] as Name;
      const value = await runs[name]();
      if (round >= 0) values.get(name)?.push(value);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, sampleOf(values.get(name) ?? [])]),
  ) as Record<Name, Sample>;
}
