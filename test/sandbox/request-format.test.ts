import { afterEach, describe, expect, test } from 'vitest';
import { callApi, launch } from './api-caller.ts';
import type { RequestFormat } from './launch.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import type { Terse } from './terse.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.close());

describe('a server that wants another request', () => {
  test.each<[RequestFormat, string, number]>([
    [{ inputsKey: 'data', flowIdIn: 'body' }, 'data', 200],
    [{ inputsKey: 'data', flowIdIn: 'body' }, 'inputData', 400],
    [{ inputsKey: 'inputData', flowIdIn: 'body' }, 'data', 400],
  ])('%o answers inputs under "%s" with %i', async (requestFormat, key, status) => {
    sandbox = await startSandbox({ requestFormat });
    const inputData = { 'Flow.customerNumber': '1' };
    const flowId = sandbox.flow('requestCallback').id;
    expect((await launch(sandbox, { flowId, [key]: inputData })).status).toBe(status);
    if (status === 200) expect(sandbox.executions()[0]).toMatchObject({ inputData });
  });

  test('takes the flow id from the path, and nowhere else', async () => {
    sandbox = await startSandbox({ requestFormat: { inputsKey: 'data', flowIdIn: 'path' } });
    const flowId = sandbox.flow('requestCallback').id;
    const inPath = await callApi(sandbox, `/api/v2/flows/executions/${flowId}`, {
      token: sandbox.issueToken('agent'),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"data":{}}',
    });
    expect(inPath.status).toBe(200);
    expect((await launch(sandbox, { flowId, data: {} })).status).toBe(400);
  });
});

describe('a terse server', () => {
  const message = '{"message":"Invalid request body"}';
  const errors = '{"errors":[{"code":"bad_request","message":"Invalid input"}]}';

  test.each<[Terse, string, object, string]>([
    [true, 'a foreign field', { data: {} }, message],
    [true, 'a wrong value', { inputData: { 'Flow.priority': 'high' } }, errors],
    [true, 'an unknown flow', { flowId: 'abc' }, ''],
    ['empty', 'a foreign field', { data: {} }, ''],
    ['message', 'an unknown flow', { flowId: 'abc' }, message],
    ['errors', 'an unknown flow', { flowId: 'abc' }, errors],
  ])('(%s) refuses %s with 400 and little else', async (terse, _, fields, text) => {
    sandbox = await startSandbox({ terse });
    const flowId = sandbox.flow('requestCallback').id;
    const answer = await launch(sandbox, { flowId, ...fields });
    expect([answer.status, answer.text]).toEqual([400, text]);
    expect(answer.headers.get('inin-correlation-id')).toBeTruthy();
  });

  test('can be made talkative again, and was never terse about permissions', async () => {
    sandbox = await startSandbox({ terse: true });
    const viewer = await launch(sandbox, {}, sandbox.issueToken('viewer'));
    expect(viewer.body.code).toBe('missing.any.permissions');
    sandbox.setTerse(false);
    expect((await launch(sandbox, {})).body.code).toBe('architect.flow.not.found');
  });
});
