import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regions } from '../base/environment.ts';
import { differences } from './diff.ts';
import {
  afterImport,
  largestImport,
  newCustomConnections,
  presetText,
  readImport,
  settingsText,
} from './import.ts';
import { defaultSettings, type Settings, settingsSchema } from './settings.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const flowId = '11111111-2222-4333-8444-555566667777';
const connection = { name: 'Production', environment: { region: 'mypurecloud.de' }, clientId };
const custom = {
  name: 'Elsewhere',
  clientId,
  environment: {
    region: 'custom',
    loginUrl: 'https://login.example',
    apiUrl: 'https://api.example',
  },
};

const words = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `x${text}`);
const generated: fc.Arbitrary<Settings> = fc
  .record({
    connections: fc.uniqueArray(
      fc.record({
        name: words,
        environment: fc.oneof(
          fc.constantFrom(...regions).map(({ domain }) => ({ region: domain })),
          fc.record({
            region: fc.constant('custom'),
            loginUrl: fc.webUrl({ validSchemes: ['https'] }),
            apiUrl: fc.webUrl({ validSchemes: ['https'] }),
          }),
        ),
        clientId: fc.uuid(),
        confirmLaunch: fc.boolean(),
        flows: fc.array(
          fc.record({
            id: fc.uuid(),
            name: words,
            pinned: fc.boolean(),
            inputSchema: fc.dictionary(words, fc.jsonValue()),
            inputs: fc.dictionary(words, fc.string()),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 4, selector: ({ name }) => name.trim() },
    ),
    defaultCountry: fc.constantFrom('US', 'DE', 'GB'),
    executionName: fc.string({ maxLength: 100 }),
    history: fc.record({ days: fc.integer({ min: 0, max: 3650 }), keepInputs: fc.boolean() }),
    contactTypes: fc.array(words, { maxLength: 6 }),
    defaultContactType: fc.option(words, { nil: undefined }),
    notifications: fc.boolean(),
    appearance: fc.constantFrom('system', 'light', 'dark'),
    language: fc.constantFrom('browser', 'de', 'pt-BR'),
  })
  // As text first: JSON knows no -0.
  .map((document) => settingsSchema.parse(JSON.parse(JSON.stringify(document))));

describe('export, reset, import', () => {
  test('gives the settings back, whatever they are', () => {
    fc.assert(
      fc.property(generated, (settings) => {
        const reading = readImport(settingsText(settings));
        if (!reading.ok) throw new Error(reading.failure.code);
        expect(reading.value.problems).toEqual([]);
        const after = afterImport(reading.value, defaultSettings, { customConnections: true });
        expect(after).toEqual(settings);
        expect(differences(settings, after)).toEqual([]);
      }),
    );
  });
});

describe('what is no file of ours', () => {
  test.each([
    ['nothing', '', 'import-not-json'],
    ['half a document', '{"version":1', 'import-not-json'],
    ['a list', '[]', 'import-not-settings'],
    ['somebody else’s settings', '{"version":1,"theme":"dark"}', 'import-not-settings'],
    ['another kind of version', '{"version":"1","sites":[]}', 'import-not-settings'],
    ['a newer version', '{"version":2,"connections":[]}', 'import-newer'],
    ['a preset without its flow', '{"version":1,"preset":{}}', 'import-not-settings'],
    ['5,000 levels of lists', '['.repeat(5_000), 'import-not-json'],
    ['5,000 levels of objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'import-not-json'],
  ])('%s is refused', (_, text, code) => {
    expect(readImport(text)).toMatchObject({ ok: false, failure: { code } });
  });

  test('and what is too large is not even parsed', () => {
    const text = JSON.stringify({ version: 1, executionName: 'x'.repeat(largestImport) });
    expect(readImport(text)).toMatchObject({ failure: { code: 'import-too-large' } });
  });
});

describe('an import', () => {
  const own = settingsSchema.parse({ connections: [connection], connection: 'Production' });
  const read = (document: object) => {
    const reading = readImport(JSON.stringify(document));
    if (!reading.ok) throw new Error(reading.failure.code);
    return reading.value;
  };

  test('without a version is read as the first', () => {
    expect(read({ connections: [connection] })).toMatchObject({
      settings: { version: 1, connections: [{ name: 'Production' }] },
    });
  });

  test('leaves out what does not fit, and says so', () => {
    const reading = read({ version: 1, connections: [connection, { name: 'X' }], sites: 'all' });
    expect(reading.problems.map(({ path }) => path)).toEqual([
      'sites',
      'connections[1].environment',
    ]);
  });

  test('keeps the question before launches if it cannot be read', () => {
    const { settings } = Object(read({ connections: [{ ...connection, confirmLaunch: 1 }] }));
    expect(settings.connections).toMatchObject([{ confirmLaunch: true }]);
  });

  test('of 200 kB is read whole', () => {
    const flows = Array.from({ length: 250 }, (_, place) => ({
      id: `11111111-2222-4333-8444-${String(place).padStart(12, '0')}`,
      name: `Flow ${place}`,
      inputSchema: { type: 'object', description: 'x'.repeat(700) },
    }));
    const document = {
      version: 1,
      connections: [{ ...connection, flows }],
      connection: 'Production',
    };
    expect(JSON.stringify(document).length).toBeGreaterThan(200_000);
    const reading = read(document);
    expect(reading).toMatchObject({ kind: 'settings', problems: [] });
    const after = afterImport(reading, own, { customConnections: false });
    expect(after.connections[0]?.flows).toHaveLength(250);
    expect(differences(own, after)).toHaveLength(250);
  });

  test.each(['https://apps.mypurecloud.de', 'login.mypurecloud.de', 'MYPURECLOUD.DE'])(
    'with %s for a region leaves that connection out, and says why',
    (region) => {
      const reading = read({ connections: [{ ...connection, environment: { region } }] });
      expect(reading.problems).toEqual([
        {
          path: 'connections[0].environment.region',
          reason: 'invalid-value',
          leftOut: 'connections[0]',
        },
      ]);
    },
  );

  test('brings other hosts only when the person accepts them', () => {
    const reading = read({ version: 1, connections: [connection, custom] });
    expect(newCustomConnections(reading, own)).toEqual(['Elsewhere']);
    const names = (customConnections: boolean) =>
      afterImport(reading, own, { customConnections }).connections.map(({ name }) => name);
    expect(names(false)).toEqual(['Production']);
    expect(names(true)).toEqual(['Production', 'Elsewhere']);
  });

  test('does not ask again for hosts that the settings already have', () => {
    const had = settingsSchema.parse({ connections: [custom] });
    const reading = read({ version: 1, connections: [custom] });
    expect(newCustomConnections(reading, had)).toEqual([]);
    expect(afterImport(reading, had, { customConnections: false }).connections).toHaveLength(1);
  });

  test('of a preset adds its flow and site rule, and changes nothing else', () => {
    const flow = { id: flowId, name: 'Callback', pinned: true, launchAtOnce: false, inputs: {} };
    const site = { name: 'CRM', match: ['https://crm.example.com/*'], fields: {} };
    const reading = read(JSON.parse(presetText({ flow, site })));
    const after = afterImport(reading, own, { customConnections: false });
    expect(differences(own, after)).toEqual([
      {
        kind: 'added',
        path: 'connections › Production › flows › Callback',
        after: expect.any(String),
      },
      { kind: 'added', path: 'sites › CRM', after: expect.any(String) },
    ]);
    expect(afterImport(reading, after, { customConnections: false })).toEqual(after);
  });
});

describe('a difference', () => {
  test('names entries rather than numbering them', () => {
    const before = {
      connections: [{ name: 'A', clientId: '1' }, { name: 'B' }],
      notifications: true,
    };
    const after = {
      connections: [{ name: 'A', clientId: '2' }, { name: 'C' }],
      notifications: true,
    };
    expect(differences(before, after)).toEqual([
      { kind: 'changed', path: 'connections › A › clientId', before: '1', after: '2' },
      { kind: 'removed', path: 'connections › B', before: '{"name":"B"}' },
      { kind: 'added', path: 'connections › C', after: '{"name":"C"}' },
    ]);
  });

  test('shows a new order', () => {
    expect(
      differences([{ name: 'A' }, { name: 'B' }], [{ name: 'B' }, { name: 'A' }], ['sites']),
    ).toEqual([{ kind: 'changed', path: 'sites', before: 'A, B', after: 'B, A' }]);
  });
});

test('says where a file stops being JSON, and why', () => {
  expect(readImport('{\n  "sites": [],\n}')).toEqual({
    ok: false,
    failure: {
      code: 'import-not-json',
      params: { reason: 'trailing_comma', line: 2, column: 14, found: ',' },
    },
  });
});

test('shows every value whole', () => {
  const long = `${'x'.repeat(400)} +15550199888`;
  expect(differences({ a: 'y' }, { a: long })).toMatchObject([{ after: long }]);
});
