import { describe, expect, test } from 'vitest';
import { isFollowed, isSettled, isTooOldToFollow, nextLook } from './follow.ts';
import type { Launch, LaunchState } from './launch.ts';
import { newLaunch } from './launch-event.ts';

const begun = newLaunch(
  {
    id: 'l1',
    connection: { name: 'Test', key: 'k' },
    flow: { id: 'f1', name: 'Callback' },
    inputs: undefined,
    request: undefined,
    tabId: undefined,
  },
  0,
);
const launch = (state: LaunchState, part: Partial<Launch> = {}): Launch => ({
  ...begun,
  state,
  ...part,
});
const hour = 3_600_000;
const look = { now: 0, lookedAt: 0, someoneLooks: true, open: 1 };

describe('the next look at an execution', () => {
  test('comes at once where there was none', () => {
    expect(nextLook(launch('launched'), { ...look, lookedAt: undefined })).toBe(0);
  });

  test.each([
    [1_000, true, 600],
    [10_000, true, 1_000],
    [60_000, true, 3_000],
    [hour, true, 10_000],
    [1_000, false, 2_000],
    [20_000, false, 30_000],
    [hour, false, 360_000],
  ])('of an age of %i ms, with a view open: %s, comes after %i ms', (now, someoneLooks, wait) => {
    expect(nextLook(launch('running'), { now, lookedAt: now, someoneLooks, open: 1 })).toBe(wait);
  });

  test('takes the time since the last look into account, and a clock that was set back', () => {
    const running = launch('running');
    expect(nextLook(running, { ...look, now: 10_000, lookedAt: 9_300 })).toBe(300);
    expect(nextLook(running, { ...look, now: 10_000, lookedAt: 0 })).toBe(0);
    expect(nextLook(running, { ...look, now: 10_000, lookedAt: hour })).toBe(1_000);
  });

  test('of many executions takes no more than a third of what a user may ask in a minute', () => {
    const open = 50;
    const wait = nextLook(launch('running'), { ...look, open }) ?? 0;
    expect((open * 60_000) / wait).toBeLessThanOrEqual(100);
  });

  test.each(['completed', 'failed', 'error', 'terminated', 'refused'] as const)(
    'does not come after %s',
    (state) => {
      expect(nextLook(launch(state), look)).toBeUndefined();
    },
  );
});

test('only executions that run are followed', () => {
  const states = ['sending', 'launched', 'running', 'completed', 'refused', 'unknown'] as const;
  expect(states.filter((state) => isFollowed(launch(state)))).toEqual(['launched', 'running']);
  const failure = { code: 'execution-not-viewable', params: {} };
  expect(isFollowed(launch('launched', { notFollowed: failure }))).toBe(false);
});

test('an execution is given up after three days', () => {
  expect(isTooOldToFollow(launch('running'), 71 * hour)).toBe(false);
  expect(isTooOldToFollow(launch('running'), 73 * hour)).toBe(true);
});

test.each<[LaunchState, Partial<Launch>, number, boolean]>([
  ['running', {}, 0, false],
  ['completed', {}, 0, true],
  ['refused', {}, 0, true],
  ['launched', { notFollowed: { code: 'execution-not-viewable', params: {} } }, 0, true],
  ['launched', { notFollowed: { code: 'signed-out', params: {} } }, 0, false],
  ['launched', { notFollowed: { code: 'signed-out', params: {} } }, 73 * hour, true],
])('a launch that is %s with %o at %i ms is done with: %s', (state, part, now, isDone) => {
  expect(isSettled(launch(state, part), now)).toBe(isDone);
});
