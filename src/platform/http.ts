import type { HttpAnswer, HttpRequest, NoAnswer } from '../core/http.ts';

/**
 * Below the 30 seconds after which Chrome ends a worker whose fetch has not answered.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
const timeLimit = 25_000;

const largestBody = 8_000_000;

/**
 * Sends one request with the token and reads its answer, at most 8 million characters of it.
 *
 * No cookies go along (with a host permission they would), nothing is cached, and a redirect is an
 * error, because the token must not follow it to another origin.
 */
export async function send(
  request: HttpRequest,
  accessToken: string,
): Promise<{ answer: HttpAnswer } | { noAnswer: NoAnswer }> {
  if (!navigator.onLine) return { noAnswer: 'offline' };
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, Authorization: `Bearer ${accessToken}` },
      body: request.body ?? null,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeLimit),
    });
    return { answer: await read(response) };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { noAnswer: timedOut ? 'timeout' : 'connection-failed' };
  }
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
