import { hasEnded, type Launch } from './launch.ts';

/**
 * What the toolbar button tells at a glance of the launches that are not done with: that something
 * runs, or, which matters more, that it is not known of something whether it does.
 */
export function badgeOf(open: readonly Launch[]): {
  kind: 'none' | 'running' | 'unknown';
  count: number;
} {
  const unknown = open.filter(({ state }) => state === 'unknown').length;
  if (unknown > 0) return { kind: 'unknown', count: unknown };
  const running = open.filter((launch) => !hasEnded(launch)).length;
  return { kind: running > 0 ? 'running' : 'none', count: running };
}
