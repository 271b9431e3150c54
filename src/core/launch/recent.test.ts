import { describe, expect, test } from 'vitest';
import { stillRecent, whatIsLaunched } from './recent.ts';

const request = {
  id: 'b1d4f3a2-0000-4000-8000-000000000001',
  connection: 'Sandbox',
  flowId: 'b1d4f3a2-0000-4000-8000-0000000000AA',
  flowName: 'Request callback',
  inputData: { number: '+1555', list: [1, { a: 1, b: 2 }] },
};

describe('the same launch', () => {
  test.each([
    ['another id, name and tab', { id: 'other', name: 'x', tabId: 7 }, true],
    [
      'its inputs in another order',
      { inputData: { list: [1, { b: 2, a: 1 }], number: '+1555' } },
      true,
    ],
    ['the flow’s id in another case', { flowId: request.flowId.toLowerCase() }, true],
    ['another value', { inputData: { ...request.inputData, number: '+1556' } }, false],
    [
      'a list in another order',
      { inputData: { ...request.inputData, list: [{ a: 1, b: 2 }, 1] } },
      false,
    ],
    ['no inputs', { inputData: undefined }, false],
    ['another connection', { connection: 'Production' }, false],
  ])('with %s: %s', (_, more, expected) => {
    expect(whatIsLaunched({ ...request, ...more }) === whatIsLaunched(request)).toBe(expected);
  });

  test('is remembered for a minute, also by a clock that was set back', () => {
    const recentLaunches = [{ what: 'x', id: 'a', at: 1_000_000 }];
    expect(stillRecent(recentLaunches, 1_059_999)).toHaveLength(1);
    expect(stillRecent(recentLaunches, 1_060_000)).toHaveLength(0);
    expect(stillRecent(recentLaunches, 1_000_000 - 1_000)).toHaveLength(1);
  });
});
