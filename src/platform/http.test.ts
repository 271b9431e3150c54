import { afterEach, describe, expect, test, vi } from 'vitest';
import { send, sendOnce } from './http.ts';

const request = {
  method: 'POST',
  url: 'https://api.test/',
  headers: { A: 'b' },
  body: 'once',
} as const;

const bearer = { accessToken: 'token', origin: 'https://api.test' };

/** Puts another network in place of the real one. */
function network(answer: (init: RequestInit) => Promise<Response>, onLine = true) {
  const seen: RequestInit[] = [];
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    seen.push(init);
    return answer(init);
  });
  return seen;
}

const broken = () => Promise.reject(new TypeError('Failed to fetch'));
const tooLate = () => Promise.reject(new DOMException('', 'TimeoutError'));

/** As a browser with a connection does: it reads the body, and only then something goes wrong. */
const afterReading = (then: () => Promise<Response>) => async (init: RequestInit) => {
  await new Response(init.body).text();
  return then();
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what a failed request proves', () => {
  test.each([
    ['no connection', broken, 'not-reached'],
    ['no connection within the limit', tooLate, 'not-reached'],
    ['a connection that broke', afterReading(broken), 'connection-failed'],
    ['a connection that stayed silent', afterReading(tooLate), 'timeout'],
  ])('as a stream, with %s: %s', async (_, answer, noAnswer) => {
    network(answer);
    expect(await sendOnce(request, bearer)).toEqual({ noAnswer });
  });

  test.each([
    ['broke', broken, 'connection-failed'],
    ['stayed silent', tooLate, 'timeout'],
  ])('as an ordinary body nothing, where the connection %s', async (_, answer, noAnswer) => {
    network(answer);
    expect(await send(request, bearer)).toEqual({ noAnswer });
  });

  test('a browser that knows it has no network sends nothing', async () => {
    const seen = network(broken, false);
    expect(await sendOnce(request, bearer)).toEqual({ noAnswer: 'offline' });
    expect(seen).toEqual([]);
  });
});

describe('the token', () => {
  test.each([
    ['another server', 'https://evil.test/'],
    ['a server whose name begins alike', 'https://api.test.evil.test/'],
    ['the same server by another port', 'https://api.test:8443/'],
    ['the same server without encryption', 'http://api.test/'],
    ['an address that hides another server', 'https://api.test@evil.test/'],
    ['nothing that is an address', '/api/v2'],
  ])('does not go to %s', async (_, url) => {
    const seen = network(async () => new Response('{}'));
    for (const how of [send, sendOnce]) {
      expect(await how({ ...request, url }, bearer)).toEqual({ noAnswer: 'other-address' });
    }
    expect(seen).toEqual([]);
  });

  test('does not come back in an answer that names it, in its body or its headers', async () => {
    const headers = { 'x-echo': 'Bearer a-secret-token', via: 'proxy' };
    network(async () => new Response('No a-secret-token', { headers }));
    const reply = await send(request, { ...bearer, accessToken: 'a-secret-token' });
    expect(JSON.stringify(reply)).not.toContain('a-secret-token');
    expect(reply).toMatchObject({ answer: { headers: { via: 'proxy' } } });
  });
});

describe('every request', () => {
  test.each([
    ['as a stream', sendOnce],
    ['as an ordinary body', send],
  ])(
    '%s carries no cookies, follows no redirect, is not cached and ends before the worker does',
    async (_, how) => {
      const limit = vi.spyOn(AbortSignal, 'timeout');
      const seen = network(async () => new Response('{}'));
      await how(request, bearer);
      expect(seen).toHaveLength(1);
      expect(seen[0]).toMatchObject({
        method: 'POST',
        headers: { A: 'b', Authorization: 'Bearer token' },
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
      });
      expect(limit.mock.calls.flat().every((milliseconds) => milliseconds < 30_000)).toBe(true);
      expect(limit).toHaveBeenCalledTimes(1);
    },
  );

  test('as a stream sends exactly the body', async () => {
    const seen = network(async () => new Response('{}'));
    await sendOnce(request, bearer);
    expect(await new Response(seen[0]?.body).text()).toBe('once');
  });
});
