import { expect, test } from 'vitest';
import type { FlowChoice } from './flow-search.ts';
import { flowOfSite, ruleForSite } from './site-flow.ts';
import { matchesPattern } from './site-match.ts';

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

test.each(['https://crm.example.com/contacts/1', 'http://127.0.0.1:4711/crm/'])(
  'the rule for the site of %s means it',
  (address) => expect(matchesPattern(ruleForSite(address)?.match[0] ?? '', address)).toBe(true),
);

test.each(['chrome://settings/', 'file:///etc/passwd', 'nothing', ''])(
  'there is no site of %j',
  (address) => expect(ruleForSite(address)).toBeUndefined(),
);
