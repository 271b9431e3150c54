import { describe, expect, test } from 'vitest';
import { hostsOf } from '../base/environment.ts';
import { executionRequest, readExecution } from './execution.ts';

const answer = (status: number, body: unknown) => ({
  status,
  headers: {},
  body: JSON.stringify(body),
  cut: false,
});

test('an execution is asked for by its id', () => {
  expect(executionRequest(hostsOf({ region: 'mypurecloud.ie' }), 'e/1')).toEqual({
    method: 'GET',
    url: 'https://api.mypurecloud.ie/api/v2/flows/executions/e%2F1',
    headers: { Accept: 'application/json' },
  });
});

test('what is seen of it becomes part of the launch', () => {
  const body = {
    id: 'somebody else’s',
    status: 'FAILED',
    dateLaunched: '2026-11-22T09:30:00.000Z',
    dateCompleted: 7,
    completionReason: 'Failure',
    outputData: { 'Flow.a': null },
    flowErrorInfo: { code: 'error.x', message: 'No', status: 'odd' },
    flowVersion: { id: '1.0' },
  };
  expect(readExecution(answer(200, body), 'e1', 9)).toEqual({
    type: 'seen',
    execution: {
      id: 'e1',
      status: 'FAILED',
      dateLaunched: '2026-11-22T09:30:00.000Z',
      dateCompleted: undefined,
      completionReason: 'Failure',
      outputData: { 'Flow.a': null },
      errorInfo: expect.objectContaining({ code: 'error.x', message: 'No', status: undefined }),
    },
    at: 9,
  });
});

test.each([
  [403, 'execution-not-viewable'],
  [404, 'execution-not-found'],
  [410, 'execution-not-found'],
])('%i: it is not followed, because %s', (status, code) => {
  const said = answer(status, { code: 'some.code' });
  expect(readExecution(said, 'e1', 9)).toMatchObject({ type: 'not-followed', failure: { code } });
});

test.each([
  ['at once', 400, undefined],
  ['29 seconds later', 29_000, undefined],
  ['31 seconds later', 31_000, 'not-followed'],
  ['by a clock that was set back', -1_000, 'not-followed'],
])('an accepted launch whose execution is not found %s', (_, age, what) => {
  const missing = answer(404, { code: 'architect.flow.execution.not.found' });
  expect(readExecution(missing, 'e1', 100_000 + age, 100_000)?.type).toBe(what);
});

describe('is asked for again later after', () => {
  test.each([
    [401, {}],
    [408, {}],
    [429, {}],
    [500, {}],
    [200, {}],
    [200, { status: 7 }],
    [200, '<html>'],
    [403, '<html>'],
    [404, '<html>'],
    [410, ''],
  ])('%i with %o', (status, body) => {
    expect(readExecution(answer(status, body), 'e1', 9)).toBeUndefined();
  });
});
