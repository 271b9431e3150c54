import { expect, test } from 'vitest';
import { formatIso, formatMoment } from './format.ts';

test.each([
  '2026-11-22',
  '2026-11-22T09:30:00Z',
  '2026-11-22T09:30:15.123Z',
  '2026-11-22T09:30+01:00',
])('%s is shown as a date', (text) => {
  expect(formatIso(text)).toContain('2026');
  expect(formatIso(text)).not.toBe(text);
});

test.each([
  '2026-11-22T09:30:00',
  '2026-13-45',
  '2026-99-99T09:30:00Z',
  '+1 555 019 9888',
  '2026',
  'on 2026-11-22',
  '',
])('%s is left alone', (text) => {
  expect(formatIso(text)).toBeUndefined();
});

test('a day is that day in every time zone', () => {
  expect(formatIso('2026-11-22')).toMatch(/22/);
});

test('a moment is shown to the second', () => {
  expect(formatMoment(Date.UTC(2026, 10, 22, 9, 30, 15))).toMatch(/15/);
});
