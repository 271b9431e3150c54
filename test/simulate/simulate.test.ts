import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trials } from './act.ts';
import { type Defect, defects } from './rules.ts';
import { runTrial } from './trial.ts';

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
    });
    expect(failed).toBe(true);
    // An intention that stays says something of another customer, before it launches again.
    expect(String(errorInstance)).toMatch(new RegExp(`${invariant}|in-front`));
  });
});
