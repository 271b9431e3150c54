import { expect, test } from 'vitest';
import { canBecome } from './open-place.ts';

test.each([
  [['api.', '.pure.cloud'], 'api.euw2.pure.cloud', true],
  [['api.', ''], 'api.mypurecloud.de', true],
  [['', ''], 'api.mypurecloud.de', true],
  [['a', 'b', 'c'], 'a-b-c', true],
  [['a', 'b', 'b'], 'a-b', false],
  [['aba', 'aba'], 'aba', false],
  [['api.', '.pure.cloud'], 'login.euw2.pure.cloud', false],
  [['api'], 'api', true],
  [['api'], 'apis', false],
])('values between %j can make it %s: %s', (parts, text, expected) => {
  expect(canBecome(parts, text)).toBe(expected);
});
