import { expect, test } from 'vitest';
import messages from '../../../public/_locales/en/messages.json';
import { finding } from '../base/finding.ts';
import { fill, type Text } from '../base/text.ts';
import { newLaunch } from '../launch/event.ts';
import { adminRequest, forAdministrator } from './admin-request.ts';

const text: Text = (key, params) => fill(messages[key].message, params);
const launch = newLaunch(
  {
    id: '22222222-2222-4333-8444-555566667777',
    connection: { name: 'Production', key: 'mypurecloud.de x' },
    flow: { id: '11111111-2222-4333-8444-555566667777', name: 'Request callback' },
    inputs: { 'Flow.customerNumber': '+15550199888' },
    request: undefined,
    tabId: undefined,
  },
  0,
);
const missing = finding(
  'missing-permission',
  'certain',
  { permission: 'architect:flow:launch' },
  { action: { kind: 'open-admin', page: 'roles' } },
);
const user = { id: 'u', name: 'Anna Agent', email: 'anna@example.com' };
const organization = { id: 'o', name: 'Example' };

test('the request names permission, flow, person, organization and what the server said', () => {
  const body = JSON.stringify({
    status: 403,
    code: 'missing.permissions',
    message: 'Unable to perform the requested action.',
  });
  const headers = { 'inin-correlation-id': '9f6c1a2b' };
  const refused = { ...launch, answer: { status: 403, headers, body, cut: false } };
  const session = { user, organization };
  expect(adminRequest({ launch: refused, session }, [missing], text).split('\n')).toEqual([
    'Genesys Cloud did not let me launch this flow. Could you please give me what is missing?',
    '',
    'Permission: architect:flow:launch',
    'Reason: You do not have the permission architect:flow:launch.',
    'Flow: Request callback (11111111-2222-4333-8444-555566667777)',
    'Person: Anna Agent (anna@example.com)',
    'Organization: Example (o)',
    'Response from Genesys Cloud: 403 · missing.permissions · Unable to perform the requested action.',
    'Correlation ID: 9f6c1a2b',
    'Time: 1970-01-01T00:00:00.000Z',
  ]);
});

test('unknown facts are left out, and no input is in it', () => {
  const request = adminRequest({ launch, session: undefined }, [missing], text);
  expect(request).not.toMatch(/Person|Organization|Response|Correlation|15550199888/);
});

test('an administrator is asked for roles and clients, not for what the person does in Architect', () => {
  const unpublished = finding(
    'flow-not-published',
    'certain',
    {},
    {
      action: { kind: 'open-admin', page: 'flow' },
    },
  );
  const pick = finding('flow-not-found', 'certain', {}, { action: { kind: 'pick-flow' } });
  expect(forAdministrator([unpublished, missing, pick])).toEqual([missing]);
});
