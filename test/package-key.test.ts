import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { extensionIdOf } from '../scripts/package-crx.ts';
import { NoSigningKey, signingKey } from '../scripts/package-key.ts';

const root = new URL('../', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'kickoff-'));
const within = (name: string) => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('npm run package stops where KICKOFF_CRX_KEY names a file that is missing', () => {
  const file = within('missing/key.pem');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/package.ts'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, KICKOFF_CRX_KEY: file },
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`KICKOFF_CRX_KEY names ${file}, which is not there.`);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  expect(existsSync(file)).toBe(false);
});

describe('the key that signs', () => {
  const told: string[] = [];
  const read = (named: string | undefined, fallback = within('mine/key.pem')) =>
    signingKey(named, fallback, (line) => told.push(line));

  test('is made where none is named, tells so, and stays the same from then on', () => {
    const made = read(undefined);
    expect(told.join()).toContain(within('mine/key.pem'));
    expect(statSync(within('mine/key.pem')).mode & 0o777).toBe(0o600);
    expect(extensionIdOf(read(undefined))).toBe(extensionIdOf(made));
    expect(told).toHaveLength(1);
    expect(extensionIdOf(read(within('mine/key.pem')))).toBe(extensionIdOf(made));
  });

  test.each([
    ['an empty name', '', undefined],
    ['a file that is no key', within('text.pem'), 'no key'],
    ['a public key', within('public.pem'), '-----BEGIN PUBLIC KEY-----\nMA==\n'],
    ['an empty file', within('empty.pem'), ''],
  ])('is refused for %s, and no other is made', (_, file, content) => {
    if (content !== undefined) writeFileSync(file, content);
    expect(() => read(file)).toThrow(NoSigningKey);
    if (content !== undefined) expect(readFileSync(file, 'utf8')).toBe(content);
  });
});
