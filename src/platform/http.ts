import type { Bearer, HttpAnswer, HttpRequest, Reply } from '../core/base/http.ts';
import { maskedToken } from '../core/base/redact.ts';

/**
 * Below the 30 seconds after which Chrome ends a worker whose fetch has not answered.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
const timeLimit = 25_000;

const largestBody = 8_000_000;

/**
 * Sends one request with the token and reads its answer, at most 8 million characters of it. A request
 * to another origin than the token's is not sent: `other-address`.
 *
 * No cookies go along (with a host permission they would), nothing is cached, and a redirect is an
 * error, because the token must not follow it to another origin. Where the connection breaks, the
 * browser may send the request again by itself: `sendOnce` is for what must not be sent twice.
 */
export async function send(request: HttpRequest, bearer: Bearer): Promise<Reply> {
  return exchange(request, bearer, { body: request.body ?? null });
}

/**
 * Sends one request with its body as a stream, which the browser cannot send a second time by
 * itself. It takes HTTP/2 or newer; over HTTP/1.1 nothing is sent at all. There is no
 * `Content-Length`, which some servers refuse.
 *
 * The browser asks for the body only when it has a connection to send it over. Where it fails and
 * never asked, nothing can have arrived: `not-reached`. docs/decisions/012-once-on-the-wire.md
 */
export async function sendOnce(request: HttpRequest, bearer: Bearer): Promise<Reply> {
  let wasAskedFor = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        wasAskedFor = true;
        // The bytes and the end at once: where the end comes later and the connection breaks, the
        // browser's network process crashes.
        controller.enqueue(new TextEncoder().encode(request.body));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const reply = await exchange(request, bearer, { body, duplex: 'half' });
  if ('answer' in reply || wasAskedFor) return reply;
  const wasTried = reply.noAnswer === 'timeout' || reply.noAnswer === 'connection-failed';
  return wasTried ? { noAnswer: 'not-reached' } : reply;
}

async function exchange(
  { url, method, headers }: HttpRequest,
  { accessToken, origin }: Bearer,
  body: Pick<RequestInit, 'body'> & { duplex?: 'half' },
): Promise<Reply> {
  // The one place that adds a token, and the last that can keep it from going anywhere else.
  if (originOf(url) !== origin) return { noAnswer: 'other-address' };
  if (!navigator.onLine) return { noAnswer: 'offline' };
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, Authorization: `Bearer ${accessToken}` },
      ...body,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeLimit),
    });
    return { answer: withoutToken(await read(response), accessToken) };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { noAnswer: timedOut ? 'timeout' : 'connection-failed' };
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

/** An answer that names the token back must not carry it into records, logs or exports. */
function withoutToken(answer: HttpAnswer, accessToken: string): HttpAnswer {
  const mask = (text: string) => text.replaceAll(accessToken, maskedToken);
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, mask(value)]);
  return { ...answer, headers: Object.fromEntries(headers), body: mask(answer.body) };
}

async function read(response: Response): Promise<HttpAnswer> {
  const { body, cut } = await readText(response);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers.entries()),
    body,
    cut,
  };
}

async function readText(response: Response): Promise<{ body: string; cut: boolean }> {
  if (response.body === null) return { body: '', cut: false };
  const decoder = new TextDecoder();
  let body = '';
  for await (const chunk of chunksOf(response.body)) {
    body += decoder.decode(chunk, { stream: true });
    if (body.length > largestBody) return { body: body.slice(0, largestBody), cut: true };
  }
  return { body: body + decoder.decode(), cut: false };
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
