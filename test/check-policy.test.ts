import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/check-policy.ts', import.meta.url));

function check(input: string) {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', script], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('npm run check-policy says what Chrome and Kickoff make of a policy', () => {
  const policy = { allowedSites: 'https://*/*', defaultCountry: 'Germany', notifications: false };
  const { status, stdout } = check(JSON.stringify(policy));
  expect(status).toBe(1);
  expect(stdout).toBe(`Arrives:
  defaultCountry
  notifications
Chrome withholds, and tells nobody:
  allowedSites has the wrong type; it should be: array.
Kickoff leaves out, and lists on its options page:
  defaultCountry has a value that is not allowed.
`);
});

test('and ends well where all of it counts, badly where there is none', () => {
  expect(check('{"notifications":false}')).toMatchObject({ status: 0 });
  expect(check('notifications: false')).toMatchObject({ status: 2, stdout: '' });
});
