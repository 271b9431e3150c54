import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyFile } from './file.ts';
import { judge } from './judge.ts';
import { readPolicyFile } from './read.ts';

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

const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy`;

describe('what is wrong with a file is named', () => {
  const remarksOf = (text: string) => {
    const { remarks } = judge(fileOf(text), schema);
    return remarks.map(({ code, isFault }) => (isFault ? code : `note ${code}`));
  };
  const linux = (extensionId: string, more: object = {}) =>
    JSON.stringify({ '3rdparty': { extensions: { [extensionId]: settings } }, ...more });

  test.each<[string, string, string[]]>([
    ['a name twice', '{"notifications":true,"notifications":false}', ['duplicate_name']],
    [
      'a wrapped value among others',
      '{"notifications":{"Value":true},"defaultCountry":"DE"}',
      ['google_unwrapped'],
    ],
    ['Value in small letters', '{"notifications":{"value":true}}', ['google_case']],
    ['more than a value', '{"notifications":{"Value":true,"Locked":true}}', ['google_more']],
    ['exported settings', '{"version":1,"notifications":true}', ['note settings_file']],
    ['a placeholder for the ID', linux('EXTENSION_ID'), ['id_malformed']],
    [
      'a blocked extension',
      linux(id, { ExtensionSettings: { [id]: { installation_mode: 'blocked' } } }),
      ['install_blocked'],
    ],
    [
      'another extension',
      linux(id, { ExtensionSettings: { ponmlkjihgfedcbaponmlkjihgfedcba: {} } }),
      ['note install_other_id'],
    ],
    [
      'an unknown mode',
      linux(id, { ExtensionSettings: { [id]: { installation_mode: 'forced' } } }),
      ['install_mode'],
    ],
    [
      'no address to fetch from',
      linux(id, { ExtensionSettings: { [id]: { installation_mode: 'force_installed' } } }),
      ['install_update_url'],
    ],
    [
      'a key that is not handed on',
      `[${key.replace(/policy$/, 'recommended')}]\n"language"="de"`,
      ['recommended'],
    ],
    ['a type that is not read', `[${key}]\n"allowedSites"=hex(7):61,00,00,00`, ['registry_type']],
    ['JSON with a fault in a value', `[${key}]\n"allowedSites"="[\\"a\\",]"`, ['value_json']],
  ])('%s', (_, text, codes) => {
    expect(remarksOf(text)).toEqual(codes);
  });

  test('hosts that a policy blocks for all are named, unless it allows them for this one', () => {
    const connections = [
      {
        name: 'P',
        environment: { region: 'mypurecloud.de' },
        clientId: '8d9e6f1a-1111-4222-8333-444455556666',
      },
    ];
    const sites = [{ name: 'CRM', match: ['https://*.crm.example.com:8443/contacts/*'] }];
    const file = (own: object) =>
      JSON.stringify({
        '3rdparty': { extensions: { [id]: { connections, sites } } },
        ExtensionSettings: {
          '*': { runtime_blocked_hosts: ['*://*.mypurecloud.de', '*://*.example.com'] },
          [id]: { installation_mode: 'allowed', ...own },
        },
      });
    expect(remarksOf(file({}))).toEqual(['install_hosts', 'install_hosts', 'install_hosts']);
    expect(
      remarksOf(
        file({
          runtime_allowed_hosts: [
            'https://login.mypurecloud.de',
            'https://api.mypurecloud.de',
            'https://*.crm.example.com',
          ],
        }),
      ),
    ).toEqual([]);
  });

  test('a file for Linux in UTF-16 is a fault, because no browser reads it there', () => {
    const outcome = read(linux(id), 'utf-16');
    expect(outcome.ok && outcome.value.remarks.map(({ code }) => code)).toEqual(['utf16_linux']);
    const plain = read(JSON.stringify(settings), 'utf-16');
    expect(plain.ok && plain.value.remarks).toEqual([]);
  });

  test('settings of other extensions in the file are left alone', () => {
    const others = { [id]: settings, ponmlkjihgfedcbaponmlkjihgfedcba: { toOverwrite: {} } };
    const { parts } = judge(fileOf(JSON.stringify({ '3rdparty': { extensions: others } })), schema);
    expect(parts.map(({ part }) => part.extensionId)).toEqual([id]);
  });

  test.each([
    ['connections[0].clientId', 4, 7],
    ['connections[0].flows[1].inputs.Flow.a.b', 5, 62],
    ['connections[0].environment.region', 3, 5],
    ['nothing', 1, 1],
  ])('%s stands in line %i, column %i', (path, line, column) => {
    const text = `{
  "connections": [
    {
      "clientId": 5,
      "flows": [{ "inputs": { "Flow.a": 1 } }, { "inputs": { "Flow.a.b": 2 } }]
    }
  ]
}`;
    expect(fileOf(text).parts[0]?.placeOf(path)).toEqual({ line, column });
  });
});
