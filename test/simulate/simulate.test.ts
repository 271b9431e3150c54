import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Trial, trials } from './act.ts';
import { type Defect, defects } from './rules.ts';
import { runTrial } from './trial.ts';

const launchedThenOpened: Trial = {
  confirmLaunch: false,
  launchAtOnce: true,
  readsConversations: false,
  contextFirst: 'ask',
  latencies: [5],
  acts: [
    { act: 'menu', selects: false },
    { act: 'wait', time: 3_000 },
    { act: 'close', view: 0 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 3_000 },
  ],
};

/** While a call is about another customer than the page. */
const disagreeing: Trial = {
  ...launchedThenOpened,
  launchAtOnce: false,
  readsConversations: true,
  acts: [
    { act: 'talk', customer: 1 },
    { act: 'open', view: 0 },
    { act: 'wait', time: 1_000 },
    { act: 'press', view: 0, anyway: true },
    { act: 'wait', time: 1_000 },
  ],
};

const chosenThenHungUp: Trial = {
  ...disagreeing,
  acts: [
    ...disagreeing.acts.slice(0, 3),
    { act: 'customer', view: 0, take: 'conversation' },
    { act: 'hang-up' },
    { act: 'press', view: 0, anyway: false },
    { act: 'wait', time: 1_000 },
  ],
};

const chosenThenPressed: Trial = {
  ...chosenThenHungUp,
  acts: chosenThenHungUp.acts.filter(({ act }) => act !== 'hang-up'),
};

test('a launch is made for the conversation that was chosen, and none for one that ended or was not', () => {
  const launches = (trial: Trial) => runTrial(trial).once ?? 0;
  expect(runTrial(chosenThenPressed)).toMatchObject({ 'in-hand': 1, asked: 1, once: 1 });
  expect(launches(disagreeing)).toBe(0);
  expect(launches(chosenThenHungUp)).toBe(0);
});

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
      examples: [[launchedThenOpened], [disagreeing], [chosenThenHungUp]],
    });
    expect(failed).toBe(true);

    expect(String(errorInstance)).toMatch(new RegExp(`${invariant}|in-front`));
  });
});
