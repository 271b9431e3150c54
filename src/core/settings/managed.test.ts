import { describe, expect, test } from 'vitest';
import {
  isManaged,
  isOffered,
  mayLaunch,
  mayRead,
  noPolicy,
  readManaged,
  underPolicy,
} from './managed.ts';
import { defaultSettings, settingsSchema } from './settings.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const flowId = '11111111-2222-4333-8444-555566667777';
const connection = { name: 'Production', environment: { region: 'mypurecloud.de' }, clientId };
const own = settingsSchema.parse({
  connections: [
    { ...connection, name: 'Mine' },
    {
      ...connection,
      name: 'Mine elsewhere',
      environment: {
        region: 'custom',
        loginUrl: 'https://login.example',
        apiUrl: 'https://api.example',
      },
    },
  ],
  defaultCountry: 'GB',
  history: { days: 5, keepInputs: false },
});

describe('a policy over the settings', () => {
  test('without a policy the settings are as they were', () => {
    expect(underPolicy(own, readManaged({}))).toEqual({ ...own, policy: noPolicy });
  });

  test('wins where it names a setting, and leaves all others alone', () => {
    const settings = underPolicy(
      own,
      readManaged({ connections: [connection], defaultCountry: 'DE', history: { days: 90 } }),
    );
    expect(settings.connections.map(({ name }) => name)).toEqual(['Production']);
    expect(settings.defaultCountry).toBe('DE');
    expect(settings.history).toEqual({ days: 90, keepInputs: false, deleteOnSignOut: false });
    expect(settings.executionName).toBe(own.executionName);
    expect(settings.policy.problems).toEqual([]);
  });

  test.each([
    ['connections', true],
    ['history.days', true],
    ['history.keepInputs', false],
    ['sites', false],
    ['defaultCountry', false],
  ])('says whether %s is set by it: %s', (name, managed) => {
    const policy = readManaged({ connections: [], history: { days: 90 } });
    expect(isManaged(underPolicy(own, policy), name)).toBe(managed);
  });

  test('locks everything where editing is taken away', () => {
    const settings = underPolicy(own, readManaged({ disabledFeatures: ['editing'] }));
    expect(isManaged(settings, 'defaultCountry')).toBe(true);
    expect(settings.defaultCountry).toBe('GB');
  });

  test('drops the person’s own custom environments where those are taken away, not its own', () => {
    const policy = { disabledFeatures: ['customEnvironments'] };
    const names = (document: object) =>
      underPolicy(own, readManaged({ ...document })).connections.map(({ name }) => name);
    expect(names(policy)).toEqual(['Mine']);
    expect(names({ ...policy, connections: own.connections })).toEqual(['Mine', 'Mine elsewhere']);
  });
});

test('that people were told what is read and sent, only the policy can say', () => {
  expect(readManaged({ disclosureGiven: true }).disclosureGiven).toBe(true);
  expect(readManaged({ disclosureGiven: 'yes' }).disclosureGiven).toBe(false);
  expect(readManaged({}).disclosureGiven).toBe(false);
});

describe('limits', () => {
  const limited = underPolicy(
    own,
    readManaged({
      disabledFeatures: ['export', 'history'],
      allowedSites: ['https://crm.example.com/*'],
      allowedFlows: [flowId.toUpperCase()],
    }),
  );
  const free = underPolicy(own, noPolicy);

  test('take away features, pages and flows, and nothing else', () => {
    expect(isOffered(limited, 'export')).toBe(false);
    expect(isOffered(limited, 'import')).toBe(true);
    expect(mayRead(limited, 'https://crm.example.com/contacts/1')).toBe(true);
    expect(mayRead(limited, 'https://bank.example.com/')).toBe(false);
    expect(mayLaunch(limited, flowId)).toBe(true);
    expect(mayLaunch(limited, clientId)).toBe(false);
  });

  test('are none without a policy', () => {
    expect(isOffered(free, 'export')).toBe(true);
    expect(mayRead(free, 'https://bank.example.com/')).toBe(true);
    expect(mayLaunch(free, clientId)).toBe(true);
  });

  test('that cannot be understood allow nothing', () => {
    const odd = underPolicy(own, readManaged({ allowedSites: 'https://*', allowedFlows: {} }));
    expect(mayRead(odd, 'https://crm.example.com/')).toBe(false);
    expect(mayLaunch(odd, flowId)).toBe(false);
    expect(odd.policy.problems.map(({ path }) => path)).toEqual(['allowedSites', 'allowedFlows']);
  });
});

describe('a policy with mistakes', () => {
  test('is applied but for the parts at fault, each reported as it stands in the document', () => {
    const policy = readManaged({
      connections: [
        { ...connection, name: 'No client', clientId: 'secret' },
        {
          ...connection,
          flows: [
            { id: 'not an id', name: 'A' },
            { id: flowId, name: 'B' },
            { id: flowId },
            { id: flowId, name: 'C', pinned: 'yes' },
          ],
        },
        connection,
      ],
      defaultCountry: 'Germany',
      disabledFeatures: ['export', 'fun'],
      notifications: false,
    });
    expect(policy.problems.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'connections', reason: 'duplicate', detail: 'Production' },
      { path: 'connections[0].clientId', reason: 'invalid-value', leftOut: 'connections[0]' },
      {
        path: 'connections[1].flows[0].id',
        reason: 'invalid-value',
        leftOut: 'connections[1].flows[0]',
      },
      {
        path: 'connections[1].flows[2].name',
        reason: 'missing',
        leftOut: 'connections[1].flows[2]',
      },
      { path: 'connections[1].flows[3].pinned', reason: 'wrong-type', detail: 'boolean' },
      { path: 'defaultCountry', reason: 'invalid-value' },
      { path: 'disabledFeatures[1]', reason: 'invalid-value' },
    ]);
    expect(policy.settings.connections).toHaveLength(1);
    expect(policy.settings.connections?.[0]?.flows.map(({ name }) => name)).toEqual(['B', 'C']);
    expect(policy.settings.notifications).toBe(false);
    expect(policy.settings).not.toHaveProperty('defaultCountry');
    expect(policy.disabledFeatures).toEqual(['export']);
  });

  test.each([
    [{ region: 'mypurecloud.dee' }, 'connections[0].environment.region'],
    [{ region: 'https://apps.mypurecloud.de' }, 'connections[0].environment.region'],
    [
      { region: 'custom', loginUrl: 'http://login.example', apiUrl: 'https://api.example' },
      'connections[0].environment.loginUrl',
    ],
  ])('says what is wrong with an environment: %j', (environment, path) => {
    const policy = readManaged({ connections: [{ ...connection, environment }] });
    expect(policy.problems).toMatchObject([{ path, leftOut: 'connections[0]' }]);
    expect(policy.settings.connections).toEqual([]);
  });

  test('a question before launches that cannot be understood is asked, and reported', () => {
    const policy = readManaged({ connections: [{ ...connection, confirmLaunch: 'true' }] });
    expect(policy.settings.connections).toMatchObject([{ confirmLaunch: true }]);
    expect(policy.problems).toMatchObject([
      { path: 'connections[0].confirmLaunch', reason: 'wrong-type' },
    ]);
  });

  test('an input schema is JSON as text', () => {
    const read = (inputSchema: unknown) =>
      readManaged({
        connections: [{ ...connection, flows: [{ id: flowId, name: 'A', inputSchema }] }],
      });
    const good = read('{"type":"object"}');
    expect(good.settings.connections?.[0]?.flows[0]?.inputSchema).toEqual({ type: 'object' });
    expect(read('{').problems).toMatchObject([{ path: 'connections[0].flows[0].inputSchema' }]);
  });

  test('a document of any depth is survived, and what is too deep left out', () => {
    const deep = (levels: number): unknown => {
      let value: unknown = 1;
      for (let level = 0; level < levels; level += 1) value = [value];
      return value;
    };
    const policy = readManaged({ sites: deep(50_000), allowedFlows: deep(5_000), language: 'de' });
    expect(policy.settings).toEqual({ language: 'de' });
    expect(policy.allowedFlows).toEqual([]);
    expect(policy.problems.map(({ path }) => path)).toEqual(['allowedFlows', 'sites']);
    const inputSchema = '{"not":'.repeat(5_000);
    const flows = [{ id: flowId, name: 'A', inputSchema }];
    const { settings, problems } = readManaged({ connections: [{ ...connection, flows }] });
    expect(settings.connections?.[0]?.flows[0]).not.toHaveProperty('inputSchema');
    expect(problems).toMatchObject([{ path: 'connections[0].flows[0].inputSchema' }]);
  });

  test('a document of any shape is survived', () => {
    for (const document of [{ connections: 1 }, { sites: [[[]]] }, { history: null }, { x: 1 }]) {
      expect(underPolicy(defaultSettings, readManaged(document)).connections).toEqual([]);
    }
  });
});
