import { expect, test } from 'vitest';
import { newLaunch } from '../launch/event.ts';
import { withoutCustomerData } from '../launch/without-customer-data.ts';
import { readManaged, underPolicy } from '../settings/managed.ts';
import { defaultSettings } from '../settings/settings.ts';
import { bundleOf, installationBundle } from './launch-export.ts';

const flowId = '11111111-2222-4333-8444-555566667777';
const launch = newLaunch(
  {
    id: '22222222-2222-4333-8444-555566667777',
    connection: { name: 'Production', key: 'mypurecloud.de x' },
    flow: { id: flowId, name: 'Callback' },
    inputs: {},
    request: undefined,
    tabId: undefined,
  },
  0,
);
const context = {
  program: { name: 'Kickoff', version: '1' },
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  browser: 'Chrome',
  at: 0,
};

test('a support bundle says what of the policy arrived, and what of it makes no sense', () => {
  const policy = { defaultCountry: 'Germany', disabledFeatures: ['export'], allowedFlows: [] };
  const settings = underPolicy(defaultSettings, readManaged(policy));
  const bundle = JSON.parse(bundleOf(launch, { ...context, settings, findings: [] }, false));
  expect(bundle.settings.policy).toEqual({
    names: ['allowedFlows', 'defaultCountry', 'disabledFeatures'],
    disabledFeatures: ['export'],
    allows: false,
    problems: [{ path: 'defaultCountry', reason: 'invalid-value' }],
  });
});

test('of a launch whose inputs were removed it names what was sent, and says that it was removed', () => {
  const body = JSON.stringify({ flowId, inputData: { 'Flow.customerNumber': '+15550199888' } });
  const request = { method: 'POST', url: 'https://api.test/', headers: {}, body };
  const kept = withoutCustomerData({ ...launch, request, state: 'completed' });
  const settings = underPolicy(defaultSettings, readManaged({ history: { keepInputs: false } }));
  const bundle = JSON.parse(bundleOf(kept, { ...context, settings, findings: [] }, true));
  expect(bundle).toMatchObject({
    extensionId: context.extensionId,
    launch: { inputsRemoved: true },
    settings: { history: { keepInputs: false } },
  });
  const { postData } = bundle.har.log.entries[0].request;
  expect(JSON.parse(postData.text).inputData).toEqual({ 'Flow.customerNumber': '<removed>' });
});

test('without a launch it tells of the installation', () => {
  const settings = underPolicy(defaultSettings, readManaged({ defaultCountry: 'Germany' }));
  const facts = { check: undefined, storage: { used: 1, most: 2 }, updateUrl: undefined };
  const bundle = JSON.parse(installationBundle({ ...context, settings, findings: [] }, facts));
  expect(bundle).toMatchObject({
    extensionId: context.extensionId,
    storage: facts.storage,
    settings: { defaultCountry: 'US', policy: { problems: [{ path: 'defaultCountry' }] } },
  });
  expect(bundle).not.toHaveProperty('launch');
});
