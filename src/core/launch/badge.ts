import { hasEnded, type Launch } from './launch.ts';

/**
 * What the toolbar button says of the open launches at a glance: that one runs, or, which matters more,
 * that the outcome of one is unknown.
 */
export function badgeOf(open: readonly Launch[]): {
  kind: 'none' | 'running' | 'unknown';
  /** The launches that it counts, the latest first. */
  launches: Launch[];
} {
  const latest = open.toSorted((a, b) => b.times.created - a.times.created);
  const unknown = latest.filter(({ state }) => state === 'unknown');
  if (unknown.length > 0) return { kind: 'unknown', launches: unknown };
  const running = latest.filter((launch) => !hasEnded(launch));
  return { kind: running.length > 0 ? 'running' : 'none', launches: running };
}
