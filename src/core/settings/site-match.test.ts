import { describe, expect, test } from 'vitest';
import { isMatchPattern, matchesAddress } from './site-match.ts';

describe('match patterns (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns)', () => {
  test.each([
    ['https://*/*', 'https://example.com/a', true],
    ['https://*/foo*', 'https://example.com/foo/bar.html', true],
    ['https://*.google.com/foo*bar', 'https://docs.google.com/foo/baz/bar', true],
    ['https://*.google.com/*', 'https://google.com/', true],
    ['https://*.google.com/*', 'https://notgoogle.com/', false],
    ['https://example.org/foo/bar.html', 'https://example.org/foo/bar.html', true],
    ['https://example.org/foo/bar.html', 'https://example.org/foo/bar.html#part', true],
    ['https://example.org/foo', 'https://example.org/foo?x=1', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:8080/x', true],
    ['http://localhost:3000/*', 'http://localhost:3001/', false],
    ['https://example.com:443/*', 'https://example.com/', true],
    ['*://mail.example.com/*', 'http://mail.example.com/a', true],
    ['*://mail.example.com/*', 'ftp://mail.example.com/a', false],
    ['https://example.com/*', 'https://EXAMPLE.com/A', true],
    ['https://example.com/*', 'https://example.com.evil.example/', false],
    ['https://example.com/*', 'https://evil.example/?https://example.com/', false],
    ['https://example.com/a*a', 'https://example.com/a', false],
    ['<all_urls>', 'https://example.com/', true],
    ['<all_urls>', 'chrome://settings/', false],
    ['https://example.com/*', 'not an address', false],
    [`https://example.com/${'*a'.repeat(300)}b`, `https://example.com/${'a'.repeat(5000)}`, false],
  ])('%s, %s: %s', (pattern, address, expected) => {
    expect(matchesAddress(pattern, address)).toBe(expected);
  });

  test.each([
    'https://example.com',
    'https:///x',
    'https://a.*/x',
    'https://*foo/x',
    'chrome://x/*',
    '',
    '*',
    'https://a:b/*',
  ])('%s is none', (pattern) => expect(isMatchPattern(pattern)).toBe(false));
});
