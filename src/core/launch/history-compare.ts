import type { Launch } from './launch.ts';

/** One thing that two launches have, each as text; undefined where one does not have it. */
export interface Difference {
  name: string;
  left: string | undefined;
  right: string | undefined;
}

/** Inputs and output of two launches, side by side: what differs first, then by name. */
export function compareLaunches(
  left: Launch,
  right: Launch,
): { inputs: Difference[]; output: Difference[] } {
  return {
    inputs: sideBySide(left.inputs, right.inputs),
    output: sideBySide(left.execution?.outputData, right.execution?.outputData),
  };
}

export function isDifferent({ left, right }: Difference): boolean {
  return left !== right;
}

function sideBySide(
  left: Readonly<Record<string, unknown>> = {},
  right: Readonly<Record<string, unknown>> = {},
): Difference[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .map((name) => ({ name, left: shown(left, name), right: shown(right, name) }))
    .sort(
      (a, b) => Number(isDifferent(b)) - Number(isDifferent(a)) || a.name.localeCompare(b.name),
    );
}

function shown(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (!Object.hasOwn(values, name)) return undefined;
  const value = values[name];
  return typeof value === 'string' ? value : JSON.stringify(value);
}
