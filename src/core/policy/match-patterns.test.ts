import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import { matchesAddress } from '../settings/site-match.ts';
import { covers, overlap } from './match-patterns.ts';

describe('two patterns', () => {
  test.each([
    ['https://a.example/*', 'https://a.example/x/*', true, true],
    ['https://a.example/x/*', 'https://a.example/*', true, false],
    ['https://a.example/x/*', 'https://a.example/y/*', false, false],
    ['*://*.example/*', 'https://a.example/x', true, true],
    ['*://*.example/*', 'https://example/x', true, true],
    ['http://a.example/*', 'https://a.example/*', false, false],
    ['https://a.example/*', 'https://b.example/*', false, false],
    ['https://a.example:8443/*', 'https://a.example/*', true, false],
    ['https://a.example:1/*', 'https://a.example:2/*', false, false],
    ['https://a.example/*b', 'https://a.example/a*', true, false],
    ['https://a.example/*b*', 'https://a.example/abc*', true, true],
    ['<all_urls>', 'https://a.example/*', true, true],
    ['https://*/*', 'https://*.example/*', true, true],
    ['https://*.a.example/*', 'https://*.b.example/*', false, false],
    ['https://*.a.example/*', 'https://*.example/*', true, false],
  ])('%s and %s: meet %s, the first has all of the other %s', (one, other, meet, all) => {
    expect([overlap(one, other), overlap(other, one), covers(one, other)]).toEqual([
      meet,
      meet,
      all,
    ]);
  });

  test('agree with what they match, whatever they are', () => {
    const host = fc.constantFrom('a.example', '*.example', '*', 'b.a.example');
    const path = fc
      .array(fc.constantFrom('a', 'b', '*', '/'), { maxLength: 6 })
      .map((it) => `/${it.join('')}`);
    const pattern = fc.tuple(fc.constantFrom('*', 'http', 'https'), host, path);
    const written = pattern.map(([scheme, name, rest]) => `${scheme}://${name}${rest}`);
    const address = fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.constantFrom('a.example', 'b.a.example'),
        fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 6 }),
      )
      .map(([scheme, name, rest]) => `${scheme}://${name}/${rest.join('')}`);
    fc.assert(
      fc.property(written, written, address, (one, other, at) => {
        const [first, second] = [matchesAddress(one, at), matchesAddress(other, at)];
        if (first && second) expect(overlap(one, other)).toBe(true);
        if (second && covers(one, other)) expect(first).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of the greatest length are compared in no time', () => {
    const long = (char: string) => `https://a.example/${`${char}*`.repeat(140)}`;
    expect(cpuTime(() => void overlap(long('a'), long('b')))).toBeLessThan(100);
  });
});
