import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';

const src = new URL('../src/', import.meta.url);
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(new URL(path, src), 'utf8') }));

/** Without comments, which may name what the code must not do. */
const code = sources.map(({ path, text }) => ({
  path,
  text: text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, ''),
}));

describe('no source', () => {
  test('is missed here', () => expect(code.length).toBeGreaterThan(300));

  test.each([
    [
      'makes elements from text',
      /\b(?:inner|outer)HTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML/,
    ],
    ['makes code from text', /\beval\s*\(|\bnew Function\s*\(/],
    ['runs in the world of a page', /world:\s*['"]MAIN['"]/],
    ['opens what is stored to scripts in pages', /TRUSTED_AND_UNTRUSTED_CONTEXTS/],
    ['asks the login server for a token in an address', /response_type['"]?\s*[:=,]\s*['"]?token/],
    [
      'sends a client secret or a password',
      /grant_type['"]?\s*[:=,]\s*['"]?(?:password|client_cred)/,
    ],
    ['keeps anything where pages of the same origin do', /\blocalStorage\b|\bindexedDB\b/],
    ['measures what people do', /sendBeacon|google-analytics|@sentry/i],
  ])('%s', (_, banned) => {
    expect(code.filter(({ text }) => banned.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

test('only one file adds a token to a request', () => {
  const adds = code.filter(({ text }) => /Authorization:\s*`Bearer \$\{/.test(text));
  expect(adds.map(({ path }) => path)).toEqual(['platform/http.ts']);
});

test('the privacy policy says why each permission is asked for', async () => {
  const page = readFileSync(new URL('../docs/privacy.md', import.meta.url), 'utf8');
  const { permissions = [], optional_host_permissions: optional = [] } = Object(
    await manifestFor('store'),
  );
  for (const permission of [...permissions, ...optional])
    expect(page).toContain(`\`${permission}\``);
});
