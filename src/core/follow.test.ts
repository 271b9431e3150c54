import { describe, expect, test } from 'vitest';
import { alarmPeriod, isSettled, isTooOldToFollow, nextLook } from './follow.ts';
import type { Launch } from './launch.ts';

const second = 1_000;
const day = 24 * 60 * 60 * second;
const running: Launch = {
  id: 'id',
  state: 'running',
  connection: { name: 'Sandbox', key: 'key' },
  flow: { id: 'f', name: 'Request callback' },
  execution: { id: 'run' },
  times: { created: 0 },
};
const look = (launch: Launch, now: number, more: object = {}) =>
  nextLook(launch, { now, lookedAt: now, someoneLooks: true, open: 1, ...more });

describe('the next look', () => {
  test.each([
    [1 * second, true, 600],
    [10 * second, true, 1_000],
    [60 * second, true, 3_000],
    [3_600 * second, true, 10_000],
    [1 * second, false, alarmPeriod],
    [3_600 * second, false, 360_000],
  ])('at the age of %i ms, a view open: %s, is in %i ms', (age, someoneLooks, expected) => {
    expect(look(running, age, { someoneLooks })).toBe(expected);
  });

  test('comes at once where nobody has looked yet', () => {
    expect(look(running, 60 * second, { lookedAt: undefined })).toBe(0);
  });

  test('is soon however far the clock was set back', () => {
    expect(look(running, -2 * day, { lookedAt: 5 * second })).toBeLessThanOrEqual(1_000);
  });

  test.each([1, 10, 100])('takes a third of the limit at most, with %i open', (open) => {
    const wait = look(running, second, { open }) ?? 0;
    expect((60 * second * open) / wait).toBeLessThanOrEqual(100);
  });

  test('does not come for what has ended', () => {
    expect(look({ ...running, state: 'completed' }, second)).toBeUndefined();
    const stopped = { ...running, notFollowed: { code: 'signed-out', params: {} } };
    expect(look(stopped, second)).toBeUndefined();
  });
});

describe('a launch is done with', () => {
  const signedOut = { code: 'signed-out', params: {} };
  test.each([
    ['running', {}, false],
    ['completed', { state: 'completed' }, true],
    ['not to be seen', { notFollowed: { code: 'execution-not-viewable', params: {} } }, true],
    ['waiting for a sign-in', { notFollowed: signedOut }, false],
    ['unknown, not found', { state: 'unknown', lookUp: { tries: 7, over: true } }, false],
  ] as const)('when it is %s: %s', (_, more, expected) => {
    expect(isSettled({ ...running, ...more }, second)).toBe(expected);
  });

  test('a day later, when it is unknown; three days later, when it waits for a sign-in', () => {
    const unknown = { ...running, state: 'unknown', lookUp: { tries: 7, over: true } } as const;
    expect(isSettled(unknown, day + second)).toBe(true);
    expect(isSettled({ ...running, notFollowed: signedOut }, 3 * day + second)).toBe(true);
    expect(isTooOldToFollow(running, 3 * day + second)).toBe(true);
  });
});
