import { expect, test } from 'vitest';
import { runFaults } from '../faults/run.ts';

test('six launches under faults: nothing lost, nothing launched twice, nothing untrue, nothing stuck', async () => {
  const lines: string[] = [];
  const result = await runFaults({ trials: 6, seed: 7, say: (line) => lines.push(line) });
  const expected = { trials: 6, lost: 0, duplicated: 0, untrue: 0, stuck: 0 };
  expect(result, lines.join('\n')).toEqual(expected);
}, 400_000);
