import { describe, expect, test } from 'vitest';
import {
  clientIdSchema,
  configuredFlowSchema,
  connectionInUse,
  connectionKey,
  connectionSchema,
  defaultSettings,
  deletedConnections,
  requestFormatSchema,
  settingsSchema,
} from './settings.ts';

const id = '8D9E6F1A-1111-4222-8333-444455556666';
const connection = (name: string, clientId = id) =>
  connectionSchema.parse({ name, environment: { region: 'mypurecloud.de' }, clientId });

test('an empty document is the default', () => {
  expect(settingsSchema.parse({})).toEqual(defaultSettings);
  expect(defaultSettings).toMatchObject({
    version: 1,
    connections: [],
    executionName: '{{flow.name}} · {{launch.id}}',
    defaultCountry: 'US',
    history: { days: 30, keepInputs: true, deleteOnSignOut: false },
    notifications: true,
    inHouseNumbers: [],
    contactTypes: ['Voice', 'Callback', 'Chat', 'Message', 'SMS', 'Email'],
    appearance: 'system',
    language: 'browser',
  });
});

test('a connection asks for what launching and watching need, in the published format', () => {
  expect(connection('Production')).toMatchObject({
    scopes: ['architect', 'user-basic-info'],
    requestFormat: { inputsKey: 'inputData', flowIdIn: 'body' },
    confirmLaunch: false,
    flows: [],
  });
});

test('a configured flow has its id in small letters, and a name', () => {
  expect(configuredFlowSchema.parse({ id, name: ' Callback ' })).toMatchObject({
    id: id.toLowerCase(),
    name: 'Callback',
    pinned: false,
    launchAtOnce: false,
    inputs: {},
  });
  expect(configuredFlowSchema.safeParse({ id, name: '  ' }).success).toBe(false);
  expect(configuredFlowSchema.safeParse({ id: 'callback', name: 'Callback' }).success).toBe(false);
});

test.each([
  { version: 2 },
  { defaultCountry: 'us' },
  { history: { days: -1 } },
  { appearance: 'pink' },
  { language: 'pt_BR' },
  { contactTypes: ['Voice', ' '] },
  { inHouseNumbers: ['6xxx'] },
  { inHouseNumbers: ['########'] },
  { connections: [{ name: '', environment: { region: 'mypurecloud.de' }, clientId: id }] },
])('%o is no settings document', (document) => {
  expect(settingsSchema.safeParse(document).success).toBe(false);
});

test.each(['flowId', 'flowVersion', 'name', '__proto__', '1st', 'in puts', '', 'x'.repeat(65)])(
  'inputs cannot be named %o',
  (inputsKey) => {
    expect(requestFormatSchema.safeParse({ inputsKey }).success).toBe(false);
  },
);

test('a client secret is no client id', () => {
  expect(clientIdSchema.safeParse('x3Jk_9-aZ'.repeat(5).slice(0, 43)).success).toBe(false);
});

describe('the connection in use', () => {
  const [test1, production] = [connection('Test'), connection('Production')];
  test.each([
    ['Production', 'Production'],
    ['Gone', 'Test'],
    [undefined, 'Test'],
  ])('for the name %o is %s', (name, used) => {
    const settings = { ...defaultSettings, connections: [test1, production], connection: name };
    expect(connectionInUse(settings)?.name).toBe(used);
  });

  test('is none where there is none', () => {
    expect(connectionInUse(defaultSettings)).toBeUndefined();
  });
});

describe('a connection is deleted', () => {
  const other = '00000000-0000-4000-8000-000000000000';
  const one = connection('Test');
  const deleted = (...after: ReturnType<typeof connection>[]) =>
    deletedConnections(
      { ...defaultSettings, connections: [one] },
      { ...defaultSettings, connections: after },
    );

  test('when it is gone from the settings', () => {
    expect(deleted()).toEqual([one]);
    expect(deleted(connection('Other', other))).toEqual([one]);
  });

  test.each([
    ['stays', connection('Test')],
    ['is renamed', connection('Other')],
    ['gets another client while it is typed', connection('Test', other)],
  ])('but not when it %s', (_, after) => {
    expect(deleted(after)).toEqual([]);
  });
});

test('a session belongs to login server, API and client, not to a name', () => {
  const custom = connectionSchema.parse({
    name: 'Custom',
    clientId: id,
    environment: {
      region: 'custom',
      loginUrl: 'https://login.example.com',
      apiUrl: 'https://api.example.com',
    },
  });
  expect(connectionKey(connection('One'))).toBe(connectionKey(connection('Other')));
  expect(connectionKey(connection('One'))).not.toBe(
    connectionKey(connection('One', '00000000-0000-4000-8000-000000000000')),
  );
  expect(connectionKey(custom)).toBe(`https://login.example.com https://api.example.com ${id}`);
});
