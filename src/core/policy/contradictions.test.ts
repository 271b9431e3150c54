import { describe, expect, test } from 'vitest';
import { readManaged } from '../settings/managed.ts';
import { contradictionsIn } from './contradictions.ts';

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
const id = '11111111-2222-4333-8444-555566667777';
const otherId = '22222222-2222-4333-8444-555566667777';
const flow = { id, name: 'Request callback', pinned: true };
const connection = {
  name: 'Production',
  environment: { region: 'mypurecloud.de' },
  clientId,
  flows: [flow],
};
const site = { name: 'CRM', match: ['https://crm.example.com/*'] };

const found = (document: Record<string, unknown>) =>
  contradictionsIn(readManaged(document), document).map(({ code, path, isNote }) => [
    isNote ? `note ${code}` : code,
    path,
  ]);

test('the policy of a guide contradicts nothing', () => {
  const policy = {
    connections: [
      { ...connection, flows: [{ ...flow, inputs: { 'Flow.number': 'Tel. {{customerNumber}}' } }] },
    ],
    connection: 'Production',
    sites: [
      { ...site, flow: 'request CALLBACK', fields: { customerNumber: { selector: '.tel >>> a' } } },
      { name: 'All', match: ['https://*.example.com/*'], flow: id },
    ],
    contactTypes: ['Voice', 'Fax'],
    defaultContactType: 'Fax',
    allowedSites: ['https://*.example.com/*'],
    allowedFlows: [id.toUpperCase()],
  };
  expect(found(policy)).toEqual([]);
});

describe('a contradiction is found, with its place', () => {
  const withFlow = (more: object) => ({
    connections: [{ ...connection, flows: [{ ...flow, ...more }] }],
  });
  test.each<[string, Record<string, unknown>, [string, string][]]>([
    [
      'a pinned flow outside allowedFlows',
      { connections: [connection], allowedFlows: [otherId] },
      [['flow_not_allowed', 'connections[0].flows[0]']],
    ],
    ['a limit that allows no flow', { allowedFlows: [] }, [['flows_none_allowed', 'allowedFlows']]],
    [
      'a connection that there is not',
      { connections: [connection], connection: 'Prod' },
      [['connection_unknown', 'connection']],
    ],
    [
      'a connection that there is not, but may be among people’s own',
      { connections: [connection], connection: 'Mine', mode: { connections: 'add' } },
      [['note connection_unknown', 'connection']],
    ],
    [
      'a mode of a list that is not set',
      { mode: { sites: 'add' } },
      [['mode_without_list', 'mode.sites']],
    ],
    ['no connection at all', { connections: [] }, [['connections_none', 'connections']]],
    [
      'a flow of a site that there is not',
      { connections: [connection], sites: [{ ...site, flow: 'Request calback' }] },
      [['site_flow_unknown', 'sites[0].flow']],
    ],
    [
      'a flow of a site that may not be launched',
      { connections: [connection], allowedFlows: [id], sites: [{ ...site, flow: otherId }] },
      [['site_flow_not_allowed', 'sites[0].flow']],
    ],
    [
      'a flow of a site that only another connection has',
      {
        connections: [
          { ...connection, name: 'Test', flows: [{ id: otherId, name: 'Other' }] },
          connection,
        ],
        sites: [{ ...site, flow: 'Request callback' }],
      },
      [['note site_flow_elsewhere', 'sites[0].flow']],
    ],
    [
      'a flow of a site of which there are two',
      {
        connections: [{ ...connection, flows: [flow, { id: otherId, name: 'request callback' }] }],
        sites: [{ ...site, flow: 'Request callback' }],
      },
      [['site_flow_ambiguous', 'sites[0].flow']],
    ],
    [
      'a site outside allowedSites',
      { sites: [site], allowedSites: ['https://bank.example.com/*'] },
      [['site_not_allowed', 'sites[0].match[0]']],
    ],
    [
      'a site of which a part is outside allowedSites',
      { sites: [site], allowedSites: ['https://crm.example.com/contacts/*'] },
      [['note site_partly_allowed', 'sites[0].match[0]']],
    ],
    [
      'an invalid selector',
      { sites: [{ ...site, fields: { customerNumber: { selector: '.phone[' } } }] },
      [['selector_invalid', 'sites[0].fields.customerNumber.selector']],
    ],
    [
      'a selector of jQuery',
      { sites: [{ ...site, fields: { customerNumber: { selector: 'td:contains("Phone")' } } }] },
      [['selector_invalid', 'sites[0].fields.customerNumber.selector']],
    ],
    [
      'a default contact type that the list does not have',
      { contactTypes: ['Voice'], defaultContactType: 'Fax' },
      [['contact_type_unlisted', 'defaultContactType']],
    ],
    [
      'a default contact type that the usual list does not have',
      { defaultContactType: 'Fax' },
      [['contact_type_unlisted', 'defaultContactType']],
    ],
    [
      'a contact type of a site that the list does not have',
      { sites: [{ ...site, contactType: 'Fax' }] },
      [['contact_type_unlisted', 'sites[0].contactType']],
    ],
    [
      'a limit of sites that matches nothing',
      { allowedSites: ['https://crm.example.com/*', 'https://crm.example.com/#/*'] },
      [['never_fragment', 'allowedSites[1]']],
    ],
    ['a limit that allows no site', { allowedSites: [] }, [['sites_none_allowed', 'allowedSites']]],
    [
      'a limit that allows one page',
      { allowedSites: ['https://crm.example.com/'] },
      [['note home_page_only', 'allowedSites[0]']],
    ],
    [
      'a rule that one before it covers',
      { sites: [{ ...site, name: 'All', match: ['https://*.example.com/*'] }, site] },
      [['site_covered', 'sites[1]']],
    ],
    [
      'a flow twice',
      { connections: [{ ...connection, flows: [flow, { ...flow, name: 'Again' }] }] },
      [['flow_twice', 'connections[0].flows[1]']],
    ],
    [
      'a flow at once where every launch is asked for',
      {
        connections: [
          { ...connection, confirmLaunch: true, flows: [{ ...flow, launchAtOnce: true }] },
        ],
      },
      [['at_once_confirmed', 'connections[0].flows[0].launchAtOnce']],
    ],
    [
      'a field that no page has',
      withFlow({ inputs: { 'Flow.number': '{{customreNumber}}' } }),
      [['template_unknown', 'connections[0].flows[0].inputs.Flow.number']],
    ],
    [
      'an input that the schema does not have',
      withFlow({
        inputSchema: '{"type":"object","properties":{"Flow.number":{"type":"string"}}}',
        inputs: { 'Flow.numbr': 'x' },
      }),
      [['input_unknown', 'connections[0].flows[0].inputs.Flow.numbr']],
    ],
    [
      'contacts that no connection may look up',
      { connections: [connection], lookUpContacts: true },
      [['note contacts_unread', 'lookUpContacts']],
    ],
    [
      'contacts that a connection may look up',
      {
        connections: [
          connection,
          { ...connection, name: 'B', scopes: ['architect', 'external-contacts:readonly'] },
        ],
        lookUpContacts: true,
      },
      [],
    ],
    ['contacts over people’s own connections', { lookUpContacts: true }, []],
    [
      'scopes without the one that launches',
      { connections: [{ ...connection, scopes: ['user-basic-info'] }] },
      [['scope_missing', 'connections[0].scopes']],
    ],
  ])('%s', (_, document, contradictions) => {
    expect(found(document)).toEqual(contradictions);
  });
});

test('the place is that of the document, also behind a part that is left out', () => {
  const policy = {
    connections: [{ ...connection, clientId: 'none', name: 'Broken' }, connection],
    allowedFlows: [otherId],
  };
  expect(found(policy)).toEqual([['flow_not_allowed', 'connections[1].flows[0]']]);
});

test('a flow of a site is not missed where people choose among the flows of the org', () => {
  const open = { ...connection, flows: [] };
  expect(found({ connections: [open], sites: [{ ...site, flow: 'Any' }] })).toEqual([]);
  expect(found({ sites: [{ ...site, flow: 'Any' }] })).toEqual([]);
});
