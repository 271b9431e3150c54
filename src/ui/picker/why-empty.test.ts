import { expect, test } from 'vitest';
import { whyEmpty } from './why-empty.ts';

test.each([
  ['is still being read', { complete: false }, 'picker_reading'],
  ['was read, and is empty', { complete: true }, 'picker_no_flows'],
  [
    'could not be read',
    { complete: false, failure: { code: 'flows-not-listable', params: {} } },
    'failure_flows_not_listable_remedy',
  ],
] as const)('where the list of flows %s, it says so', (_, list, key) => {
  expect(whyEmpty({ flows: [], ...list }, (each) => each)).toBe(key);
});
