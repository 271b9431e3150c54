import { expect, test } from 'vitest';
import { noPolicy } from '../settings/managed.ts';
import { connectionSchema, defaultSettings } from '../settings/settings.ts';
import { policyLines } from './lines.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const connection = (more: object = {}) => ({
  name: 'Production',
  environment: { region: 'mypurecloud.de' },
  clientId,
  ...more,
});

test('each value of a policy stands beside the one that counts now', () => {
  const own = {
    ...defaultSettings,
    connections: [
      connectionSchema.parse(connection({ environment: { region: 'mypurecloud.ie' } })),
    ],
    policy: noPolicy,
  };
  const document = {
    connections: [connection()],
    notifications: false,
    allowedFlows: [clientId],
    history: { days: 30 },
  };
  expect(policyLines(document, own)).toEqual([
    { path: 'connections › Production › name', value: 'Production', now: 'Production' },
    {
      path: 'connections › Production › environment › region',
      value: 'mypurecloud.de',
      now: 'mypurecloud.ie',
    },
    { path: 'connections › Production › clientId', value: clientId, now: clientId },
    { path: 'notifications', value: 'false', now: 'true' },
    { path: 'allowedFlows', value: JSON.stringify([clientId]), now: undefined },
    { path: 'history › days', value: '30', now: '30' },
  ]);
});
