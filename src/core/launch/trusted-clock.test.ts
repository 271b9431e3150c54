import { expect, test } from 'vitest';
import { type Clock, lookAtClock } from './trusted-clock.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const start = 100 * day;

/** What is believed after the clock was seen at these times, one after the other. */
function believedAfter(...times: number[]): number | undefined {
  return times.reduce<Clock | undefined>(lookAtClock, { believed: start })?.believed;
}

test.each<[string, number[], number]>([
  ['goes on hour by hour', [start + hour, start + 2 * hour], start + 2 * hour],
  ['was off over a weekend', [start + 62 * hour], start + 62 * hour],
  ['is a month ahead', [start + 31 * day], start],
  ['is a month ahead for an hour', [start + 31 * day, start + hour], start + hour],
  ['is a month ahead for a day', [start + 31 * day, start + 32 * day], start + 32 * day],
  ['leaps ahead twice', [start + 31 * day, start + 31.5 * day], start],
  ['is set back', [start - 5 * day], start - 5 * day],
])('a clock that %s', (_, times, expected) => {
  expect(believedAfter(...times)).toBe(expected);
});

test('a clock that was never seen is believed', () => {
  expect(lookAtClock(undefined, start)).toEqual({ believed: start });
});
