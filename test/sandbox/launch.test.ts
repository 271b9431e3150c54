import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi, launch } from './api-caller.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const executions = '/api/v2/flows/executions';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerMinute: 1000, maxBodyBytes: 10_000 });
});

afterAll(() => sandbox.close());

describe('a launch is accepted', () => {
  test('and answered with where to look', async () => {
    const { id } = sandbox.flow('requestCallback');
    const inputData = { 'Flow.customerNumber': '+15550199888' };
    const { status, body } = await launch(sandbox, { flowId: id, inputData, name: 'first' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'first',
      flowVersion: { id: '3.0', name: '3.0', selfUri: `/api/v2/flows/${id}/versions/3.0` },
      selfUri: `${executions}/${String(body.id)}`,
    });
    expect(sandbox.executions().at(-1)).toMatchObject({ inputData, launchedBy: 'author' });
  });

  test.each([
    ['without inputs', {}],
    ['in an older version', { flowVersion: '1.0' }],
    ['in a version by its number', { flowVersion: '2' }],
    ['with a version of null', { flowVersion: null }],
    ['with an unknown input', { inputData: { 'Flow.nobodyKnowsThis': 1 } }],
    ['with nested inputs', { inputData: { Flow: { customerNumber: '1' } } }],
    ['with a flow id in capitals', {}, (id: string) => id.toUpperCase()],
  ])('%s', async (_, fields, spelled = (id: string) => id) => {
    const flowId = spelled(sandbox.flow('requestCallback').id);
    expect((await launch(sandbox, { flowId, ...fields })).status).toBe(200);
  });

  test('with a value of every type', async () => {
    const inputData = {
      'Flow.text': 'x',
      'Flow.whole': 3,
      'Flow.decimal': 0.5,
      'Flow.yesNo': false,
      'Flow.moment': '2026-11-22T10:00:00.000Z',
      'Flow.day': '2026-11-22',
      'Flow.choice': 'red',
      'Flow.texts': ['a'],
      'Flow.wholes': [],
      'Flow.moments': ['2026-11-22T10:00:00Z'],
      'Flow.object': { any: [1] },
    };
    const flowId = sandbox.flow('everyType').id;
    expect((await launch(sandbox, { flowId, inputData })).status).toBe(200);
  });

  test.each(['schemaTrue', 'schemaEmpty', 'schemaMissing', 'unknownTypes', 'wide'])(
    'by a flow whose schema says little: %s',
    async (key) => {
      const inputData = { 'Flow.price': { amount: 1 }, 'Flow.anything': null };
      const flowId = sandbox.flow(key).id;
      expect((await launch(sandbox, { flowId, inputData })).status).toBe(200);
    },
  );
});

describe('a launch is refused', () => {
  test.each([
    ['never published', 'unpublished', 400, 'flow.config.not.published'],
    ['inactive', 'inactive', 400, 'flow.invalid.state'],
    ['of another type', 'inboundCall', 400, 'flow.invalid.state'],
    ['deleted', 'deleted', 404, 'architect.flow.not.found'],
  ])('for a flow that is %s', async (_, key, status, code) => {
    const { body, ...answer } = await launch(sandbox, { flowId: sandbox.flow(key).id });
    expect(answer.status).toBe(status);
    expect(body).toEqual({
      code,
      status,
      message: expect.any(String),
      contextId: answer.headers.get('inin-correlation-id'),
      details: [],
      errors: [],
    });
  });

  test.each([
    ['a text for a whole number', 'Flow.whole', '3'],
    ['a fraction for a whole number', 'Flow.whole', 1.5],
    ['a number out of range', 'Flow.whole', 1001],
    ['a number for a text', 'Flow.text', 3],
    ['a text for yes or no', 'Flow.yesNo', 'true'],
    ['no date', 'Flow.moment', 'tomorrow'],
    ['a value that is no choice', 'Flow.choice', 'mauve'],
    ['a single value for a list', 'Flow.texts', 'a'],
    ['a wrong value in a list', 'Flow.wholes', [1, '2']],
    ['null', 'Flow.text', null],
  ])('for %s', async (_, name, value) => {
    const flowId = sandbox.flow('everyType').id;
    const answer = await launch(sandbox, { flowId, inputData: { [name]: value } });
    expect([answer.status, answer.body.code]).toEqual([400, 'variable.value.not.allowed']);
  });

  test.each<[string, unknown, number, string]>([
    ['no JSON', '{"flowId":', 400, 'bad.request'],
    ['typographic quotes', '{“flowId”: “x”}', 400, 'bad.request'],
    ['an empty body', '', 400, 'bad.request'],
    ['a list', [], 400, 'bad.request'],
    ['no flow id', {}, 404, 'architect.flow.not.found'],
    ['a flow id that is no UUID', { flowId: 'abc-123' }, 404, 'architect.flow.not.found'],
    ['an unknown flow', { flowId: crypto.randomUUID() }, 404, 'architect.flow.not.found'],
    ['a flow id that is a number', { flowId: 7 }, 404, 'architect.flow.not.found'],
    ['a foreign name for the inputs', { flowId: 'x', data: {} }, 400, 'invalid.property'],
    ['a flow id in snake case', { flow_id: 'x' }, 400, 'invalid.property'],
    ['inputs that are a list', { flowId: 'x', inputData: [] }, 400, 'invalid.value'],
    ['a name that is no text', { flowId: 'x', name: 1 }, 400, 'invalid.value'],
    ['a body that is too large', { name: 'x'.repeat(10_000) }, 413, 'request.entity.too.large'],
  ])('for %s', async (_, request, status, code) => {
    const answer = await launch(sandbox, request);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('for a variable that is no input', async () => {
    const flowId = sandbox.flow('requestCallback').id;
    const answer = await launch(sandbox, { flowId, inputData: { 'Flow.attempt': 1 } });
    expect(answer.body.code).toBe('input.var.not.marked.in.flow.def');
  });

  test('for a version that does not exist', async () => {
    const flowId = sandbox.flow('requestCallback').id;
    const answer = await launch(sandbox, { flowId, flowVersion: '9.0' });
    expect(answer.body.code).toBe('flow.definition.missing');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'for the content type "%s"',
    async (type) => {
      const answer = await callApi(sandbox, executions, {
        token: sandbox.issueToken('author'),
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      });
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported.media.type']);
    },
  );

  test('and launches nothing', async () => {
    const before = sandbox.executions().length;
    await launch(sandbox, { flowId: sandbox.flow('unpublished').id });
    expect(sandbox.executions()).toHaveLength(before);
  });
});
