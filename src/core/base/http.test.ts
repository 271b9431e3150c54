import { describe, expect, test } from 'vitest';
import { errorBody } from './error-body.ts';
import { correlationId, jsonOf } from './http.ts';

const answer = (body: string, headers = {}) => ({ status: 400, headers, body, cut: false });

test.each([
  ['{"a":1}', { a: 1 }],
  ['null', null],
  ['', undefined],
  ['<html>', undefined],
  ['{"a":', undefined],
])('the body %o is as JSON %o', (body, json) => {
  expect(jsonOf(answer(body))).toEqual(json);
});

test('the correlation id is a header', () => {
  expect(correlationId(answer('', { 'inin-correlation-id': 'c' }))).toBe('c');
  expect(correlationId(answer(''))).toBeUndefined();
});

describe('an error body', () => {
  test('keeps what is right in it, and leaves out what is of another type', () => {
    const body = JSON.stringify({ code: 'bad.request', message: { a: 1 }, status: '400' });
    expect(errorBody(answer(body))).toMatchObject({
      code: 'bad.request',
      message: undefined,
      status: undefined,
    });
  });

  test.each(['', '<html>', '[]', 'null', '"no"'])('is empty for %o', (body) => {
    expect(Object.values(errorBody(answer(body))).filter(Boolean)).toEqual([]);
  });
});
