import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2Session } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificate.ts';

export type Handler = (message: IncomingMessage, response: ServerResponse) => void;

export interface WebServer {
  url: string;
  handle(handler: Handler): void;
  close(): Promise<void>;
}

/**
 * Opens the door on a port (0: any free one) of 127.0.0.1: plain HTTP/1.1, or, with a certificate,
 * HTTP/2 over TLS for those who speak it, as Genesys Cloud's servers do. Connections are kept alive.
 */
export async function openServer(port: number, certificate?: Certificate): Promise<WebServer> {
  const server =
    certificate === undefined
      ? createServer()
      : createSecureServer({ key: certificate.key, cert: certificate.cert, allowHTTP1: true });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const scheme = certificate === undefined ? 'http' : 'https';
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    handle: (handler) => void server.on('request', handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Breaks the connection that a request came over, as a network does. */
export function breakConnection(message: IncomingMessage): void {
  const session = sessionOf(message);
  if (session) session.destroy();
  else message.socket.destroy();
}

/** Node gives requests over HTTP/2 the shape of plain ones, and a stream besides. */
function sessionOf(message: IncomingMessage): Http2Session | undefined {
  return (message as IncomingMessage & { stream?: { session?: Http2Session } }).stream?.session;
}
