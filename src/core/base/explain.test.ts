import { expect, test } from 'vitest';
import { sourceText } from '../form/source-text.ts';
import { explain } from './explain.ts';
import { failureSchema } from './failure.ts';
import { fill, type Text } from './text.ts';

const words: Readonly<Record<string, string>> = {
  failure_flow_not_read_cause: 'Not read (status {status}).',
  failure_flow_not_read_remedy: 'Try again.',
  failure_other_cause: 'Something failed: {code}.',
  failure_other_remedy: 'Tell your administrator.',
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
  const failure = failureSchema.parse({ code: 'from.the-future' });
  expect(explain(failure, text)).toEqual({
    cause: 'Something failed: from.the-future.',
    remedy: 'Tell your administrator.',
  });
});

test.each([
  ['one that this version knows', { code: 'offline' }, { code: 'offline', params: {} }],
  [
    'one of another version',
    { code: 'from.the-future', params: { status: 418 } },
    { code: 'other', params: { status: 418, code: 'from.the-future' } },
  ],
  [
    'one that an earlier version did not know',
    { code: 'other', params: { status: 503, code: 'flow-not-read' } },
    { code: 'flow-not-read', params: { status: 503, code: 'flow-not-read' } },
  ],
  [
    'one that is called like a part of every object',
    { code: 'constructor' },
    { code: 'other', params: { code: 'constructor' } },
  ],
])('a stored failure is read: %s', (_, stored, failure) => {
  expect(failureSchema.parse(stored)).toEqual(failure);
  expect(failureSchema.parse(failureSchema.parse(stored))).toEqual(failure);
});

test('a placeholder without a value stays visible, whatever its name', () => {
  expect(fill('{a} {toString} {b}', { a: '{b}', b: 2 })).toBe('{b} {toString} 2');
});

test('a source is named, with what the page calls it', () => {
  expect(sourceText({ kind: 'json-ld' }, text)).toBe('the page’s data');
  expect(sourceText({ kind: 'json-ld', label: 'Mobile' }, text)).toBe('the page’s data · Mobile');
});
