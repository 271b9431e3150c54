import { expect, test } from 'vitest';
import { holdsPermission, holdsScope } from './permission.ts';

test.each([
  ['architect:flow:launch', true],
  ['architect:flow:*', true],
  ['architect:*:*', true],
  ['*:*:*', true],
  ['*', true],
  ['architect:*', true],
  ['Architect:Flow:Launch', true],
  ['*:*:launch', true],
  ['architect:flow:view', false],
  ['architect:flow', false],
  ['routing:*:*', false],
  ['', false],
])('%j for architect:flow:launch: %s', (held, holds) => {
  expect(holdsPermission([held], 'architect:flow:launch')).toBe(holds);
});

test('a read-only scope does not launch', () => {
  expect(holdsScope(['architect:readonly'], ['architect'])).toBe(false);
  expect(holdsScope(['user-basic-info', 'architect'], ['architect'])).toBe(true);
  expect(holdsScope(['all'], ['architect'])).toBe(true);
});
