import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from './check.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../public/managed-schema.json', import.meta.url), 'utf8'),
);
const rest = { executionName: 'kept' };

describe('what Chrome withholds of a policy', () => {
  // Each as Chromium 156 did it with a policy file.
  test.each<[string, object, string[], object[]]>([
    [
      'a name that there is not',
      { conections: [] },
      [],
      [{ path: 'conections', reason: 'unknown-name', detail: 'conections' }],
    ],
    [
      'a text for a list',
      { allowedSites: 'https://crm.example.com/*' },
      [],
      [{ path: 'allowedSites', reason: 'wrong-type', detail: 'array' }],
    ],
    [
      'a number in a list of texts',
      { disabledFeatures: ['export', 3] },
      [],
      [{ path: 'disabledFeatures[1]', detail: 'string', leftOut: 'disabledFeatures' }],
    ],
    [
      'a wrong type deep within',
      { connections: [{ name: 'A', clientId: 5, more: 1 }] },
      [],
      [{ path: 'connections[0].clientId', reason: 'wrong-type', leftOut: 'connections' }],
    ],
    [
      'a name that there is not, deep within',
      { history: { days: 5, dayz: 6 } },
      ['history'],
      [{ path: 'history', reason: 'unknown-name', detail: 'dayz' }],
    ],
    ['half a day', { history: { days: 5.5 } }, [], [{ path: 'history.days', detail: 'integer' }]],
    ['nothing for a list', { allowedFlows: null }, [], [{ path: 'allowedFlows' }]],
    ['nothing of what is right', { history: { days: 5 } }, ['history'], []],
  ])('%s', (_, document, names, withheld) => {
    const checked = checkPolicy({ ...document, ...rest }, schema);
    expect(checked.withheld).toMatchObject(withheld);
    expect(checked.policy.names).toEqual(['executionName', ...names]);
  });
});

test('what Chrome hands on and makes no sense is the extension’s to tell', () => {
  const { withheld, policy } = checkPolicy({ defaultCountry: 'Germany', language: 'pt' }, schema);
  expect(withheld).toEqual([]);
  expect(policy.problems.map(({ path }) => path)).toEqual(['language', 'defaultCountry']);
});
