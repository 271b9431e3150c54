import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Trial, trials } from './act.ts';
import {
  cancelledWhileWaiting,
  chosenThenHungUp,
  closedTooSoon,
  disagreeing,
  endedWhileOut,
  endedWhileWaiting,
  faxGone,
  forbiddenMeanwhile,
  fromList,
  householdCalls,
  keptWhileCounting,
  launchedThenOpened,
  otherOfOneNumber,
  pressedTwice,
  setUpMeanwhile,
  signedInMeanwhile,
  sleptWhileWaiting,
} from './examples.ts';
import {
  asleepTooSoon,
  clickedTooSoon,
  closedBeforeBegun,
  pressedAsItTurned,
  redrawnBehind,
  turnedWhileCounting,
} from './examples-tabs.ts';
import { simulate, violates } from './report.ts';
import { type Defect, defects, invariants } from './rules.ts';
import { runTrial } from './trial.ts';

// Hundreds of days take their time where much else runs.
vi.setConfig({ testTimeout: 180_000 });

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('whatever happens beside a page, a launch is meant', () => {
  fc.assert(
    fc.property(trials, (trial) => void runTrial(trial)),
    { numRuns: 400, seed: 1 },
  );
});

test('a seed reproduces a run byte for byte, in another process too', () => {
  const { text } = simulate(40, 7);
  const command = ['--import', 'tsx', main, '--trials', '40', '--seed', '7'];
  expect(execFileSync(process.execPath, command, { encoding: 'utf8' })).toBe(text);
  expect(simulate(40, 8).text.split('digest')[1]).not.toBe(text.split('digest')[1]);
});

test('there is a defect to plant for every invariant', () => {
  expect(new Set(Object.values(defects))).toEqual(new Set(Object.keys(invariants)));
});

describe('a planted defect violates its own invariant', () => {
  test.each(Object.entries(defects) as [Defect, string][])('%s: %s', (defect) => {
    const property = fc.property(trials, (trial) => !violates(trial, defect));
    const { failed } = fc.check(property, {
      numRuns: 10_000,
      seed: 1,
      endOnFailure: true,
      // Chance takes long to open the popup again just after a launch.
      examples: [
        ...[[launchedThenOpened], [disagreeing], [chosenThenHungUp]],
        ...[[faxGone], [setUpMeanwhile], [closedTooSoon]],
        ...[[fromList], [householdCalls], [forbiddenMeanwhile]],
        ...[[otherOfOneNumber], [signedInMeanwhile], [keptWhileCounting]],
        ...[[endedWhileWaiting], [endedWhileOut], [sleptWhileWaiting]],
        ...[[cancelledWhileWaiting], [pressedAsItTurned], [turnedWhileCounting]],
        ...[[closedBeforeBegun], [redrawnBehind]],
        ...[[asleepTooSoon], [clickedTooSoon], [pressedTwice]],
      ] as [Trial][],
    });
    expect(failed).toBe(true);
  });
});
