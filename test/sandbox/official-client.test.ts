import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { officialClient, officialLaunchRequest } from './official-client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

test('the official client lists workflows with their input schemas', async () => {
  const listing = await officialClient(sandbox).getFlows({
    type: ['workflow', 'inboundcall'],
    name: sandbox.flow('everyType').name,
    pageSize: 500,
    includeSchemas: true,
  });
  expect(listing.entities).toHaveLength(1);
  expect(listing.entities?.[0]?.inputSchema).toHaveProperty(['properties', 'Flow.text']);
});

test('the official client launches a flow and follows the execution to its end', async () => {
  const client = officialClient(sandbox);
  const { id = '' } = await client.postFlowsExecutions({
    flowId: sandbox.flow('requestCallback').id,
    // Its types say objects; what it sends and what the API takes are values of any kind.
    inputData: { 'Flow.customerNumber': Object('+15550199888') },
  });
  const execution = await vi.waitUntil(
    async () => {
      const seen = await client.getFlowsExecution(id);
      return seen.status === 'RUNNING' ? undefined : seen;
    },
    { timeout: 4000, interval: 200 },
  );
  expect(execution.status).toBe('COMPLETED');
  expect(execution.outputData).toMatchObject({ 'Flow.queue': 'Callbacks' });
});

test('the request of the official client is recorded as it arrived', async () => {
  const body = {
    flowId: sandbox.flow('requestCallback').id,
    inputData: { 'Flow.customerNumber': '+15550199888' },
    name: 'Rückruf',
  };
  const request = await officialLaunchRequest(sandbox, body);
  expect(request).toMatchObject({ method: 'POST', path: '/api/v2/flows/executions' });
  expect(request.contentType).toMatch(/^application\/json/);
  expect(JSON.parse(request.bodyText)).toEqual(body);
});

test('the official client reports a refusal with its code', async () => {
  const launch = officialClient(sandbox).postFlowsExecutions({
    flowId: sandbox.flow('unpublished').id,
  });
  await expect(launch).rejects.toMatchObject({ status: 400, code: 'flow.config.not.published' });
});
