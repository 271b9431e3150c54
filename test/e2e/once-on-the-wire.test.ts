import { createServer as createPlainServer, type IncomingMessage } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Browser, openBrowser } from '../harness/browser.ts';
import { makeCertificate } from '../sandbox/certificate.ts';
import { breakConnection } from '../sandbox/server.ts';

// What the decision record "Once on the wire" rests on, seen again with every run: how often a server
// gets a POST that it processes and then loses the connection before it answers.

const certificate = makeCertificate();
const posts: string[] = [];
const servers: Server[] = [];
const addresses: Record<string, string> = {};
let isBreaking = false;
let browser: Browser;
let page: Page;

function answer(message: IncomingMessage, response: import('node:http').ServerResponse): void {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('error', () => {});
  message.on('end', () => {
    if (message.method === 'POST') posts.push(Buffer.concat(chunks).toString());
    if (message.method === 'POST' && isBreaking) breakConnection(message);
    else response.writeHead(200).end('{}');
  });
}

async function listen(name: string, scheme: string, server: Server): Promise<void> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  addresses[name] = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

beforeAll(async () => {
  await listen('HTTP/2', 'https', createSecureServer({ ...certificate }, answer as never));
  await listen('HTTP/1.1 over TLS', 'https', createTlsServer({ ...certificate }, answer));
  await listen('plain HTTP/1.1', 'http', createPlainServer(answer));
  browser = await openBrowser({
    args: [`--ignore-certificate-errors-spki-list=${certificate.fingerprint}`],
  });
  page = await browser.options();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

interface Sent {
  failed: boolean;
  wasAskedFor: boolean;
}

/**
 * One `fetch`, on a connection that has answered before or on a new one. From a page: the browser's
 * network process may crash over a stream whose connection breaks, and takes the worker with it.
 */
async function post(url: string, as: 'stream' | 'text', isReused: boolean): Promise<Sent> {
  isBreaking = false;
  // Once more where that process has just come back.
  if (isReused) await vi.waitFor(() => page.evaluate(answered, url), { timeout: 5_000 });
  isBreaking = true;
  posts.length = 0;
  const sent = await page.evaluate(
    async ([to, how]) => {
      let wasAskedFor = false;
      const stream = new ReadableStream(
        {
          pull(controller) {
            wasAskedFor = true;
            controller.enqueue(new TextEncoder().encode('once'));
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      const init = { method: 'POST', credentials: 'omit' } as const;
      const body = how === 'stream' ? { body: stream, duplex: 'half' } : { body: 'once' };
      const failed = await fetch(to, { ...init, ...body }).then(
        () => false,
        () => true,
      );
      return { failed, wasAskedFor };
    },
    [url, as] as const,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  return sent;
}

async function answered(url: string): Promise<void> {
  await fetch(url, { credentials: 'omit' });
}

describe('a POST that is processed before the connection breaks', () => {
  test.each([
    ['HTTP/2', 'text', 'reused', 2],
    ['HTTP/2', 'stream', 'reused', 1],
    ['HTTP/2', 'stream', 'fresh', 1],
    ['HTTP/1.1 over TLS', 'text', 'reused', 2],
    ['plain HTTP/1.1', 'text', 'reused', 2],
  ] as const)(
    'over %s as a %s on a %s connection: arrived %i ×',
    async (server, as, connection, times) => {
      const sent = await post(addresses[server] ?? '', as, connection === 'reused');
      expect(posts).toHaveLength(times);
      expect(sent.failed).toBe(true);
    },
  );
});

describe('a stream whose body the browser never asked for', () => {
  test.each([
    ['a server of HTTP/1.1', () => addresses['HTTP/1.1 over TLS'] ?? ''],
    ['a port that nobody listens on', () => 'https://127.0.0.1:1/'],
    ['a host that does not exist', () => 'https://no-such-host.invalid/'],
  ])('is proof that nothing was sent: %s', async (_, address) => {
    const sent = await post(address(), 'stream', false);
    expect(sent).toEqual({ failed: true, wasAskedFor: false });
    expect(posts).toEqual([]);
  });

  test('while one whose body it asked for may have arrived', async () => {
    const sent = await post(addresses['HTTP/2'] ?? '', 'stream', true);
    expect(sent).toEqual({ failed: true, wasAskedFor: true });
  });
});
