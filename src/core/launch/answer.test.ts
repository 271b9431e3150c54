import { describe, expect, test } from 'vitest';
import {
  answerToKeep,
  failureOf,
  readLaunchAnswer,
  readNoAnswer,
  surelyNotSent,
} from './answer.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  cut: false,
});

describe('an answer to a launch', () => {
  test.each([
    [200, { id: 'e1' }, 'accepted'],
    [201, { id: 'e1', more: true }, 'accepted'],
    [200, '<html>', 'answer-lost'],
    [200, '', 'answer-lost'],
    [200, { id: 7 }, 'answer-lost'],
    [200, { id: '' }, 'answer-lost'],
    [204, '', 'answer-lost'],
    [302, '', 'answer-lost'],
    [400, '', 'refused'],
    [401, {}, 'refused'],
    [403, { code: 'missing.any.permissions' }, 'refused'],
    [404, {}, 'refused'],
    [408, {}, 'answer-lost'],
    [413, {}, 'refused'],
    [429, {}, 'refused'],
    [499, {}, 'refused'],
    [500, {}, 'answer-lost'],
    [502, '<html>', 'answer-lost'],
    [504, { id: 'e1' }, 'answer-lost'],
  ])('with %i and %o is: %s', (status, body, type) => {
    expect(readLaunchAnswer(answer(status, body), 9)).toMatchObject({ type, at: 9 });
  });

  test('names the execution', () => {
    expect(readLaunchAnswer(answer(200, { id: 'e1' }), 9)).toMatchObject({ executionId: 'e1' });
  });

  test('that is refused tells status, code, words and correlation id', () => {
    const refused = answer(
      403,
      { code: 'missing.any.permissions', message: 'No', contextId: 'from the body' },
      { 'inin-correlation-id': 'from the header' },
    );
    expect(failureOf(refused, 'launch-refused')).toEqual({
      code: 'launch-refused',
      params: {
        status: 403,
        serverCode: 'missing.any.permissions',
        message: 'No',
        correlationId: 'from the header',
      },
    });
    expect(failureOf(answer(400, 'oops'), 'launch-refused').params).toEqual({ status: 400 });
  });

  test('is kept without cookies, and not endlessly', () => {
    const long = answer(200, 'x'.repeat(30_000), { 'set-cookie': 'a=b', 'retry-after': '3' });
    expect(answerToKeep(long)).toMatchObject({ headers: { 'retry-after': '3' }, cut: true });
    expect(answerToKeep(long).body).toHaveLength(20_000);
    expect(answerToKeep(answer(200, 'short'))).toEqual(answer(200, 'short'));
  });
});

describe('no answer', () => {
  test.each(['offline', 'not-reached'] as const)('(%s) proves that nothing was sent', (why) => {
    expect(surelyNotSent(why)).toBe(true);
  });

  test.each(['timeout', 'connection-failed'] as const)('(%s) leaves it unknown', (why) => {
    expect(surelyNotSent(why)).toBe(false);
    expect(readNoAnswer(why, 9)).toEqual({
      type: 'answer-lost',
      failure: { code: why, params: {} },
      at: 9,
    });
  });
});
