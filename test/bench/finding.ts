import { type Sample, sampleOf } from './sample.ts';

/** What a measurement found: ours beside what people would use instead, and beside the limit. */
export interface Finding {
  name: string;
  unit: 'ms' | 'bytes' | 'requests' | 's';
  ours: Sample;
  peer?: Compared | undefined;
  limit?: Compared | undefined;
}

interface Compared {
  name: string;
  sample: Sample;
}

/** One thing that is measured; `--only` takes its name. */
export interface Measurement {
  name: string;
  run(bench: Bench): Promise<Finding[]>;
}

/** How thoroughly it is measured. */
export interface Bench {
  /** So many rounds, or fewer where it only has to be shown that it works. */
  rounds(most: number): number;
}

export const against = (name: string, value: number | Sample): Compared => ({
  name,
  sample: typeof value === 'number' ? sampleOf([value]) : value,
});

/** One line of `release/bench.json`. */
export interface Line {
  name: string;
  unit: string;
  ours: number;
  peer: { name: string; value: number } | null;
  limit: { name: string; value: number } | null;
  ratioToPeer: number | null;
  ratioToLimit: number | null;
  n: number;
}

/** A finding as lines: the medians, and where it was measured more than once, the 95th percentiles. */
export function linesOf(finding: Finding): Line[] {
  const median = lineOf(finding, finding.name, ({ median }) => median);
  if (finding.ours.n < 2) return [median];
  return [median, lineOf(finding, `${finding.name}-p95`, ({ p95 }) => p95)];
}

function lineOf(
  { unit, ours, peer, limit }: Finding,
  name: string,
  of: (sample: Sample) => number,
): Line {
  const side = (compared: Compared | undefined) =>
    compared ? { name: compared.name, value: rounded(of(compared.sample)) } : null;
  const ratio = (compared: Compared | undefined) => {
    const value = compared && of(ours) / of(compared.sample);
    return value !== undefined && Number.isFinite(value) ? rounded(value) : null;
  };
  return {
    name,
    unit,
    ours: rounded(of(ours)),
    peer: side(peer),
    limit: side(limit),
    ratioToPeer: ratio(peer),
    ratioToLimit: ratio(limit),
    n: ours.n,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
