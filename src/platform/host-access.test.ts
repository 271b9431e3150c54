import { afterEach, expect, test, vi } from 'vitest';
import { environmentSchema } from '../core/base/environment.ts';
import { askForHosts } from './host-access.ts';

afterEach(() => vi.unstubAllGlobals());

function browser(request: () => Promise<boolean>) {
  const asked = vi.fn(request);
  vi.stubGlobal('chrome', { permissions: { request: asked } });
  return asked;
}

const custom = environmentSchema.parse({
  region: 'custom',
  loginUrl: 'https://login.gateway.example:8443',
  apiUrl: 'https://api.gateway.example',
});

test('the two hosts of a custom environment are asked for, and no others', async () => {
  const asked = browser(async () => true);
  await askForHosts(custom);
  expect(asked.mock.calls).toEqual([
    [{ origins: ['https://login.gateway.example/*', 'https://api.gateway.example/*'] }],
  ]);
});

test('a region of Genesys Cloud asks for nothing', async () => {
  const asked = browser(async () => true);
  await askForHosts({ region: 'mypurecloud.de' });
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['says no', async () => false],
  ['is not asked, because there was no click', () => Promise.reject(new Error('user gesture'))],
])('it goes on where the person %s', async (_, request) => {
  browser(request);
  await expect(askForHosts(custom)).resolves.toBeUndefined();
});
