import { describe, expect, test } from 'vitest';
import { afterTooMany, isNearlyUsed, rateLimitOf, secondsTold, usedUp } from './rate-limit.ts';

const answer = (status: number, headers: Record<string, string> = {}, body = '') => ({
  status,
  headers,
  body,
  cut: false,
});
const told = {
  'inin-ratelimit-count': '241',
  'inin-ratelimit-allowed': '300',
  'inin-ratelimit-reset': '30',
};

describe('how long a 429 tells to wait', () => {
  test.each([
    ['its header', { 'retry-after': '7' }, '', 7],
    ['its words', {}, '{"message":"Retry the request in [12] seconds"}', 12],
    ['the header before the words', { 'retry-after': '7' }, 'Retry the request in 12 seconds', 7],
    ['when the count starts anew', told, '', 30],
    [
      'a date, which nobody sends',
      { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' },
      '',
      undefined,
    ],
    ['nothing', {}, '', undefined],
  ])('%s', (_, headers, body, seconds) => {
    expect(secondsTold(answer(429, headers, body))).toBe(seconds);
  });
});

describe('after a 429 on a launch', () => {
  test.each([
    ['a short wait is sat out', '60', 0, { wait: 60 }],
    ['more than a minute is reported', '61', 0, { tooLong: 61 }],
    ['the third wait is sat out', '5', 2, { wait: 5 }],
    ['the fourth is reported', '5', 3, { tooLong: 5 }],
  ])('%s', (_, seconds, before, expected) => {
    expect(afterTooMany(answer(429, { 'retry-after': seconds }), before)).toEqual(expected);
  });

  test('without a time the refusal stays what it is', () => {
    expect(afterTooMany(answer(429), 0)).toBeUndefined();
  });

  test('other refusals are not waited for', () => {
    expect(afterTooMany(answer(400, { 'retry-after': '5' }), 0)).toBeUndefined();
  });
});

describe('the limit of requests', () => {
  test('is read from the headers, with its end on our clock', () => {
    const limit = rateLimitOf(answer(200, told), 1_000);
    expect(limit).toEqual({ count: 241, allowed: 300, resetAt: 31_000 });
    expect(isNearlyUsed(limit, 1_000)).toBe(true);
    expect(isNearlyUsed(limit, 31_000)).toBe(false);
  });

  test('is not known where a header is missing', () => {
    expect(rateLimitOf(answer(200, { 'inin-ratelimit-count': '1' }), 0)).toBeUndefined();
    expect(isNearlyUsed(undefined, 0)).toBe(false);
  });

  test('is used up for as long as was told, a minute at most', () => {
    expect(usedUp(answer(429, { 'retry-after': '3600' }), 0).resetAt).toBe(60_000);
    expect(isNearlyUsed(usedUp(answer(429), 0), 59_000)).toBe(true);
  });
});
