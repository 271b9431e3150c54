import { describe, expect, test } from 'vitest';
import { readExecution } from './execution.ts';
import { mostOutput, outputToKeep } from './output-limit.ts';

const long = 'x'.repeat(mostOutput * 2);

describe('an output', () => {
  test('is kept as it is where it fits', () => {
    const outputData = { a: 1, b: [null, { c: 'text' }] };
    expect(outputToKeep(outputData)).toEqual({ outputData });
    expect(outputToKeep(undefined)).toEqual({});
  });

  test.each<[string, Record<string, unknown>]>([
    ['one long text', { first: 'kept', long }],
    ['a long list', { first: 'kept', list: Array.from({ length: 200_000 }, (_, at) => at) }],
    [
      'many names',
      {
        first: 'kept',
        ...Object.fromEntries(Array.from({ length: 90_000 }, (_, at) => [`n${at}`, {}])),
      },
    ],
    ['texts that JSON writes longer', { first: 'kept', long: '"\n'.repeat(mostOutput) }],
  ])('that is too large, with %s, is kept cut, and said to be', (_, outputData) => {
    const kept = outputToKeep(outputData);
    expect(kept.outputCut).toBe(true);
    expect(kept.outputData?.first).toBe('kept');
    expect(JSON.stringify(kept.outputData).length).toBeLessThan(mostOutput * 2.1);
  });

  test('that is nested without end is not walked through', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
    expect(outputToKeep(deep)).toEqual({ outputCut: true });
  });
});

test('an execution whose answer was too large to be read to its end has ended all the same', () => {
  const body = `{"id":"e1","outputData":{"status":"open","list":["${long}`;
  const answer = (text: string) => ({ status: 200, headers: {}, body: text, cut: true });
  expect(readExecution(answer(body), 'e1', 7)).toBeUndefined();
  expect(
    readExecution(answer(body.replace('{"id"', '{"status":"COMPLETED","id"')), 'e1', 7),
  ).toEqual({
    type: 'seen',
    execution: { id: 'e1', status: 'COMPLETED', outputCut: true },
    at: 7,
  });
});
