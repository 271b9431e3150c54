import { describe, expect, test } from 'vitest';
import { planOf } from './faults/plan.ts';
import { verdictOn } from './faults/verdict.ts';

const id = 'b1d4f3a2-0000-4000-8000-000000000001';
const run = { id: 'run', name: `Request callback · ${id}`, status: 'COMPLETED' };
const none = { lost: 0, duplicated: 0, untrue: 0, stuck: 0 };

describe('the verdict on a trial', () => {
  test.each([
    ['completed, as the server says', [run], [{ id, state: 'completed', execution: run }], none],
    ['refused, and nothing served', [], [{ id, state: 'refused' }], none],
    ['unknown, served or not', [run], [{ id, state: 'unknown' }], none],
    ['nothing said of nothing done', [], [], none],
    ['served without a record', [run], [], { ...none, lost: 1 }],
    [
      'served twice',
      [run, { ...run, id: 'run 2' }],
      [{ id, state: 'completed', execution: run }],
      { ...none, duplicated: 1 },
    ],
    ['refused though served', [run], [{ id, state: 'refused' }], { ...none, untrue: 1 }],
    [
      'launched though not served',
      [],
      [{ id, state: 'completed', execution: { id: 'made up' } }],
      { ...none, untrue: 1 },
    ],
    [
      'completed though failed',
      [{ ...run, status: 'FAILED' }],
      [{ id, state: 'completed', execution: run }],
      { ...none, untrue: 1 },
    ],
    ['still sending', [], [{ id, state: 'sending' }], { ...none, stuck: 1 }],
    ['still running', [run], [{ id, state: 'running', execution: run }], { ...none, stuck: 1 }],
  ] as const)('%s', (_, served, records, expected) => {
    expect(verdictOn(served, [...records] as never)).toEqual(expected);
  });
});

describe('the plan of a trial', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(planOf(3, 14)).toEqual(planOf(3, 14));
    expect(planOf(3, 14)).not.toEqual(planOf(4, 14));
  });

  test('has a fault in every trial, and all of them in two hundred', () => {
    const plans = Array.from({ length: 200 }, (_, number) => planOf(1, number + 1));
    expect(plans.filter(({ server, client }) => server === 'none' && client === 'none')).toEqual(
      [],
    );
    expect(new Set(plans.map(({ client }) => client)).size).toBe(9);
    expect(new Set(plans.map(({ server }) => server)).size).toBe(15);
  });
});
