import { expect, test } from 'vitest';
import { effectsOf } from './import-effects.ts';
import { settingsSchema } from './settings.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const flow = { id: '11111111-2222-4333-8444-555566667777', name: 'Request callback' };
const connection = { name: 'Production', environment: { region: 'mypurecloud.de' }, clientId };
const settings = (...connections: object[]) => settingsSchema.parse({ connections });
const going = {
  connection: 'Production',
  login: 'https://login.mypurecloud.de',
  api: 'https://api.mypurecloud.de',
  clientId,
  inputsKey: 'inputData',
  flowIdIn: 'body',
};

test('nothing to know of settings as they were', () => {
  const same = settings({ ...connection, flows: [{ ...flow, launchAtOnce: true }] });
  expect(effectsOf(same, same)).toEqual({ destinations: [], atOnce: [], unasked: [] });
});

test.each([
  ['is new', settings(), settings(connection), going],
  [
    'leads to another host',
    settings({ ...connection, environment: { region: 'mypurecloud.ie' } }),
    settings(connection),
    going,
  ],
  [
    'sends in another shape',
    settings(connection),
    settings({ ...connection, requestFormat: { inputsKey: 'data', flowIdIn: 'path' } }),
    { ...going, inputsKey: 'data', flowIdIn: 'path' },
  ],
])('a connection that %s is told with where it goes', (_, before, after, destination) => {
  expect(effectsOf(before, after).destinations).toEqual([destination]);
});

test('a flow that begins to launch by itself is named', () => {
  const after = settings({ ...connection, flows: [{ ...flow, launchAtOnce: true }] });
  const atOnce = [{ connection: 'Production', flow: 'Request callback' }];
  expect(effectsOf(settings({ ...connection, flows: [flow] }), after).atOnce).toEqual(atOnce);
});

test.each([
  ['no longer asks before a launch is named', {}, ['Production']],
  ['gets another name, and no longer asks, is named', { name: 'Live' }, ['Live']],
  ['goes on to ask is not', { confirmLaunch: true }, []],
])('a connection that %s', (_, change, expected) => {
  const before = settings({ ...connection, confirmLaunch: true });
  expect(effectsOf(before, settings({ ...connection, ...change })).unasked).toEqual(expected);
});
