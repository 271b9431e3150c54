import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { policyAnswer } from '../scripts/policy-answer.ts';

const script = fileURLToPath(new URL('../scripts/check-policy.ts', import.meta.url));

/** What the command answers, without a process for each policy. */
function check(input: string | Buffer, flags: readonly string[] = []) {
  return policyAnswer(Buffer.from(input), flags.includes('--explain'));
}

test.each([
  ['a policy', '{"notifications":0}', ['--explain']],
  ['what is none', 'notifications: 0', []],
])('npm run check-policy prints the answer about %s, and ends as it says', (_, input, flags) => {
  const command = ['--import', 'tsx', script, ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    input,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual(check(input, flags));
});

test('it says what Chrome and Kickoff make of a policy', () => {
  const policy = { allowedSites: 'https://*/*', defaultCountry: 'Germany', notifications: false };
  const { status, stdout } = check(JSON.stringify(policy));
  expect(status).toBe(1);
  expect(stdout).toBe(`Arrives:
  defaultCountry
  notifications
Chrome leaves out, without a message:
  allowedSites has the wrong type; it should be: array.
Kickoff leaves out, and lists on its options page:
  defaultCountry has a value that is not allowed.
`);
});

test('and ends well where all of it counts, badly where there is none', () => {
  expect(check('{"notifications":false}')).toMatchObject({ status: 0 });
  expect(check('notifications: false')).toMatchObject({ status: 2, stdout: '' });
});

const connection = {
  name: 'Production',
  environment: { region: 'mypurecloud.de' },
  clientId: '8d9e6f1a-1111-4222-8333-444455556666',
  flows: [{ id: '11111111-2222-4333-8444-555566667777', name: 'Request callback', pinned: true }],
};

test('it tells contradictions with their places, and does not end well over them', () => {
  const policy = {
    connections: [connection],
    allowedFlows: ['22222222-2222-4333-8444-555566667777'],
    connection: 'Test',
  };
  const { status, stdout } = check(JSON.stringify(policy, null, 2));
  expect(status).toBe(1);
  expect(stdout).toBe(`Arrives:
  allowedFlows
  connection
  connections
Contradicts itself:
  connections[0].flows[0] is Request callback, whose ID 11111111-2222-4333-8444-555566667777 is not in allowedFlows: it is never offered. (line 10, column 9)
  connection names Test, and no connection of this policy has that name (there are: Production). (line 21, column 3)
`);
});

test('what each agent will see is told where all counts, and else where it is asked for', () => {
  const good = check(JSON.stringify({ connections: [connection] }));
  expect(good.status).toBe(0);
  expect(good.stdout).toContain('What each agent will see:');
  expect(good.stdout).toContain('Pinned flows of Production, first in the list: Request callback');
  const policy = JSON.stringify({ connections: [connection], defaultContactType: 'Fax' });
  expect(check(policy).stdout).not.toContain('will see');
  expect(check(policy, ['--explain']).stdout).toContain('will see');
});

test.each([
  ['a comma too many', '{\n  "notifications": true,\n}', /line 2, column 24\. There is a comma/],
  ['5,000 brackets', '['.repeat(5_000), /line 1, column 101\. The brackets are nested/],
  ['nothing', '', /empty/],
  ['an older encoding', Buffer.from('{"executionName":"Grüße"}', 'latin1'), /line 1, column 21/],
  ['a binary property list', 'bplist00', /plutil -convert xml1/],
])('over %s it says what is wrong and where', (_, input, words) => {
  const { status, stdout, stderr } = check(input);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(words);
  expect(stderr).not.toContain('{');
});

test.each([
  ['with a byte order mark', '\uFEFF{"notifications":false}'],
  ['in UTF-16', Buffer.from('\uFEFF{"notifications":false}', 'utf16le')],
  ['for Google’s console', '{"notifications":{"Value":false}}'],
])('a policy %s is judged', (_, input) => {
  const { status, stdout, stderr } = check(input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Arrives:\n  notifications\n');
});

// As people were seen to write them: auto-tab-discard #131, WECG #497, uBO Lite's wiki, KeePassXC #2821.
test.each([
  [
    'a list as one text',
    { allowedSites: 'https://crm.example.com/*,https://erp.example.com/*' },
    'allowedSites has the wrong type; it should be: array.',
  ],
  [
    'the form for Firefox',
    {
      policies: { '3rdparty': { Extensions: { 'kickoff@example.com': { defaultCountry: 'DE' } } } },
    },
    'policies has unknown names: policies.',
  ],
  [
    'hosts without a scheme',
    { allowedSites: ['crm.example.com', '*.example.com'] },
    'allowedSites[0] has a value that is not allowed.',
  ],
  ['a number for yes or no', { notifications: 0 }, 'it should be: boolean.'],
  ['a text for a number', { history: { days: '7' } }, 'history.days has the wrong type'],
  [
    'a route behind #',
    { sites: [{ name: 'x', match: ['https://*.pure.cloud/directory/#/engage/*'] }] },
    'a pattern with # fits no address',
  ],
  ['in-house numbers in words', { inHouseNumbers: ['6xxx'] }, 'inHouseNumbers[0] has a value'],
])('%s is told, and ends with 1', (_, policy, words) => {
  const { status, stdout } = check(JSON.stringify(policy));
  expect(status).toBe(1);
  expect(stdout).toContain(words);
});
