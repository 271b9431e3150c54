import { describe, expect, test } from 'vitest';
import { findPhones } from './find.ts';
import { senseOf } from './label.ts';
import { readPhone } from './read.ts';

const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));

/** The processor's time in milliseconds, the least of a few: other programs run beside a test. */
function leastTime(job: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    job();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

describe('a megabyte of text costs no more than 50 ms', () => {
  test.each([
    '1234567890',
    '1 ',
    '030 2312 5555 ',
    '(206) 555-0123 ',
    '((((((',
    '(1(',
    '+49',
    '1.',
    '1/',
    '-1',
    '1:',
    '1,',
    '$1,000',
    'a1',
    'A1-',
    '2012-01-02T',
    '\u200b1',
    '１',
    '٣ ',
    '4111 1111 1111 1111 ',
    'DE89 3704 ',
    'phone telephone tel: ',
    'a@a.',
    'x1x',
    '+1 (',
    '**1',
  ])('of %s', (piece) => {
    const text = megabyte(piece);
    expect(leastTime(() => findPhones(text, ['DE', 'US'], () => 'labelled'))).toBeLessThan(50);
    expect(leastTime(() => readPhone(text, ['DE', 'US']))).toBeLessThan(50);
    expect(leastTime(() => senseOf(text))).toBeLessThan(50);
  });
});

test('what the budget does not pay for is not looked at', () => {
  const budget = { left: 500, characters: 20 };
  expect(findPhones('Tel. +49 30 23125555', ['DE'], () => 'plain', budget)).toHaveLength(1);
  expect(budget.characters).toBe(0);
  expect(findPhones('Tel. +49 30 23125555', ['DE'], () => 'plain', budget)).toEqual([]);
});
