import { describe, expect, test } from 'vitest';
import type { FlowChoice } from '../flow/search.ts';
import { noPolicy, underPolicy } from '../settings/managed.ts';
import { settingsSchema } from '../settings/settings.ts';
import { matchesAddress } from '../settings/site-match.ts';
import type { LauncherState } from '../view/launcher.ts';
import { flowOfSite, offeredFlow, ruleForSite } from './site-flow.ts';

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
  (address) => expect(matchesAddress(ruleForSite(address)?.match[0] ?? '', address)).toBe(true),
);

test.each(['chrome://settings/', 'file:///etc/passwd', 'nothing', ''])(
  'there is no site of %j',
  (address) => expect(ruleForSite(address)).toBeUndefined(),
);

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
): Parameters<typeof offeredFlow>[0] => ({
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

describe('a page whose site names a flow', () => {
  test('opens on it', () => {
    expect(offeredFlow(facts('Request callback'))).toEqual({
      flowId: id,
      bySite: true,
      byLast: undefined,
    });
  });

  test('named by an id that is on no list, too', () => {
    expect(offeredFlow(facts(other))).toEqual({ flowId: other, bySite: true, byLast: undefined });
  });

  test('leaves a flow alone that was chosen by hand', () => {
    expect(offeredFlow(facts('Request callback', { flowId: other }))).toBeUndefined();
  });

  test('takes the place of the flow of the site before, and so does none', () => {
    const before = { flowId: other, bySite: true };
    expect(offeredFlow(facts('Request callback', before))?.flowId).toBe(id);
    expect(offeredFlow(facts(undefined, before))).toEqual({ flowId: undefined });
  });

  test('goes before the flow that was launched last', () => {
    const last = { flowId: other, byLast: true };
    expect(offeredFlow(facts('Request callback', last))?.flowId).toBe(id);
  });

  test('offers none that the policy forbids, or that is not in the list', () => {
    expect(
      offeredFlow(facts('Request callback', {}, { ...noPolicy, allowedFlows: [] })),
    ).toBeUndefined();
    expect(offeredFlow(facts('Unheard of'))).toBeUndefined();
  });
});

describe('a tab without a flow', () => {
  const tab = (
    recentFlows: LauncherState['recentFlows'],
    draft: Partial<LauncherState['draft']> = {},
    failure?: { code: 'offline'; params: object },
  ) => {
    const known = facts(undefined, draft);
    if (known.page.state !== 'read') throw new Error('It is read');
    const document = { ...known.page.document, address: 'https://crm.example.com/contacts/2' };
    return offeredFlow({
      ...known,
      flowCache: {
        flows: [id, other].map((id) => ({ id, name: id, type: 'WORKFLOW' })),
        complete: true,
        ...(failure && { flows: [], failure: { code: 'offline', params: {} } }),
      },
      recentFlows,
      page: { ...known.page, document },
    });
  };
  const onSite = { id, at: 1, sites: { 'crm.example.com': 1 } };
  const elsewhere = { id: other, at: 2, sites: { 'mail.example.com': 2 } };
  const gone = { id: '0a0b0c0d-0000-4000-8000-000000000009', at: 3 };

  test('begins with the one last launched from the site, else with the last one', () => {
    expect(tab([elsewhere, onSite])).toEqual({ flowId: id, bySite: undefined, byLast: true });
    expect(tab([elsewhere])?.flowId).toBe(other);
    expect(tab([])).toBeUndefined();
  });

  test('begins with none that is gone; where no list can be read, nothing says that it is', () => {
    expect(tab([gone, elsewhere])?.flowId).toBe(other);
    expect(tab([gone], {}, { code: 'offline', params: {} })?.flowId).toBe(gone.id);
  });

  test('stays with it, whatever is launched in other tabs', () => {
    expect(tab([elsewhere, onSite], { flowId: id, byLast: true })).toBeUndefined();
    expect(tab([elsewhere, onSite], { flowId: other, byLast: true })).toBeUndefined();
  });

  test('begins with it, too, where the page cannot be read', () => {
    const page = {
      state: 'unreadable',
      failure: { code: 'offline', params: {} },
      document: { tabId: 1, documentId: 'A', address: 'chrome://newtab/', readAt: 0 },
    } as const;
    const flowCache = { flows: [{ id: other, name: 'B', type: 'WORKFLOW' }], complete: true };
    const offered = offeredFlow({ ...facts(undefined), flowCache, recentFlows: [elsewhere], page });
    expect(offered?.flowId).toBe(other);
  });
});
