import { describe, expect, test } from 'vitest';
import { firstMatch, whyRefused } from './site-expression.ts';

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
  ])('%s is run', (expression) => expect(whyRefused(expression)).toBeUndefined());

  test.each([
    ['(a+)+$', 'pattern-nested-repeat'],
    ['(?:a*)*b', 'pattern-nested-repeat'],
    ['(a|a)*b', 'pattern-nested-repeat'],
    ['(a|ab)+c', 'pattern-nested-repeat'],
    ['(?:a?){30}a{30}', 'pattern-nested-repeat'],
    ['((?:\\d+)*)x', 'pattern-nested-repeat'],
    ['([\\w-]+\\.)+com', 'pattern-nested-repeat'],
    ['.*.*x', 'pattern-many-repeats'],
    ['.*.*.*x', 'pattern-many-repeats'],
    ['\\d*\\d*\\d*\\d*x', 'pattern-many-repeats'],
    ['(\\w)\\1', 'pattern-back-reference'],
    ['(', 'pattern-invalid'],
    ['a'.repeat(501), 'pattern-too-long'],
  ])('%s is refused: %s', (expression, reason) => {
    expect(whyRefused(expression)).toBe(reason);
    expect(firstMatch(expression, 'aaaa')).toBeUndefined();
  });

  test('that are run end soon even on the worst text', () => {
    const started = performance.now();
    for (const text of ['a'.repeat(100_000), '- '.repeat(50_000), '1'.repeat(100_000)])
      for (const expression of ['(.+) - (.+)', '.*x', '\\w+\\d+x', '(?:ab)+c'])
        firstMatch(expression, text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('give their first group that took part, or all of the match', () => {
    expect(firstMatch('tel:(.+)', 'tel:123')).toBe('123');
    expect(firstMatch('x(\\d)|y(\\d)', 'y2')).toBe('2');
    expect(firstMatch('\\d+', 'abc 42')).toBe('42');
    expect(firstMatch('\\d+', 'abc')).toBeUndefined();
  });
});
