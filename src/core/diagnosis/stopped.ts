import type { PreflightLine } from './preflight.ts';

// On its own because a view needs it before it loads what writes the lines.

/** Whether a launch would be refused for sure. */
export function isStopped(lines: readonly PreflightLine[]): boolean {
  return lines.some(({ state, certain }) => state === 'problem' && certain);
}
