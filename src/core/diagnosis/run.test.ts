import { expect, test } from 'vitest';
import { diagnoseRun } from './run.ts';

const flowId = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const inputSchema = { type: 'object', properties: { 'Flow.userEmail': { type: 'string' } } };
const error = {
  code: 'error.workflow.expression.unexpectedNull',
  message: 'An expression (or part of an expression) resulted in a null where one is disallowed.',
  messageParams: { expression: 'ToUpper(Flow.userEmail)', pos: '0' },
};

test.each([
  ['nested', { inputData: { Flow: { userEmail: 'a@b.c' } } }, 'nested-namespace', 'likely'],
  ['under another name', { data: { 'Flow.userEmail': 'a@b.c' } }, 'wrong-envelope', 'likely'],
  ['beside the id', { 'Flow.userEmail': 'a@b.c' }, 'flat-inputs', 'likely'],
  ['without its prefix', { inputData: { userEmail: 'a@b.c' } }, 'input-misspelled', 'likely'],
  ['in another case', { inputData: { 'flow.useremail': 'a@b.c' } }, 'input-misspelled', 'likely'],
  ['null', { inputData: { 'Flow.userEmail': null } }, 'null-input', 'likely'],
  ['missing', {}, 'input-missing', 'likely'],
  ['empty', { inputData: { 'Flow.userEmail': '' } }, 'input-empty', 'likely'],
  ['right', { inputData: { 'Flow.userEmail': 'a@b.c' } }, 'flow-fault', 'likely'],
])('an input that is %s', (_name, body, code, certainty) => {
  const [first] = diagnoseRun({ request: sending(body), error, inputSchema });
  expect(first).toMatchObject({ code, certainty });
});

test('a variable that the schema does not list is only possibly an input', () => {
  const [first] = diagnoseRun({ request: sending({}), error, inputSchema: { properties: {} } });
  expect(first).toMatchObject({ code: 'flow-fault', certainty: 'likely' });
});

test.each([
  ['another error', { code: 'error.workflow.timeout', message: 'Took too long' }],
  ['no error at all', undefined],
  ['parameters of a wrong type', { ...error, messageParams: { expression: 7 } }],
])('%s is the flow’s own', (_name, other) => {
  const findings = diagnoseRun({ request: sending({}), error: other, inputSchema });
  expect(findings.map(({ code }) => code)).toEqual(['flow-fault']);
});

function sending(body: object) {
  return {
    method: 'POST',
    url: 'https://api.mypurecloud.de/api/v2/flows/executions',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flowId, ...body }),
  };
}
