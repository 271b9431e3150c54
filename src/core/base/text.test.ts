import { describe, expect, test } from 'vitest';
import { fill } from './text.ts';

describe('a message with plural forms takes the one for its number', () => {
  const english =
    '{count, plural, one {{count} launch of {flow}} other {{count} launches of {flow}}}.';
  const polish =
    'Razem: {n, plural, one {{n} plik} few {{n} pliki} many {{n} plików} other {{n} pliku}}';

  test.each([
    [english, 'en', 1, '1 launch of F.'],
    [english, 'en', 0, '0 launches of F.'],
    [english, 'en', 21, '21 launches of F.'],
    [english, 'fr', 0, '0 launch of F.'],
    [english, 'ja', 1, '1 launches of F.'],
    [polish, 'pl', 1, 'Razem: 1 plik'],
    [polish, 'pl', 3, 'Razem: 3 pliki'],
    [polish, 'pl', 12, 'Razem: 12 plików'],
    [polish, 'pl', 1.5, 'Razem: 1.5 pliku'],
  ])('%s, %s, %s', (message, language, count, said) => {
    expect(fill(message, { count, n: count, flow: 'F' }, language)).toBe(said);
  });

  test('a missing plural form falls back to `other`', () => {
    expect(fill('{n, plural, other {{n} Dateien}}', { n: 1 }, 'de')).toBe('1 Dateien');
    expect(fill(english, { count: 3, flow: 'F' }, 'pl')).toBe('3 launches of F.');
  });

  test('a number that was made readable counts, and what is filled in is never read as forms', () => {
    expect(fill(english, { count: '2,014', flow: 'F' })).toBe('2,014 launches of F.');
    expect(fill('{a}', { a: '{n, plural, other {x}}', n: 1 })).toBe('{n, plural, other {x}}');
  });

  test('without a number, or with a mistake in it, it stays to be seen', () => {
    expect(fill('{n, plural, one {a}}', {})).toBe('{n, plural, one {a}}');
    expect(fill('{n, plural, one {a} other b}', { n: 1 })).toBe('{n, plural, one {a} other b}');
  });
});

describe('a time', () => {
  test.each([
    ['Wait {seconds} s, then try again.', 119, 'Wait 119 s, then try again.'],
    ['Wait {seconds} s, then try again.', 544, 'Wait 10 min, then try again.'],
    ['{seconds} 秒間リクエストを受け付けません。', 544, '10 分間リクエストを受け付けません。'],
  ])('%s, %i', (message, seconds, said) => {
    expect(fill(message, { seconds })).toBe(said);
  });
});
