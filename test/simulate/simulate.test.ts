import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Trial, trials } from './act.ts';
import { type Defect, defects } from './rules.ts';
import { runTrial } from './trial.ts';

const launchedThenOpened: Trial = {
  confirmLaunch: false,
  launchAtOnce: true,
  latencies: [5],
  acts: [
    { act: 'menu', selects: false },
    { act: 'wait', time: 3_000 },
    { act: 'close', view: 0 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 3_000 },
  ],
};

test('whatever happens beside a page, a launch is meant', () => {
  fc.assert(
    fc.property(trials, (trial) => void runTrial(trial)),
    { numRuns: 500, seed: 1 },
  );
});

describe('a planted defect is found', () => {
  test.each(Object.entries(defects) as [Defect, string][])('%s: %s', (defect, invariant) => {
    const property = fc.property(trials, (trial) => void runTrial(trial, defect));
    const { failed, errorInstance } = fc.check(property, {
      numRuns: 10_000,
      seed: 1,
      endOnFailure: true,
      // Chance takes long to open the popup again just after a launch.
      examples: [[launchedThenOpened]],
    });
    expect(failed).toBe(true);

    expect(String(errorInstance)).toMatch(new RegExp(`${invariant}|in-front`));
  });
});
