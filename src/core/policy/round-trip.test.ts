import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regions } from '../base/environment.ts';
import { noPolicy, readManaged, underPolicy } from '../settings/managed.ts';
import { defaultSettings, type Settings, settingsSchema } from '../settings/settings.ts';
import { checkPolicy } from './check.ts';
import { decode } from './decode.ts';
import { policyDocument } from './document.ts';
import type { PolicyBrowser } from './file.ts';
import { type Installation, installSettings } from './install.ts';
import { readPolicyFile } from './read.ts';
import { type ExportWay, encode, exportWays, type PolicyText, writePolicy } from './write.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../public/managed-schema.json', import.meta.url), 'utf8'),
);
const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
const installation: Installation = {
  extensionId,
  updateUrl: 'https://intranet.example/kickoff/update.xml',
  allowedHosts: ['https://login.mypurecloud.de', 'https://api.mypurecloud.de'],
};
const uuid = () => '12345678-1234-4234-8234-123456789abc';

// What people type, and what breaks a quote, an entity, a script or an encoding.
const character = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(...'"\'‘’‚‛\\<>&;$`=[]{}%#@') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\r\n', '\t', ']]>', '&#13;', '日本', '😀', '--', '$(x)'),
  },
);
const words = fc.array(character, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const name = words.map((text) => text.trim()).filter((text) => text !== '');
const record = (value: fc.Arbitrary<string>) =>
  fc.dictionary(
    name.filter((key) => key !== '__proto__'),
    value,
    { maxKeys: 3 },
  );

const flow = fc.record(
  {
    id: fc.uuid(),
    name,
    pinned: fc.boolean(),
    launchAtOnce: fc.boolean(),
    inputSchema: fc.oneof(
      fc.boolean(),
      fc.record({ type: fc.constant('object'), description: words }),
    ),
    inputs: record(words),
  },
  { requiredKeys: ['id', 'name'] },
);
const environment = fc.oneof(
  fc.constantFrom(...regions).map(({ domain }) => ({ region: domain })),
  fc.constant({
    region: 'custom',
    loginUrl: 'https://login.a.example',
    apiUrl: 'https://api.a.example',
  }),
);
const connection = fc.record(
  {
    name,
    environment,
    clientId: fc.uuid(),
    confirmLaunch: fc.boolean(),
    requestFormat: fc.record({
      inputsKey: fc.constantFrom('data', 'inputData'),
      flowIdIn: fc.constantFrom('body', 'path'),
    }),
    flows: fc.array(flow, { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'environment', 'clientId'] },
);
const site = fc.record(
  {
    name,
    match: fc.constant(['https://*.example.com/*']),
    fields: fc.dictionary(fc.stringMatching(/^[a-z]{3,9}$/), fc.record({ selector: words })),
    flow: name,
    country: fc.constantFrom('DE', 'US'),
  },
  { requiredKeys: ['name', 'match'] },
);
const settings: fc.Arbitrary<Settings> = fc
  .record(
    {
      connections: fc.uniqueArray(connection, { maxLength: 3, selector: (each) => each.name }),
      connection: name,
      sites: fc.array(site, { maxLength: 3 }),
      executionName: words,
      defaultCountry: fc.constantFrom('DE', 'JP'),
      inHouseNumbers: fc.array(fc.constantFrom('6###', '42#', '##'), { maxLength: 3 }),
      contactTypes: fc.array(name, { maxLength: 4 }),
      defaultContactType: name,
      history: fc.record({ days: fc.nat({ max: 3650 }), keepInputs: fc.boolean() }),
      notifications: fc.boolean(),
      language: fc.constantFrom('de', 'browser'),
    },
    { requiredKeys: [] },
  )
  .map((raw) => settingsSchema.parse(raw));

const places = exportWays.flatMap((way) =>
  (['chrome', 'edge', 'chromium'] as const).map((browser): [ExportWay, PolicyBrowser] => [
    way,
    browser,
  ]),
);

describe.each(places)('by %s for %s', (way, browser) => {
  const readBack = (file: PolicyText) => {
    const decoded = decode(encode(file));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
    const read = readPolicyFile(decoded.value, schema);
    if (!read.ok) throw new Error(`${JSON.stringify(read.failure)} ${file.text}`);
    return read.value;
  };

  test('settings become a policy that sets the same settings', () => {
    const hasControls = (text: string) => /[\r\n]/.test(text);
    fc.assert(
      fc.property(settings, (own) => {
        const document = policyDocument({ ...own, policy: noPolicy });
        const written = writePolicy({ way, browser, document, extensionId, installation, uuid });
        if (!written.ok) {
          // Only a break in a text of its own, in a script, which has a line for each.
          const texts = [own.executionName, own.connection, own.defaultContactType];
          expect(way).toBe('intune');
          expect(texts.some((text = '') => hasControls(text))).toBe(true);
          return;
        }
        const files = written.value.map(readBack);
        expect(files.flatMap(({ remarks }) => remarks)).toEqual([]);
        const [part, ...others] = files.flatMap(({ parts }) => parts);
        expect(others).toEqual([]);
        const { withheld, policy } = checkPolicy(part?.document ?? {}, schema);
        expect([...withheld, ...policy.problems]).toEqual([]);
        expect({ ...underPolicy(defaultSettings, policy), policy: undefined }).toEqual({
          ...own,
          policy: undefined,
        });
        const installs = files.flatMap((file) => file.installs.map((each) => each.settings));
        const wanted = way === 'google' ? [] : [installSettings(installation, browser)];
        expect(installs).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

test('limits that only a policy sets, and a list that is added to, are written as well', () => {
  const policy = readManaged({
    sites: [{ name: 'CRM', match: ['https://crm.example.com/*'] }],
    mode: { sites: 'add' },
    allowedFlows: [],
    allowedSites: ['https://crm.example.com/*'],
    disabledFeatures: ['export'],
    disclosureGiven: true,
    history: { days: 30 },
  });
  const document = policyDocument(underPolicy(defaultSettings, policy));
  const again = readManaged(document);
  expect({ ...again, names: [], history: {} }).toEqual({ ...policy, names: [], history: {} });
  expect(underPolicy(defaultSettings, again).history).toEqual(defaultSettings.history);
});

test.each<[ExportWay, string]>([
  ['profile', 'a\u0001b'],
  ['intune', 'two\nlines'],
  ['registry', 'a\0b'],
  ['registry', '\ud800'],
])('by %s a text that the file cannot hold is named: %j', (way, executionName) => {
  const document = policyDocument({ ...defaultSettings, executionName, policy: noPolicy });
  const asked = { way, document, extensionId, uuid, browser: 'chrome', installation } as const;
  expect(writePolicy(asked)).toMatchObject({
    ok: false,
    failure: { code: 'policy-unwritable', params: { path: 'executionName' } },
  });
});
