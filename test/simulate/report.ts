import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { trials } from './act.ts';
import { type Defect, defects, invariants, Violation } from './rules.ts';
import { runTrial } from './trial.ts';

interface Simulated {
  /** What is printed. */
  text: string;
  isFaultless: boolean;
}

/**
 * Runs trials against the invariants, until one is violated. The same number and seed give the same text, byte
 * for byte: the digest in it is of every trial and of how often each put an invariant to the test.
 */
export function simulate(numRuns: number, seed: number): Simulated {
  const counts: Record<string, number> = {};
  const digest = createHash('sha256');
  const property = fc.property(trials, (trial) => {
    const tested = runTrial(trial);
    digest.update(JSON.stringify([trial, tested]));
    for (const [name, times] of Object.entries(tested)) counts[name] = (counts[name] ?? 0) + times;
  });
  const ended = fc.check(property, { numRuns, seed });
  const { failed, errorInstance, counterexample } = ended;
  const lines = [
    `Trials: ${ended.numRuns}, seed ${seed}, digest ${digest.digest('hex').slice(0, 16)}`,
    '',
    ...Object.entries(invariants).map(
      ([name, words]) => `${name}: ${words}. Put to the test ${timesOf(counts, name)} times.`,
    ),
    ...Object.entries(counts)
      .filter(([name]) => name.startsWith('refused'))
      .map(([name, times]) => `${name}: ${times} times`),
    '',
    ...(failed
      ? [`Violation: ${String(errorInstance)}`, JSON.stringify(counterexample, null, 1)]
      : ['Violations: 0']),
  ];
  return { text: `${lines.join('\n')}\n`, isFaultless: !failed };
}

/** How often an invariant was put to the test, in whatever way. */
function timesOf(counts: Readonly<Record<string, number>>, name: string): number {
  const tested = Object.entries(counts).filter(([each]) => each.split(':')[0] === name);
  return tested.reduce((sum, [, count]) => sum + count, 0);
}

/** How many trials it takes until a planted defect violates its own invariant; undefined where none does. */
export function trialsToFind(defect: Defect, numRuns: number, seed: number): number | undefined {
  let made = 0;
  const property = fc.property(trials, (trial) => {
    made += 1;
    return !violates(trial, defect);
  });
  const { failed } = fc.check(property, { numRuns, seed, endOnFailure: true });
  return failed ? made : undefined;
}

/** Whether a planted defect violates its own invariant in a trial. */
export function violates(trial: Parameters<typeof runTrial>[0], defect: Defect): boolean {
  try {
    runTrial(trial, defect);
    return false;
  } catch (error) {
    if (error instanceof Violation) return error.invariants.includes(defects[defect]);
    throw error;
  }
}
