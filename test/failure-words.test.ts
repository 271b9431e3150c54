import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url);
const words: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** Evidence of a diagnosis has codes, too, and words of its own. */
const isDiagnosis = /^core\/diagnosis\/(?!preflight|pasted|support|launch-export)/;

/** What request-literal.ts tells request-parse.ts, which makes a failure of its own of it. */
const inner = ['literal.too-deep', 'literal.unreadable'];

/** Failure codes that the code makes: `failed('a-code')` and `{ code: 'a-code', params: {} }`. */
const codes = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !isDiagnosis.test(path))
    .map((path) => readFileSync(new URL(path, source), 'utf8'))
    .flatMap((text) => [
      ...text.matchAll(/\bfailed\(\s*'([\w.-]+)'/g),
      ...text.matchAll(/\bfailureOf\(\s*[\w.]+,\s*'([\w.-]+)'/g),
      ...text.matchAll(/\bcode: '([\w.-]+)',\s*params: \{\}/g),
      ...text.matchAll(/return '(page-[\w-]+)'/g),
    ])
    .map(([, code = '']) => code)
    .filter((code) => !inner.includes(code)),
);
/** Codes that are put together, or chosen between, where the patterns above do not see them. */
const chosen = [
  ...['offline', 'not-reached', 'timeout', 'connection-failed'],
  ...['flows-not-listable', 'flows-not-read', 'sign-in-client-refused', 'sign-in-page-failed'],
  ...['session-ended', 'session-idle'],
  ...['sign-in-needed', 'sign-in-closed', 'sign-in-state-mismatch', 'token-answer-malformed'],
];

test('the codes are found', () => {
  expect(codes.size).toBeGreaterThan(30);
});

test.each([...new Set([...codes, ...chosen])].toSorted())('%s has a cause and a remedy', (code) => {
  const key = `failure_${code.replace(/[-.]/g, '_')}`;
  expect(words).toHaveProperty(`${key}_cause`);
  expect(words).toHaveProperty(`${key}_remedy`);
});
