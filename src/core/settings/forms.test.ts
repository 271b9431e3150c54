import { describe, expect, test } from 'vitest';
import { checkFlow, flowForm } from '../flow/settings-form.ts';
import { checkConnectionForm, connectionForm, unusedName } from './connection-form.ts';
import { checkDefaults, defaultsForm } from './defaults-form.ts';
import { connectionSchema, defaultSettings } from './settings.ts';
import { checkSite, fieldForm, siteForm } from './site-form.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const flowId = '11111111-2222-4333-8444-555566667777';
const other = { id: clientId, name: 'Other', pinned: false, launchAtOnce: false, inputs: {} };

describe('the fields of a connection', () => {
  const right = { ...connectionForm(undefined), region: 'mypurecloud.de', clientId };
  const before = checkConnectionForm(right).connection;

  test('make a connection named after its region, under a name that is free', () => {
    expect(before).toMatchObject({ name: 'EMEA (Frankfurt)', clientId });
    const second = checkConnectionForm(right, undefined, ['EMEA (Frankfurt)']).connection;
    expect(second?.name).toBe('EMEA (Frankfurt) 2');
    expect(unusedName('A', ['A', 'A 2'])).toBe('A 3');
  });

  test('keep what they do not show', () => {
    const flows = [{ id: flowId, name: 'Callback' }];
    const connection = connectionSchema.parse({ ...before, flows });
    expect(checkConnectionForm(connectionForm(connection), connection).connection).toEqual(
      connection,
    );
  });

  test.each([
    [{ region: '' }, { region: 'region_missing' }],
    [{ region: 'https://apps.mypurecloud.de' }, { region: 'region_missing' }],
    [{ clientId: ' ' }, { clientId: 'client_id_missing' }],
    [{ clientId: '8d9e 6f1a' }, { clientId: 'client_id_malformed' }],
    [{ clientId: 'qZ8s1K3mVt5Xy7Bn9Pw2Rf4Gh6Jk8Lm0Qa1Sd3Fg5Hj' }, { clientId: 'client_secret' }],
    [{ name: '' }, { name: 'name_missing' }],
    [{ name: 'Taken' }, { name: 'name_taken' }],
    [{ scopes: 'architect' }, { scopes: 'scopes_too_few' }],
    [{ scopes: 'architect user-basic-info "x"' }, { scopes: 'scopes_malformed' }],
    [{ inputsKey: 'flowId' }, { inputsKey: 'inputs_key_malformed' }],
    [
      { region: 'custom', loginUrl: 'http://login.example', apiUrl: 'api.example' },
      { loginUrl: 'url_malformed', apiUrl: 'url_malformed' },
    ],
  ])('with %j are not saved', (typed, problems) => {
    const form = { ...right, name: 'Mine', ...typed };
    expect(checkConnectionForm(form, before, ['Taken'])).toEqual({ problems });
  });

  test('take a client ID with spaces around it', () => {
    const form = { ...right, clientId: ` ${clientId}\n` };
    expect(checkConnectionForm(form).connection?.clientId).toBe(clientId);
  });
});

describe('the fields of a flow', () => {
  const choice = (input: string, table = flowId) => ({ input, table, label: '', value: '' });
  const right = { ...flowForm(undefined), id: flowId, name: 'Callback' };

  test('make a flow of an address in Architect', () => {
    const id = `https://apps.mypurecloud.de/architect/#/workflow/flows/${flowId}/latest`;
    expect(checkFlow({ ...right, id }, [other]).flow).toMatchObject({ id: flowId, pinned: true });
  });

  test('come back as they were', () => {
    const inputs = [{ name: 'Flow.a', template: '{{customerNumber}}' }];
    const choices = [
      { input: ' Flow.topic', table: `…/datatables/${flowId}`, label: 'label', value: '' },
      { input: '', table: ' ', label: '', value: '' },
    ];
    const typed = { ...right, inputs, choices, inputSchema: '{"type":"object"}' };
    const { flow } = checkFlow(typed, []);
    expect(flow?.choices).toEqual({ 'Flow.topic': { table: flowId, label: 'label' } });
    expect(flow && checkFlow(flowForm(flow), []).flow).toEqual(flow);
  });

  test.each([
    [{ id: '' }, { id: 'id_missing' }],
    [{ id: 'callback' }, { id: 'id_malformed' }],
    [
      { id: `https://apps.mypurecloud.de/architect/#/inboundcall/flows/${flowId}/latest` },
      { id: 'id_other_type' },
    ],
    [{ id: clientId }, { id: 'id_taken' }],
    [{ name: ' ' }, { name: 'name_missing' }],
    [{ name: 'Other' }, { name: 'name_taken' }],
    [{ name: 'x'.repeat(301) }, { name: 'too_long' }],
    [{ inputs: [{ name: 'x'.repeat(201), template: '' }] }, { inputs: 'too_long' }],
    [{ inputs: [{ name: 'Flow.a', template: 'x'.repeat(4_001) }] }, { inputs: 'too_long' }],
    [{ inputSchema: '{' }, { inputSchema: 'schema_malformed' }],
    [{ inputSchema: '"text"' }, { inputSchema: 'schema_malformed' }],
    [
      {
        inputs: [
          { name: 'Flow.a', template: '1' },
          { name: ' Flow.a', template: '2' },
        ],
      },
      { inputs: 'inputs_twice' },
    ],
    [{ choices: [choice('', flowId)] }, { choices: 'choices_table' }],
    [{ choices: [choice('Flow.a', 'Topics')] }, { choices: 'choices_table' }],
    [{ choices: [choice('Flow.a'), choice('Flow.a ')] }, { choices: 'inputs_twice' }],
    [{ choices: [choice('x'.repeat(201))] }, { choices: 'too_long' }],
  ])('with %j are not saved', (typed, problems) => {
    expect(checkFlow({ ...right, ...typed }, [other])).toEqual({ problems });
  });
});

describe('the fields of a site', () => {
  const field = { ...fieldForm('customerNumber', {}), value: '.phone' };
  const right = { ...siteForm(undefined), name: 'CRM', match: 'https://crm.example.com/*' };

  test('come back as they were, with what the controls do not show', () => {
    const site = {
      name: 'CRM',
      match: ['https://crm.example.com/*', 'https://*.example.org/crm/*'],
      fields: {
        customerNumber: {
          selector: '.phone',
          attribute: 'href',
          pattern: 'tel:(.+)',
          meta: 'phone',
        },
        customerId: { pattern: '/contacts/(\\d+)' },
        email: { jsonLd: 'Person.email', filters: ['trim'] },
      },
      types: ['Person', 'profile'],
      flow: 'Callback',
      country: 'DE',
      contactType: 'voice',
    };
    expect(checkSite(siteForm(site), []).site).toEqual(site);
  });

  test.each([
    [{ name: '' }, { name: 'name_missing' }],
    [{ name: 'Taken' }, { name: 'name_taken' }],
    [{ match: ' \n' }, { match: 'match_missing' }],
    [{ match: 'crm.example.com' }, { match: 'match_malformed' }],
    [{ match: 'https://' }, { match: 'match_malformed' }],
    [{ match: 'https://crm.*/*' }, { match: 'match_malformed' }],
    [{ match: 'https://crm.example.com' }, { match: 'match_malformed' }],
    [{ match: 'https://*.pure.cloud/directory/#/engage/*' }, { match: 'match_hash' }],
    [{ match: 'https://crm.example.com/*\nhttps://bücher.example/*' }, { match: 'match_never' }],
    [{ match: 'https://crm.example.com:99999/*' }, { match: 'match_never' }],
    [{ name: 'x'.repeat(101) }, { name: 'too_long' }],
    [{ match: `https://crm.example.com/${'x'.repeat(1_000)}` }, { match: 'too_long' }],
    [{ match: 'https://crm.example.com/*\n'.repeat(101) }, { match: 'too_long' }],
    [{ hash: 'x'.repeat(501) }, { hash: 'too_long' }],
    [{ types: 'x'.repeat(101) }, { types: 'too_long' }],
    [{ flow: 'x'.repeat(301) }, { flow: 'too_long' }],
    [{ contactType: 'x'.repeat(101) }, { contactType: 'too_long' }],
    [{ fields: [{ ...field, value: 'x'.repeat(1_001) }] }, { 'fields.0': 'too_long' }],
    [{ fields: [{ ...field, attribute: 'x'.repeat(101) }] }, { 'fields.0': 'too_long' }],
    [{ country: 'Germany' }, { country: 'country_malformed' }],
    [{ fields: [{ ...field, name: '1' }] }, { 'fields.0': 'field_name_malformed' }],
    [{ fields: [field, field] }, { 'fields.1': 'field_name_taken' }],
    [{ fields: [{ ...field, value: '' }] }, { 'fields.0': 'field_value_missing' }],
    [{ fields: [{ ...field, pattern: '(' }] }, { 'fields.0': 'field_pattern_refused' }],
    [{ fields: [{ ...field, filters: 'magic' }] }, { 'fields.0': 'field_filter_unknown' }],
  ])('with %j are not saved', (typed, problems) => {
    expect(checkSite({ ...right, ...typed }, ['Taken'])).toEqual({ problems });
  });

  test.each(['<all_urls>', '*://*/*', 'https://*/crm'])(
    'that mean everything (%s) are saved with a warning',
    (match) => {
      const checked = checkSite({ ...right, match }, []);
      expect(checked.problems).toEqual({ match: 'match_everything' });
      expect(checked.site?.match).toEqual([match]);
    },
  );
});

test.each([
  [{ defaultCountry: ' de ' }, {}, { defaultCountry: 'DE' }],
  [{ defaultCountry: 'Germany' }, { defaultCountry: 'country_malformed' }, {}],
  [{ days: '0' }, {}, { days: 0 }],
  [{ days: '-1' }, { days: 'days_malformed' }, {}],
  [{ days: '9999' }, { days: 'days_malformed' }, {}],
  [{ contactTypes: ' Voice\n\nFax \nVoice' }, {}, { contactTypes: ['Voice', 'Fax'] }],
  [{ inHouseNumbers: ' 6###\n42# ' }, {}, { inHouseNumbers: ['6###', '42#'] }],
  [{ inHouseNumbers: '6' }, { inHouseNumbers: 'in_house_malformed' }, {}],
  [{ inHouseNumbers: '60-2' }, { inHouseNumbers: 'in_house_malformed' }, {}],
  [{ contactTypes: 'x'.repeat(101) }, { contactTypes: 'contact_types_too_many' }, {}],
  [{ executionName: 'x'.repeat(301) }, { executionName: 'name_too_long' }, {}],
])('defaults with %j', (typed, problems, valid) => {
  const checked = checkDefaults({ ...defaultsForm(defaultSettings), ...typed });
  expect(checked.problems).toEqual(problems);
  expect(checked.valid).toMatchObject(valid);
});
