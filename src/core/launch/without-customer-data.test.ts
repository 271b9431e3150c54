import { expect, test } from 'vitest';
import { newLaunch } from './event.ts';
import { executionNameOf, type Launch } from './launch.ts';
import { removedMark, withoutCustomerData } from './without-customer-data.ts';

const number = '+15550199888';
const conversationId = '00000000-0000-4000-8000-0000000000c1';
const canaries = [
  conversationId,
  number,
  'Ann Lee',
  'Bo',
  'crm.example/7731',
  'canary output',
  'nested canary',
];

const launch: Launch = {
  ...newLaunch(
    {
      id: 'l-1',
      connection: { name: 'Production', key: 'mypurecloud.de x' },
      flow: { id: 'f1', name: 'Callback' },
      inputs: { 'Flow.customerNumber': number, 'Flow.name': 'Ann Lee', 'Flow.short': 'Bo' },
      customer: { name: 'Ann Lee', number },
      page: { title: 'Ann Lee', address: 'https://crm.example/7731' },
      conversationId,
      request: {
        method: 'POST',
        url: 'https://api.mypurecloud.de/api/v2/flows/executions',
        headers: {},
        body: JSON.stringify({
          flowId: 'f1',
          inputData: { 'Flow.customerNumber': number, 'Flow.name': 'Ann Lee', 'Flow.short': 'Bo' },
          name: `Callback · l-1 ${number} ${conversationId}`,
        }),
      },
    },
    0,
  ),
  state: 'error',
  answer: {
    status: 200,
    headers: {},
    cut: false,
    body: JSON.stringify({
      id: 'e-1',
      message: `Value [Ann L] of Bo, for ${number}`,
      note: 'Ann Lee',
    }),
  },
  execution: {
    id: 'e-1',
    status: 'ERROR',
    outputData: { 'Flow.result': 'canary output', list: [{ deep: 'nested canary' }] },
    errorInfo: {
      code: 'x',
      message: `No queue for ${number} (Bo): canary output`,
      messageParams: { number },
    },
  },
  failure: { code: 'launch-refused', params: { message: `Value [${number}] Bo`, serverCode: 'x' } },
  notFollowed: { code: 'execution-not-found', params: { message: 'for Ann Lee' } },
  instances: [{ id: 'i-1', flowErrorReason: `called ${number}` }],
};

test('nothing of the customer is left where nothing of it is to be kept', () => {
  const text = JSON.stringify(withoutCustomerData(launch));
  for (const canary of canaries) expect(text).not.toContain(canary);
});

test('what was sent is still told by name, with a mark in place of each value', () => {
  const { request, inputsRemoved } = withoutCustomerData(launch);
  expect(inputsRemoved).toBe(true);
  expect(JSON.parse(request?.body ?? '')).toMatchObject({
    flowId: 'f1',
    inputData: { 'Flow.customerNumber': removedMark, 'Flow.name': removedMark },
  });
});

test('what finds and explains the launch stays', () => {
  const kept = withoutCustomerData(launch);
  expect(kept).toMatchObject({
    id: 'l-1',
    state: 'error',
    execution: { id: 'e-1', status: 'ERROR' },
  });
  expect(kept.failure).toEqual({
    code: 'launch-refused',
    params: { message: 'Value [<value>] <value>', serverCode: 'x' },
  });
  expect(kept.execution?.errorInfo?.message).toContain('No queue for <value>');
  expect(executionNameOf(kept)).toBe('Callback · l-1 <value> <value>');
});

test('done twice, it is the same, and a body that is no JSON goes whole', () => {
  const once = withoutCustomerData(launch);
  expect(withoutCustomerData(once)).toEqual(once);
  const request = { method: 'POST', url: 'https://api.test/', headers: {}, body: `{ ${number}` };
  expect(withoutCustomerData({ ...launch, request }).request?.body).toBe(removedMark);
});
