import { describe, expect, test } from 'vitest';
import type { FlowChoice } from '../flow/search.ts';
import { noPolicy, underPolicy } from '../settings/managed.ts';
import { settingsSchema } from '../settings/settings.ts';
import { matchesPattern } from '../settings/site-match.ts';
import type { LauncherState } from './launcher.ts';
import { flowOfSite, offeredBySite, ruleForSite } from './site-flow.ts';

const id = '0a0b0c0d-0000-4000-8000-000000000001';
const flows = [{ id, name: 'Request callback' }] as FlowChoice[];

test.each([
  ['Request callback', id],
  [' request CALLBACK ', id],
  [id.toUpperCase(), id],
  ['Request', undefined],
  ['', undefined],
  [undefined, undefined],
])('the flow %j of a rule is %s', (flow, expected) => {
  expect(flowOfSite({ flow }, flows)).toBe(expected);
});

test('of two flows with one name a rule offers neither, unless it says which by its id', () => {
  const two = [...flows, { ...flows[0], id: '0a0b0c0d-0000-4000-8000-000000000002' }];
  expect(flowOfSite({ flow: 'Request callback' }, two as FlowChoice[])).toBeUndefined();
  expect(flowOfSite({ flow: id }, two as FlowChoice[])).toBe(id);
});

test.each(['https://crm.example.com/contacts/1', 'http://127.0.0.1:4711/crm/'])(
  'the rule for the site of %s means it',
  (address) => expect(matchesPattern(ruleForSite(address)?.match[0] ?? '', address)).toBe(true),
);

test.each(['chrome://settings/', 'file:///etc/passwd', 'nothing', ''])(
  'there is no site of %j',
  (address) => expect(ruleForSite(address)).toBeUndefined(),
);

describe('a page whose site names a flow', () => {
  const other = '0a0b0c0d-0000-4000-8000-000000000002';
  const own = settingsSchema.parse({
    connections: [
      {
        name: 'Test',
        environment: { region: 'mypurecloud.de' },
        clientId: id,
        flows: [{ id, name: 'Request callback' }],
      },
    ],
  });
  const facts = (
    flow: string | undefined,
    draft: Partial<LauncherState['draft']> = {},
    policy = noPolicy,
  ): Parameters<typeof offeredBySite>[0] => ({
    settings: underPolicy(own, policy),
    flowCache: { flows: [], complete: true },
    recentFlows: [],
    draft: { forms: {}, ...draft },
    page: {
      state: 'read',
      context: { fields: {}, complete: true, unread: [], url: '', title: '' },
      document: { tabId: 1, documentId: 'A', address: '', readAt: 0 },
      facts: {},
      site: { name: 'CRM', flow, health: 'new' },
    },
  });

  test('opens on it', () => {
    expect(offeredBySite(facts('Request callback'))).toEqual({ flowId: id, bySite: true });
  });

  test('named by an id that is on no list, too', () => {
    expect(offeredBySite(facts(other))).toEqual({ flowId: other, bySite: true });
  });

  test('leaves a flow alone that was chosen by hand', () => {
    expect(offeredBySite(facts('Request callback', { flowId: other }))).toBeUndefined();
  });

  test('takes the place of the flow of the site before, and so does none', () => {
    const before = { flowId: other, bySite: true };
    expect(offeredBySite(facts('Request callback', before))?.flowId).toBe(id);
    expect(offeredBySite(facts(undefined, before))).toEqual({ flowId: undefined });
  });

  test('offers none that the policy forbids, or that nobody knows', () => {
    expect(
      offeredBySite(facts('Request callback', {}, { ...noPolicy, allowedFlows: [] })),
    ).toBeUndefined();
    expect(offeredBySite(facts('Unheard of'))).toBeUndefined();
  });
});
