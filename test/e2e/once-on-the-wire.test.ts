import { createServer as createPlainServer, type IncomingMessage } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate } from '../sandbox/certificate.ts';
import { breakConnection } from '../sandbox/server.ts';
import { type Browser, openBrowser } from './browser.ts';

// What the decision record "Once on the wire" rests on, seen again with every run: how often a server
// gets a POST that it processes and then loses the connection before it answers.

const certificate = makeCertificate();
const posts: string[] = [];
const servers: Server[] = [];
const addresses: Record<string, string> = {};
let isBreaking = false;
let browser: Browser;

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
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

interface Sent {
  failed: boolean;
  wasAskedFor: boolean;
}

/** One `fetch` from the worker, on a connection that has answered before or on a new one. */
async function post(url: string, as: 'stream' | 'text', isReused: boolean): Promise<Sent> {
  isBreaking = false;
  const worker = await browser.worker();
  if (isReused) await worker.evaluate((to) => fetch(to, { credentials: 'omit' }), url);
  isBreaking = true;
  posts.length = 0;
  const sent = await worker.evaluate(
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

describe('a stream that nobody asked for', () => {
  test.each([
    ['a server of HTTP/1.1', () => addresses['HTTP/1.1 over TLS'] ?? ''],
    ['a port that nobody listens on', () => 'https://127.0.0.1:1/'],
    ['a host that does not exist', () => 'https://no-such-host.invalid/'],
  ])('is proof that nothing was sent: %s', async (_, address) => {
    const sent = await post(address(), 'stream', false);
    expect(sent).toEqual({ failed: true, wasAskedFor: false });
    expect(posts).toEqual([]);
  });

  test('while one that was asked for may have arrived', async () => {
    const sent = await post(addresses['HTTP/2'] ?? '', 'stream', true);
    expect(sent).toEqual({ failed: true, wasAskedFor: true });
  });
});
