import { describe, expect, test } from 'vitest';
import {
  checkConnectionForm,
  connectionForm,
  namesScope,
  unusedName,
  withScope,
} from './connection-form.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const form = { ...connectionForm(undefined), region: 'mypurecloud.de', clientId };

test('a region and a client id make a connection, called after its region', () => {
  expect(checkConnectionForm(form).connection).toMatchObject({
    name: 'EMEA (Frankfurt)',
    environment: { region: 'mypurecloud.de' },
    clientId,
  });
  expect(checkConnectionForm(form, undefined, ['EMEA (Frankfurt)']).connection?.name).toBe(
    'EMEA (Frankfurt) 2',
  );
});

test('the fields of a connection make the same connection, with what they do not show', () => {
  const signIn = { org: 'acme', provider: 'okta', loginHint: 'ada@acme.example' };
  const { connection } = checkConnectionForm({
    ...form,
    ...signIn,
    name: 'Mine',
    inputsKey: 'data',
  });
  expect(connection?.singleSignOn).toEqual({ org: 'acme', provider: 'okta' });
  const flows = [{ ...flow, name: 'Callback' }];
  const before = connection && { ...connection, flows };
  expect(checkConnectionForm(connectionForm(before), before).connection).toEqual(before);
});

const flow = {
  id: '15dbed50-e1da-45d2-9351-af4df89fd4f7',
  pinned: true,
  launchAtOnce: false,
  inputs: {},
};

describe('each field says what is wrong with it', () => {
  test.each([
    [{ region: '' }, { region: 'region_missing' }],
    [{ region: 'nowhere.example' }, { region: 'region_missing' }],
    [{ clientId: ' ' }, { clientId: 'client_id_missing' }],
    [{ clientId: '1234' }, { clientId: 'client_id_malformed' }],
    [{ clientId: 'Zx_9-kQ'.repeat(7).slice(0, 43) }, { clientId: 'client_secret' }],
    [{ inputsKey: 'flowId' }, { inputsKey: 'inputs_key_malformed' }],
    [{ scopes: 'architect' }, { scopes: 'scopes_too_few' }],
    [{ scopes: 'architect user-basic-info <x>' }, { scopes: 'scopes_malformed' }],
    [{ name: 'Taken' }, { name: 'name_taken' }],
    [{ org: 'acme' }, { provider: 'single_sign_on_incomplete' }],
    [{ provider: 'okta' }, { org: 'single_sign_on_incomplete' }],
    [{ name: 'x'.repeat(101) }, { name: 'too_long' }],
    [{ loginHint: 'x'.repeat(201) }, { loginHint: 'sign_in_text_too_long' }],
    [
      { region: 'custom', loginUrl: 'http://a.example', apiUrl: 'b', appsUrl: 'c' },
      { loginUrl: 'url_malformed', apiUrl: 'url_malformed', appsUrl: 'url_malformed' },
    ],
  ])('%o', (part, problems) => {
    const checked = checkConnectionForm({ ...form, ...part }, undefined, ['Taken']);
    expect(checked).toEqual({ problems });
  });

  test('a connection that had a name must keep one', () => {
    const before = checkConnectionForm({ ...form, name: 'Mine' }).connection;
    expect(checkConnectionForm({ ...form, name: ' ' }, before).problems).toEqual({
      name: 'name_missing',
    });
  });
});

test('a custom environment needs no address for Architect', () => {
  const urls = { loginUrl: 'https://login.example', apiUrl: 'https://api.example/' };
  expect(checkConnectionForm({ ...form, region: 'custom', ...urls }).connection).toMatchObject({
    name: 'Genesys Cloud',
    environment: { region: 'custom', loginUrl: urls.loginUrl, apiUrl: 'https://api.example' },
  });
});

test('a name that is in use gets the next free number', () => {
  expect(unusedName('Test', [])).toBe('Test');
  expect(unusedName('Test', ['Test', 'Test 2'])).toBe('Test 3');
});

describe('a scope that is switched on and off', () => {
  const wanted = ['conversations:readonly', 'conversations'];

  test.each([
    ['architect user-basic-info', true, 'architect user-basic-info conversations:readonly'],
    ['architect conversations', true, 'architect conversations:readonly'],
    ['architect, conversations', false, 'architect'],
    ['', false, ''],
  ])('“%s”, %s, is “%s”', (scopes, isOn, expected) => {
    expect(withScope(scopes, wanted, isOn)).toBe(expected);
    expect(namesScope(expected, wanted)).toBe(isOn);
  });
});
