import { expect, test } from 'vitest';
import { launchSubject } from './subject.ts';

test.each([
  [{ 'Flow.reason': 'late', 'Flow.customerNumber': '+15550199888' }, '+15550199888'],
  [{ 'Flow.customerId': 'C-42', 'Flow.count': 3 }, 'C-42'],
  [{ 'Flow.reason': 'late' }, 'late'],
  [{ 'Flow.count': 3 }, '3'],
  [{ 'Flow.items': ['a'], 'Flow.urgent': true }, undefined],
  [{ 'Flow.customerNumber': '' }, undefined],
  [undefined, undefined],
])('a launch with %j is about %s', (inputData, subject) => {
  expect(launchSubject(inputData)).toBe(subject);
});
