import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ApiAnswer, callApi, launch } from './api-caller.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

/** Milliseconds; what takes longer runs on and on. */
const longestRun = 1300;

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  // Runs take about a second; here that passes when the test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  sandbox = await startSandbox({ requestsPerMinute: 1000 });
  token = sandbox.issueToken('author');
});

afterAll(async () => {
  vi.useRealTimers();
  await sandbox.close();
});

test('an execution runs for a moment, then completes with its output', async () => {
  const inputData = { 'Flow.customerNumber': '+15550199888', 'Flow.priority': 5 };
  const id = await launched('requestCallback', { inputData, name: 'mine' });
  const running = await look(id);
  expect(running.body).toMatchObject({ id, name: 'mine', status: 'RUNNING' });
  expect(running.body).not.toHaveProperty('dateCompleted');

  const { body } = await ended(id);
  expect(body).toEqual({
    id,
    name: 'mine',
    status: 'COMPLETED',
    completionReason: 'Success',
    dateLaunched: running.body.dateLaunched,
    dateCompleted: expect.stringMatching(/Z$/),
    flowVersion: expect.objectContaining({ id: '3.0', type: 'PUBLISH' }),
    outputData: {
      'Flow.callbackId': expect.stringMatching(/^CB-\d{6}$/),
      'Flow.scheduledFor': expect.stringMatching(/Z$/),
      'Flow.queue': 'Callbacks priority',
    },
    selfUri: `/api/v2/flows/executions/${id}`,
  });
  const took = Date.parse(String(body.dateCompleted)) - Date.parse(String(body.dateLaunched));
  expect(took).toBeGreaterThanOrEqual(600);
  expect(took).toBeLessThanOrEqual(longestRun);
});

test.each([
  ['the inputs were left out', {}],
  ['the inputs were nested', { inputData: { Flow: { customerNumber: '+15550199888' } } }],
  ['the input was spelled without its prefix', { inputData: { customerNumber: '1' } }],
])('an execution fails for want of an input when %s', async (_, fields) => {
  const { body } = await ended(await launched('requestCallback', fields));
  expect(body).toMatchObject({
    status: 'FAILED',
    completionReason: 'Failure',
    flowErrorInfo: {
      code: 'error.workflow.expression.unexpectedNull',
      messageParams: { expression: 'Flow.customerNumber' },
    },
  });
});

test.each([
  ['failing', { status: 'FAILED', flowErrorInfo: { code: 'error.workflow.dataAction.failed' } }],
  ['erring', { status: 'ERROR', flowErrorInfo: { code: 'error.workflow.internal' } }],
  ['terminated', { status: 'TERMINATED' }],
  ['unknownState', { status: 'PAUSED' }],
  ['noInputs', { status: 'COMPLETED', completionReason: 'Success' }],
  ['longOutput', { status: 'COMPLETED', outputData: { 'Flow.value59': 'Value 59' } }],
])('the flow "%s" ends as %o', async (key, expected) => {
  expect((await ended(await launched(key))).body).toMatchObject(expected);
});

test('an execution may run on and on', async () => {
  const id = await launched('neverEnding');
  expect((await ended(id)).body.status).toBe('RUNNING');
});

describe('the execution history', () => {
  const query = '/api/v2/flows/instances/query';

  test('is empty while it is off, and finds an execution by its flow when it is on', async () => {
    const id = await launched('fast', { name: 'find me' });
    const flowId = sandbox.flow('fast').id;
    const body = [{ criteria: { key: 'FlowId', operator: 'eq', value: flowId } }];
    expect((await search(body)).body.entities).toEqual([]);
    sandbox.setHistory(true);
    const { body: found } = await search(body);
    sandbox.setHistory(false);
    expect(found).toMatchObject({
      total: 1,
      entities: [{ id, name: 'find me', flowId, flowType: 'workflow' }],
    });
  });

  test.each([
    ['an hour ago', -3_600_000, 'gte', true],
    ['in an hour', 3_600_000, 'gte', false],
    ['in an hour', 3_600_000, 'lt', true],
  ])('tells executions by their start: %s %i %s', async (_, offset, operator, finds) => {
    const id = await launched('fast');
    const value = new Date(Date.now() + offset).toISOString();
    sandbox.setHistory(true);
    const { body } = await search([
      { and: [{ key: 'FlowStartDateTime', operator, value }] },
      { not: [{ key: 'FlowId', operator: 'eq', value: 'another' }] },
      { or: [{ key: 'FlowType', operator: 'begins', value: 'work' }] },
    ]);
    sandbox.setHistory(false);
    expect(JSON.stringify(body.entities).includes(id)).toBe(finds);
  });

  test.each([
    ['no query', {}, 'bad.request'],
    ['an unknown key', [{ criteria: { key: 'Name', operator: 'eq', value: '' } }], 'invalid.value'],
    ['an unknown operator', [{ or: [{ key: 'FlowId', operator: 'like' }] }], 'invalid.value'],
    [
      'no date',
      [{ criteria: { key: 'FlowStartDateTime', operator: 'gt', value: 'soon' } }],
      'invalid.date',
    ],
  ])('refuses %s', async (_, body, code) => {
    const answer = await search(body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test('refuses pages of more than 200', async () => {
    expect((await search([], '?pageSize=201')).status).toBe(400);
    expect((await search([], '?pageSize=200')).status).toBe(200);
  });

  test('says whether it is on', async () => {
    const path = '/api/v2/flows/instances/settings/executiondata';
    expect((await callApi(sandbox, path, { token })).body.enabled).toBe(false);
  });

  function search(criteria: unknown, parameters = ''): Promise<ApiAnswer> {
    const body = JSON.stringify({ query: criteria });
    return callApi(sandbox, `${query}${parameters}`, { token, method: 'POST', body });
  }
});

async function launched(key: string, fields: object = {}): Promise<string> {
  const { status, body } = await launch(sandbox, { flowId: sandbox.flow(key).id, ...fields });
  expect(status).toBe(200);
  return String(body.id);
}

function look(id: string): Promise<ApiAnswer> {
  return callApi(sandbox, `/api/v2/flows/executions/${id}`, { token });
}

/** How an execution stands after the longest time that one takes. */
function ended(id: string): Promise<ApiAnswer> {
  vi.advanceTimersByTime(longestRun);
  return look(id);
}
