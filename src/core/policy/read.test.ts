import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import type { PolicyFile } from './file.ts';
import { judge } from './judge.ts';
import { largestPolicy, readPolicyFile } from './read.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../public/managed-schema.json', import.meta.url), 'utf8'),
);
const id = 'abcdefghijklmnopabcdefghijklmnop';
const settings = {
  defaultCountry: 'DE',
  notifications: false,
  history: { days: 7, keepInputs: false },
  allowedSites: ['https://crm.example.com/*'],
};

function read(text: string, encoding: 'utf-8' | 'utf-16' = 'utf-8') {
  return readPolicyFile({ text, encoding }, schema);
}

function fileOf(text: string): PolicyFile {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

const wrapped = Object.fromEntries(
  Object.entries(settings).map(([name, Value]) => [name, { Value }]),
);
const key = (browser: string) =>
  `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${id}\\policy`;
const registry = (browser: string) => `Windows Registry Editor Version 5.00

; the settings of Kickoff
[${key(browser)}]
"defaultCountry"="DE"
"notifications"=dword:00000000
"history"="{\\"days\\":7,\\"keepInputs\\":false}"
"allowedSites"="[\\"https://crm.example.com/*\\"]"
`;
const plist = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${inside}</dict></plist>`;
const ownNames = `<key>PayloadIdentifier</key><string>com.example.kickoff</string>
<key>PayloadUUID</key><string>7B2F5E0A-0000-4000-8000-000000000001</string>
<key>PayloadVersion</key><integer>1</integer>`;
const profile = (payload: string) =>
  plist(`${ownNames}<key>PayloadType</key><string>Configuration</string>
<key>PayloadContent</key><array><dict>${ownNames}<key>PayloadType</key>
${payload}</dict></array>`);
const settingsInXml = `<key>defaultCountry</key><string>DE</string><key>notifications</key><false/>
<key>history</key><dict><key>days</key><integer>7</integer><key>keepInputs</key><false/></dict>
<key>allowedSites</key><array><string>https://crm.example.com/*</string></array>`;

describe('the same settings are read from every form', () => {
  test.each<[string, string, object]>([
    ['plain JSON', JSON.stringify(settings), { format: 'settings' }],
    ['JSON for Google’s console', JSON.stringify(wrapped), { format: 'google' }],
    [
      'a file for Linux',
      JSON.stringify({ '3rdparty': { extensions: { [id]: settings } }, HomepageLocation: 'x' }),
      { format: 'linux', extensionId: id },
    ],
    [
      'the registry of Chrome',
      registry('Google\\Chrome'),
      { format: 'registry', browser: 'chrome', extensionId: id },
    ],
    ['the registry of Edge', registry('Microsoft\\Edge'), { format: 'registry', browser: 'edge' }],
    [
      'the registry, in keys and values instead of JSON',
      `[${key('Google\\Chrome').toUpperCase().replace(id.toUpperCase(), id)}]
"defaultCountry"=hex(2):44,00,45,00,\\
  00,00
"notifications"="0"
[${key('Google\\Chrome')}\\history]
"days"="7"
"keepInputs"=dword:00000000
[${key('Google\\Chrome')}\\allowedSites]
"1"="https://crm.example.com/*"`,
      { format: 'registry' },
    ],
    [
      'a configuration profile',
      profile(`<string>com.google.Chrome.extensions.${id}</string>${settingsInXml}`),
      { format: 'profile', browser: 'chrome', extensionId: id },
    ],
    [
      'a configuration profile of the older form',
      profile(`<string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict>
        <key>com.microsoft.Edge.extensions.${id}</key><dict><key>Forced</key><array><dict>
        <key>mcx_preference_settings</key><dict>${settingsInXml}</dict></dict></array></dict></dict>`),
      { format: 'profile', browser: 'edge', extensionId: id },
    ],
    ['a property list alone', plist(settingsInXml), { format: 'profile' }],
    [
      'a script',
      `$key = 'HKLM:\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy'
New-Item -Path $key -Force | Out-Null
New-ItemProperty -Path $key -Name 'defaultCountry' -PropertyType String -Value 'DE' -Force
New-ItemProperty -Path $key -Name 'notifications' -PropertyType DWord -Value 0 -Force
New-ItemProperty -Path $key -Name 'history' -PropertyType String -Value '{"days":7,"keepInputs":false}' -Force
New-ItemProperty -Path $key -Name 'allowedSites' -PropertyType String -Value '["https://crm.example.com/*"]'`,
      { format: 'script', browser: 'chrome' },
    ],
  ])('%s', (_, text, about) => {
    const file = fileOf(text);
    const [part] = file.parts;
    expect(file.parts).toHaveLength(1);
    expect({ format: file.format, ...part }).toMatchObject(about);
    expect(part?.document).toEqual(settings);
    const { parts, remarks } = judge(file, schema);
    expect(remarks).toEqual([]);
    expect(parts.map(({ isGood }) => isGood)).toEqual([true]);
  });
});

describe('what cannot be read ends with a clear failure', () => {
  test.each<[string, string, object]>([
    ['nothing', ' \n', { code: 'policy-empty' }],
    ['more than is read', `{"a":"${'x'.repeat(largestPolicy)}"}`, { code: 'policy-too-large' }],
    ['a list', '[]', { code: 'policy-none' }],
    ['a file for Linux without extensions', '{"3rdparty":{}}', { code: 'policy-none' }],
    [
      '5,000 levels',
      '['.repeat(5_000),
      { code: 'policy-not-json', params: { reason: 'too_deep' } },
    ],
    [
      'a comma too many',
      '{\n  "notifications": true,\n}',
      { code: 'policy-not-json', params: { reason: 'trailing_comma', line: 2, column: 24 } },
    ],
    ['words', 'notifications: false', { code: 'policy-not-json' }],
    [
      'a registry file with a text over two lines',
      `[${key('Google\\Chrome')}]\n"history"="{\n}"`,
      { code: 'policy-not-registry', params: { reason: 'value', line: 2, column: 11 } },
    ],
    [
      'a registry file without a key',
      'REGEDIT4\n"a"="b"',
      { code: 'policy-not-registry', params: { reason: 'no_key', line: 2 } },
    ],
    [
      'a registry file with an open key',
      '[HKEY_LOCAL_MACHINE\\a',
      { code: 'policy-not-registry', params: { reason: 'key_unended' } },
    ],
    [
      'a registry file with a name without quotes',
      '[HKEY_LOCAL_MACHINE\\a]\nb="c"',
      { code: 'policy-not-registry', params: { reason: 'no_name', line: 2 } },
    ],
    [
      'a profile that breaks off',
      plist(settingsInXml).slice(0, -40),
      { code: 'policy-not-profile' },
    ],
    [
      'a profile with a wrong tag',
      plist('<key>a</key><foo/>'),
      { code: 'policy-not-profile', params: { line: 3 } },
    ],
    [
      'a profile with an element that does not end',
      plist(`<key>history</key>\n<dict>${settingsInXml}`),
      { code: 'policy-not-profile', params: { line: 6, found: '</plist>' } },
    ],
    [
      'a profile with an end tag of something else',
      plist('<key>a</key>\n<string>b</key>'),
      { code: 'policy-not-profile', params: { line: 4, column: 10, found: '</key>' } },
    ],
    [
      'a profile that declares entities',
      plist('').replace('.dtd">', '.dtd" [<!ENTITY a "aaaaaaaa">]>'),
      { code: 'file-not-text', params: { reason: 'doctype' } },
    ],
  ])('%s', (_, text, failure) => {
    expect(read(text)).toMatchObject({ ok: false, failure });
  });
});

describe('a configuration profile', () => {
  test('says where in it each part stands', () => {
    const inputs = `<key>connections</key><array>
<dict><!-- <key>name</key> --><key>inputs</key>
<dict><key>Flow.a&amp;b</key><string/></dict></dict></array>`;
    const type = `<string>com.google.Chrome.extensions.${id}</string>`;
    const [part] = fileOf(profile(`${type}${settingsInXml}\n${inputs}`)).parts;
    const linesOf = (paths: readonly string[]) => paths.map((path) => part?.placeOf(path)?.line);
    const paths = ['defaultCountry', 'history.days', 'allowedSites[0]', 'connections[0]'];
    expect(linesOf(paths)).toEqual([9, 10, 11, 13]);
    // Where a part is missing, what would hold it.
    expect(
      linesOf(['connections[0].inputs.Flow.a&b', 'connections[0].clientId', 'history[x]']),
    ).toEqual([14, 13, 10]);
    expect(part?.placeOf('history.days')?.column).toBe(25);
    const alone = fileOf(plist(settingsInXml)).parts[0];
    expect(alone?.placeOf('history.days')?.line).toBe(4);
  });

  test.each([
    ['comments that do not end', '<!--x>'],
    ['tags that do not end', '<a '],
    ['declarations', '<!x>'],
    ['declarations that do not end', '<!DOCTYPE '],
    ['elements that do not end', '<dict>'],
  ])('of 1 MB of %s is read, or refused, in a moment', (_, part) => {
    const text = plist(part.repeat(1_000_000 / part.length));
    expect(cpuTime(() => void read(text))).toBeLessThan(2_000);
  });

  test('says which names macOS wants and it has not', () => {
    const { remarks } = fileOf(
      plist(`<key>PayloadContent</key><array><dict><key>PayloadType</key>
<string>com.google.Chrome.extensions.${id}</string>${settingsInXml}</dict></array>`),
    );
    expect(remarks.map(({ code, params, isFault }) => ({ code, ...params, isFault }))).toEqual([
      {
        code: 'profile_names',
        part: 'Configuration',
        names: 'PayloadIdentifier, PayloadUUID, PayloadType, PayloadVersion',
        isFault: false,
      },
      {
        code: 'profile_names',
        part: 'PayloadContent[0]',
        names: 'PayloadIdentifier, PayloadUUID, PayloadVersion',
        isFault: false,
      },
    ]);
  });
});
