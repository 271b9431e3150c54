import { describe, expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';
import { regions } from '../src/core/base/environment.ts';
import { expectReviewed } from './reviewed-manifest.ts';

const modes = ['production', 'store', 'anything-else'];

describe.each(modes)('the manifest of a build in mode %s', (mode) => {
  test('asks for what was reviewed and nothing else', async () => {
    expectReviewed(await manifest(mode));
  });
});

test('only builds for the sandbox may talk to this machine, and to nothing else more', async () => {
  const released = await manifest('production');
  const sandbox = await manifest('sandbox');
  const added = sandbox.host_permissions?.filter(
    (host) => !released.host_permissions?.includes(host),
  );
  expect(added).toEqual(['http://127.0.0.1/*', 'https://127.0.0.1/*']);
  expect(sandbox.permissions).toEqual(released.permissions);
  expect(JSON.stringify(released)).not.toMatch(/127\.0\.0\.1|localhost/);
});

test('the store’s build has no key of ours, the unpacked one has', async () => {
  expect(await manifest('store')).not.toHaveProperty('key');
  expect(await manifest('production')).toHaveProperty('key');
});

test('there are hosts for every region', async () => {
  const { host_permissions: hosts = [] } = await manifest('production');
  const wanted = regions.flatMap(({ domain }) => [
    `https://login.${domain}/*`,
    `https://api.${domain}/*`,
  ]);
  expect(hosts.toSorted()).toEqual(wanted.toSorted());
});

async function manifest(mode: string) {
  const given = manifestFor(mode);
  return typeof given === 'function' ? await given({ command: 'build', mode }) : await given;
}
