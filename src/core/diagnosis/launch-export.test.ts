import { expect, test } from 'vitest';
import { newLaunch } from '../launch/event.ts';
import { readManaged, underPolicy } from '../settings/managed.ts';
import { defaultSettings } from '../settings/settings.ts';
import { bundleOf } from './launch-export.ts';

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
const context = { program: { name: 'Kickoff', version: '1' }, browser: 'Chrome', at: 0 };

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
