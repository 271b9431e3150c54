import { describe, expect, test } from 'vitest';
import { columnsOf, labelOf, rawText, roomForNames, safeLink } from './output.ts';

describe('what becomes a link', () => {
  test.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    ['http://example.com/', undefined],
    ['javascript:alert(1)', undefined],
    ['https://user@example.com/', undefined],
    ['https://example.com:pass@evil.example/', undefined],
    ['see https://example.com/', undefined],
    ['https://', undefined],
    ['data:text/html,x', undefined],
  ])('%s: %s', (text, link) => {
    expect(safeLink(text)).toBe(link);
  });
});

test('a table has a column for each name that any row has', () => {
  expect(columnsOf([{ a: 1 }, { b: 2, a: 3 }])).toEqual(['a', 'b']);
});

test('rows with too many names, or none, are no table', () => {
  const wide = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`c${index}`, index]));
  expect(columnsOf([wide])).toBeUndefined();
  expect(columnsOf([{}, {}])).toBeUndefined();
});

test('copies give the value as it came', () => {
  expect(rawText('2026-11-22T09:30:00Z')).toBe('2026-11-22T09:30:00Z');
  expect(rawText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(rawText(null)).toBe('null');
  expect(rawText(undefined)).toBe('');
});

test.each([
  ['Flow.ticketId', 'ticketId'],
  ['Flow.', 'Flow.'],
  ['other.id', 'other.id'],
])('%s is shown as %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});

test.each([
  ['as much as the longest part of a name', ['Flow.id', 'Flow.confirmed', 'isOpen'], 9],
  ['no less than a short word', ['id'], 8],
  ['no more than leaves room for values', ['x'.repeat(60)], 16],
])('names get %s', (_, names, room) => {
  expect(roomForNames(names)).toBe(room);
});
