import { describe, expect, test } from 'vitest';
import { done, type FailureCode, failed } from '../base/failure.ts';
import type { FlowDetail } from '../flow/flow.ts';
import type { Launch } from '../launch/launch.ts';
import { withoutCustomerData } from '../launch/without-customer-data.ts';
import { flowEvidence, isExplainable } from './gathered.ts';
import { diagnoseLaunch } from './launch.ts';

const flow: FlowDetail = { id: 'f', name: 'Callback', type: 'WORKFLOW', readAt: 1 };
const yes = { found: 'yes', name: 'Callback', type: 'WORKFLOW' };

describe('what reading a flow tells', () => {
  test.each([
    [undefined, { ...yes, isPublished: true }],
    ['unpublished', { ...yes, isPublished: false }],
    ['inactive', { ...yes, isPublished: true, isActive: false }],
    ['not-workflow', yes],
    ['deleted', { found: 'deleted' }],
  ] as const)('it cannot be launched: %s', (cannotLaunch, facts) => {
    expect(flowEvidence(done({ ...flow, cannotLaunch })).flow).toEqual(facts);
  });

  test.each<[FailureCode, object | undefined]>([
    ['flow-not-found', { found: 'no' }],
    ['flow-deleted', { found: 'deleted' }],
    ['flow-not-viewable', { found: 'forbidden' }],
    ['timeout', undefined],
  ])('it cannot be read: %s', (code, facts) => {
    expect(flowEvidence(failed(code)).flow).toEqual(facts);
  });
});

const refused: Launch = {
  version: 2,
  id: 'l',
  state: 'refused',
  connection: { name: 'Production', key: 'k' },
  flow: { id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890', name: 'Callback' },
  inputs: { 'Flow.number': '1' },
  request: {
    method: 'POST',
    url: 'https://api.mypurecloud.de/api/v2/flows/executions',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      flowId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
      inputData: { 'Flow.number': '1' },
    }),
  },
  answer: { status: 400, headers: {}, body: '', cut: false },
  times: { created: 1 },
};

describe('which launches there is more to say about', () => {
  test.each<[string, boolean, Partial<Launch>]>([
    ['refused with an answer', true, {}],
    ['refused before anything was sent', false, { answer: undefined }],
    ['answered by something else', true, { state: 'unknown' }],
    ['completed', false, { state: 'completed' }],
    ['failed, and says why', true, { state: 'failed', execution: { id: 'e', errorInfo: {} } }],
    ['failed without a word', false, { state: 'failed', execution: { id: 'e' } }],
  ])('%s: %s', (_, expected, part) => {
    expect(isExplainable({ ...refused, ...part })).toBe(expected);
  });
});

describe('inputs that the settings do not keep', () => {
  const inputSchema = {
    type: 'object',
    required: ['Flow.number'],
    properties: { 'Flow.number': { type: 'string' } },
  };

  test('are not taken for missing, nor their form for published', () => {
    const explained = diagnoseLaunch(withoutCustomerData(refused), { inputSchema });
    expect(explained?.findings.map(({ code }) => code)).not.toContain('input-missing');
    expect(explained?.ruledOut.map(({ code }) => code)).not.toContain('form-published');
    expect(explained?.wouldHelp.map(({ code }) => code)).toContain('needs-inputs');
  });

  test('fit what the flow takes, as long as they are kept', () => {
    const codes = diagnoseLaunch(refused, { inputSchema })?.ruledOut.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['form-published', 'inputs-fit']));
  });
});
