import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import { firstMatch, patternFault } from './pattern.ts';

const native = (source: string, text: string, flags = '') => {
  const match = new RegExp(source, flags).exec(text);
  return match === null ? undefined : [...match];
};

describe('an expression gives what the browser gives', () => {
  test.each([
    ['tel:(.+)', 'tel:123'],
    ['^(\\d+)-(\\d+)-(\\d+)$', '12-3-456'],
    ['(.+) - (.+)', 'a - b - c'],
    ['(.+?) - (.+)', 'a - b - c'],
    ['(?:\\d{1,3}\\.){3}\\d{1,3}', 'at 10.0.0.255!'],
    ['(?<id>C-\\d+)', 'case C-42'],
    ['x(\\d)|y(\\d)', 'y2'],
    ['(?:(a)|b)*', 'ab'],
    ['([\\w-]+\\.)+com', 'see www.some-shop.com'],
    ['\\bcall\\b', 'recall, call'],
    ['(?<=Tel: )\\+?\\d+', 'Fax: 1 Tel: +49151'],
    ['(?<!\\d)\\d{3}(?!\\d)', '12345 678'],
    ['\\d+(?= EUR)', '12 USD 34 EUR'],
    ['[^\\s@]+@[^\\s@]+', 'to ada@example.com.'],
    ['[\\]\\-]+', 'a-]b'],
    ['a{,3}', 'a{,3}'],
    ['{{(\\w+)}}', 'a {{name}}'],
    ['\\u0041\\x42', 'xAB'],
    ['a??b', 'ab'],
    ['(a*)*b', 'aab'],
    ['', 'x'],
    ['()', 'x'],
    ['$', 'ab'],
    ['.', '\n\u{1f600}'],
  ])('%s in %j', (source, text) => {
    expect(firstMatch(source, text)).toEqual(native(source, text));
  });

  test.each([
    ['^\\p{L}{2}$', 'äö'],
    ['^.$', '\u{1f600}'],
    ['[\u{1f600}-\u{1f64f}]+', 'a\u{1f600}\u{1f601}b'],
    ['\\u{1f600}', '\u{1f600}'],
  ])('%s by code points in %j', (source, text) => {
    expect(firstMatch(source, text, 'u')).toEqual(native(source, text, 'u'));
  });

  test('whatever is put together', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '\\w',
      '\\d',
      '\\b',
      '^',
      '$',
      '(?=a)',
      '(?<!b)',
    );
    const piece = fc.tuple(
      fc.constantFrom('a', 'b', '.', '[^a]', '\\w', '(a)', '(?:ab|a)', '(b|ab)'),
      fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '*?', '+?', '??', '{0,2}?'),
    );
    const one = fc.oneof(
      atom,
      piece.map(([what, times]) => what + times),
    );
    const sequence = fc.array(one, { maxLength: 5 }).map((pieces) => pieces.join(''));
    const source = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 });
    fc.assert(
      fc.property(source, text, (expression, subject) => {
        expect(firstMatch(expression, subject)).toEqual(native(expression, subject));
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });
});

describe('is not run, for it is', () => {
  test.each([
    ['(', 'invalid'],
    ['(\\w)\\1', 'unsupported'],
    ['(?<a>x)\\k<a>', 'unsupported'],
    ['(?=(a))a', 'unsupported'],
    ['\\012', 'unsupported'],
    ['a'.repeat(501), 'too-long'],
    ['(a{0,100}){0,100}', 'too-long'],
    ['((a{0,99}){0,99}){0,99}', 'too-long'],
    ['a{1000000000}', 'too-long'],
  ])('%s: %s', (source, fault) => {
    expect(patternFault(source)).toBe(fault);
    expect(firstMatch(source, 'aaaa')).toBe('not run');
  });
});

// Each of these froze the popup for seconds, minutes or longer.
describe('ends within 100 ms', () => {
  const texts = ['a', '1', 'ab', '- ', 'a1 '].map((unit) => unit.repeat(2_000 / unit.length));

  test.each([
    `^${'\\d{0,20}'.repeat(5)}$`,
    `${'\\d{0,20}'.repeat(5)}x`,
    '^(a|b|ab)*c$',
    '(a+)+$',
    '(a|a)*b',
    '(?:a?){30}a{30}',
    '(.*)(.*)(.*)(.*)(.*)z',
    '([a-z]+)*1{5}x',
    '(?:(?:a{0,20}){0,20})z',
    '(\\w+\\s?)+!',
    '(?=(?:a|b|ab)*c)x',
    '(?<=(?:a|1)+)z',
    '(?:(?=.*z)a)*',
    '((?:a|b|1| )*)*x',
  ])('%s', (source) => {
    for (const text of texts) {
      expect(
        cpuTime(() => firstMatch(source, text)),
        text.slice(0, 6),
      ).toBeLessThan(100);
    }
  });
});
