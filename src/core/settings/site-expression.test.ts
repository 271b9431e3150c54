import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import { firstGroup, whyRefused } from './site-expression.ts';

describe('regular expressions', () => {
  test.each([
    'tel:(.+)',
    '^(\\d+)-(\\d+)-(\\d+)$',
    '(.+) - (.+)',
    '(?:\\d{1,3}\\.){3}\\d{1,3}',
    '[A-Z]{2}\\d+',
    '(?<id>C-\\d+)',
    'a|b|c+',
    '(?:ab)+',
    '\\(\\d{3}\\) \\d+',
    '([\\w-]+\\.)+com',
    '(?<=Tel: )\\d+',
    '.*.*x',
  ])('%s is run', (expression) => expect(whyRefused(expression)).toBeUndefined());

  test.each([
    ['(\\w)\\1', 'pattern-unsupported'],
    ['(', 'pattern-invalid'],
    ['a'.repeat(501), 'pattern-too-long'],
  ])('%s is refused: %s', (expression, reason) => {
    expect(whyRefused(expression)).toBe(reason);
    expect(firstGroup(expression, 'aaaa')).toBeUndefined();
  });

  test('end within 100 ms even on the longest text', () => {
    for (const text of ['a'.repeat(100_000), '- '.repeat(50_000), '1'.repeat(100_000)])
      for (const expression of ['(.+) - (.+)', '.*.*.*x', '(a+)+$', '(?:a?){30}a{30}']) {
        expect(cpuTime(() => firstGroup(expression, text))).toBeLessThan(100);
      }
  });

  test('give their first group that took part, or all of the match', () => {
    expect(firstGroup('tel:(.+)', 'tel:123')).toBe('123');
    expect(firstGroup('x(\\d)|y(\\d)', 'y2')).toBe('2');
    expect(firstGroup('\\d+', 'abc 42')).toBe('42');
    expect(firstGroup('\\d+', 'abc')).toBeUndefined();
  });
});
