import { expect, test } from 'vitest';
import { readManaged } from '../settings/managed.ts';
import { outlookOf } from './outlook.ts';

const id = '11111111-2222-4333-8444-555566667777';
const connection = {
  name: 'Production',
  environment: { region: 'mypurecloud.de' },
  clientId: '8d9e6f1a-1111-4222-8333-444455556666',
  flows: [{ id, name: 'Request callback', pinned: true }],
};

const seen = (document: Record<string, unknown>) =>
  outlookOf(readManaged(document)).map(({ code, params }) =>
    [code, ...Object.values(params)].join(': '),
  );

test('an agent under a whole policy sees it in the order of a day’s work', () => {
  const policy = {
    connections: [connection, { ...connection, name: 'Test', flows: [], confirmLaunch: true }],
    sites: [{ name: 'CRM', match: ['https://crm.example.com/*'], flow: 'Request callback' }],
    history: { days: 7, keepInputs: false },
    disabledFeatures: ['export'],
    allowedFlows: [id],
    allowedSites: ['https://crm.example.com/*'],
  };
  expect(seen(policy)).toEqual([
    'connection: Production: EMEA (Frankfurt)',
    'connections: Test',
    'confirm: Test',
    'pinned: Production: Request callback',
    'allowed_flows: 1',
    'site_flow: CRM: https://crm.example.com/*: : Request callback',
    'allowed_sites: https://crm.example.com/*',
    'history: 7',
    'history_no_inputs',
    'feature_off: export',
    'locked: connections, sites, history.days, history.keepInputs',
  ]);
});

test('what is read of Genesys Cloud beside flows is seen for each connection that does', () => {
  const scopes = ['architect', 'conversations:readonly', 'external-contacts:readonly'];
  const choices = { 'Flow.queue': { table: id } };
  const policy = {
    connections: [
      { ...connection, scopes },
      { ...connection, name: 'Test', flows: [{ ...connection.flows[0], choices }] },
    ],
  };
  const read = (document: object) => seen({ ...document }).filter((line) => /^reads_/.test(line));
  expect(read(policy)).toEqual([
    'reads_conversations: Production',
    'reads_contacts: Production',
    'reads_tables: Test',
    'reads_clicked',
  ]);
  expect(read({ ...policy, lookUpContacts: true })).toContain('reads_contacts_at_once: Production');
});

test('a flow that may not be launched is not among what is seen', () => {
  expect(seen({ connections: [connection], allowedFlows: [] })).not.toContain(
    'pinned: Production: Request callback',
  );
});

test('a list that is added to is not locked', () => {
  const policy = { connections: [connection], defaultCountry: 'DE', mode: { connections: 'add' } };
  expect(seen(policy).slice(-2)).toEqual(['locked: defaultCountry', 'added: connections']);
});

test('where nothing can be changed, no names are listed', () => {
  expect(seen({ defaultCountry: 'DE', disabledFeatures: ['editing'] }).at(-1)).toBe('locked_all');
});
