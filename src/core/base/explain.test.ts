import { expect, test } from 'vitest';
import { sourceText } from '../form/source-text.ts';
import { explain } from './explain.ts';
import { fill, type Text } from './text.ts';

const words: Readonly<Record<string, string>> = {
  failure_flow_not_read_cause: 'Not read (status {status}).',
  failure_flow_not_read_remedy: 'Try again.',
  failure_other_cause: 'Something failed: {code}.',
  failure_other_remedy: 'Tell somebody.',
  source_json_ld: 'the page’s data',
};
const text: Text = (key, params) => fill(words[key] ?? '', params);

test('a failure has the words of its code, with what it knows in them', () => {
  expect(explain({ code: 'flow-not-read', params: { status: 503 } }, text)).toEqual({
    cause: 'Not read (status 503).',
    remedy: 'Try again.',
  });
});

test('a failure without words of its own is named rather than hidden', () => {
  expect(explain({ code: 'from.the-future', params: {} }, text)).toEqual({
    cause: 'Something failed: from.the-future.',
    remedy: 'Tell somebody.',
  });
});

test('a placeholder that nobody fills stays to be seen, whatever it is called', () => {
  expect(fill('{a} {toString} {b}', { a: '{b}', b: 2 })).toBe('{b} {toString} 2');
});

test('a source is named, with what the page calls it', () => {
  expect(sourceText({ kind: 'json-ld' }, text)).toBe('the page’s data');
  expect(sourceText({ kind: 'json-ld', label: 'Mobile' }, text)).toBe('the page’s data · Mobile');
});
