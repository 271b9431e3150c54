import { afterEach, describe, expect, test, vi } from 'vitest';
import { environmentSchema, hostsOf } from '../core/base/environment.ts';
import { askForHosts, blockedHosts } from './host-access.ts';

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

describe('hosts that a policy blocks and hosts that answer are told apart', () => {
  const { login, api } = hostsOf({ region: 'mypurecloud.de' });

  /** What a request comes to, by its mode: the type of its answer, or nothing. */
  type Comes = Partial<Record<'cors' | 'no-cors', ResponseType>>;

  const hosts = (has: boolean, comes: Comes) => {
    vi.stubGlobal('chrome', { permissions: { contains: async () => has } });
    const fetched = vi.fn(async (_: string, { mode }: { mode: 'cors' | 'no-cors' }) => {
      const type = comes[mode];
      if (type === undefined) throw new TypeError('Failed to fetch');
      return { type };
    });
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  test.each<[string, boolean, Comes, string[]]>([
    ['in force', true, { cors: 'basic' }, []],
    ['in force, and led on', true, { cors: 'opaqueredirect' }, []],
    ['not in force, though the server lets pages in', true, { cors: 'cors' }, [login, api]],
    ['not in force', true, { 'no-cors': 'opaque' }, [login, api]],
    ['not reached', true, {}, []],
    ['not given at all', false, { cors: 'cors' }, []],
  ])('%s', async (_, has, comes, blocked) => {
    hosts(has, comes);
    await expect(blockedHosts(hostsOf({ region: 'mypurecloud.de' }))).resolves.toEqual(blocked);
  });

  test('without cookies or a token', async () => {
    const fetched = hosts(true, { cors: 'basic' });
    await blockedHosts({ ...hostsOf({ region: 'mypurecloud.de' }) });
    expect(fetched.mock.calls).toHaveLength(2);
    for (const [, init] of fetched.mock.calls) {
      expect(init).toMatchObject({ credentials: 'omit' });
      expect(init).not.toHaveProperty('headers');
    }
  });
});
