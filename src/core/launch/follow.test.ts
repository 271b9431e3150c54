import { describe, expect, test } from 'vitest';
import { launchRecord } from '../../../test/harness/launch-record.ts';
import { failed } from '../base/failure.ts';
import { crowdingOf, isFollowed, isSettled, isTooOldToFollow, waitBeforeAsking } from './follow.ts';
import type { Launch, LaunchState } from './launch.ts';

const launch = (state: LaunchState, part: Partial<Launch> = {}): Launch =>
  launchRecord({ state, times: { created: 0 }, ...part });
const hour = 3_600_000;
const circumstances = { now: 0, askedAt: 0, isViewOpen: true, crowding: 1 };

describe('the next request about an execution', () => {
  test('comes at once where there was none', () => {
    expect(waitBeforeAsking(launch('launched'), { ...circumstances, askedAt: undefined })).toBe(0);
  });

  test.each([
    [0, true, 400],
    [2_999, true, 400],
    [3_000, true, 1_000],
    [30_000, true, 3_000],
    [300_000, true, 10_000],
    [hour, true, 10_000],
    [0, false, 2_000],
    [20_000, false, 30_000],
    [hour, false, 360_000],
    [-48 * hour, true, 3_000],
    [-48 * hour, false, 30_000],
  ])('of an age of %i ms, with a view open: %s, comes after %i ms', (now, isViewOpen, wait) => {
    expect(
      waitBeforeAsking(launch('running'), { ...circumstances, now, askedAt: now, isViewOpen }),
    ).toBe(wait);
  });

  test('takes the time since the last request into account', () => {
    const running = launch('running');
    expect(waitBeforeAsking(running, { ...circumstances, now: 10_000, askedAt: 9_300 })).toBe(300);
    expect(waitBeforeAsking(running, { ...circumstances, now: 10_000, askedAt: 0 })).toBe(0);
  });

  test('comes at once where the last one lies ahead, as after the clock was set back', () => {
    expect(
      waitBeforeAsking(launch('running'), { ...circumstances, now: 10_000, askedAt: hour }),
    ).toBe(0);
  });

  test.each(['completed', 'failed', 'error', 'terminated', 'refused'] as const)(
    'does not come after %s',
    (state) => {
      expect(waitBeforeAsking(launch(state), circumstances)).toBeUndefined();
    },
  );
});

describe('many executions', () => {
  const aged = (age: number) => launch('running', { times: { created: hour - age } });
  const some = (count: number, age: number) => Array.from({ length: count }, () => aged(age));

  test.each([
    ['one that is new', some(1, 0), 1],
    ['two that are new', some(2, 0), 4 / 3],
    ['a new one beside five of yesterday', [...some(1, 0), ...some(5, 24 * hour)], 1],
    ['three that are new', some(3, 0), 2],
    ['ninety of yesterday', some(90, 24 * hour), 6],
    ['any that are not followed', some(100, 0).map((it) => ({ ...it, state: 'unknown' })), 1],
  ] as [string, Launch[], number][])(
    'of which there is %s: the requests lie apart × %f',
    (...it) => {
      const [, launches, times] = it;
      expect(crowdingOf(launches, hour, true)).toBeCloseTo(times);
    },
  );

  // 300 requests a minute are what a user may make, with the rest of Genesys Cloud's pages.
  test.each([
    [1, 0, true],
    [2, 0, true],
    [5, 0, true],
    [50, 0, true],
    [5, 2_000, true],
    [30, 60_000, true],
    [200, hour, true],
    [5, 0, false],
    [50, 0, false],
    [200, hour, false],
  ])(
    '%i that began %i ms ago, with a view open: %s, are asked about 100 times a minute at most, beside the first time',
    (count, age, isViewOpen) => {
      const requests = requestsFor(some(count, age), hour, hour + 10 * 60_000, isViewOpen);
      const busiest = Math.max(
        ...requests.map(
          (at) => requests.filter((other) => other >= at && other < at + 60_000).length,
        ),
      );
      expect(busiest).toBeLessThanOrEqual(100 + count);
    },
  );

  /** When each request goes out, with the worker's loop played through in steps of 100 ms. */
  function requestsFor(
    launches: Launch[],
    from: number,
    to: number,
    isViewOpen: boolean,
  ): number[] {
    const last = new Map<Launch, number>();
    const requests: number[] = [];
    for (let now = from; now < to; now += 100) {
      const crowding = crowdingOf(launches, now, isViewOpen);
      for (const each of launches) {
        if (waitBeforeAsking(each, { now, askedAt: last.get(each), isViewOpen, crowding }) !== 0)
          continue;
        last.set(each, now);
        requests.push(now);
      }
    }
    return requests;
  }
});

test('only executions that run are followed', () => {
  const states = ['sending', 'launched', 'running', 'completed', 'refused', 'unknown'] as const;
  expect(states.filter((state) => isFollowed(launch(state)))).toEqual(['launched', 'running']);
  const { failure } = failed('execution-not-viewable');
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
])('a launch that is %s with %o at %i ms is settled: %s', (state, part, now, isSettledNow) => {
  expect(isSettled(launch(state, part), now)).toBe(isSettledNow);
});
