import type { Content, Creator, Entry, Har, Header, QueryString } from 'har-format';
import type { HttpAnswer } from '../base/http.ts';
import { maskHeader, maskSecrets } from '../base/redact.ts';
import type { CopiedRequest } from './curl.ts';

export type { Creator } from 'har-format';

/** One request and what came back, with the times of both in milliseconds since 1970. */
export interface Exchange {
  readonly request: CopiedRequest;
  readonly answer?: Readonly<HttpAnswer> | undefined;
  readonly sent: number;
  readonly answered?: number | undefined;
}

/**
 * An HTTP archive of one launch, as browsers' tools and support read it (HAR 1.2,
 * http://www.softwareishard.com/blog/har-12-spec/). Holds no token. A request without an answer has
 * status 0, as the format wants it.
 */
export function toHar(exchanges: readonly Exchange[], creator: Creator): Har {
  return { log: { version: '1.2', creator, entries: exchanges.map(entry) } };
}

function entry({ request, answer, sent, answered }: Exchange): Entry {
  const time = answered === undefined ? 0 : Math.max(0, answered - sent);
  const body = request.body === undefined ? undefined : maskSecrets(request.body);
  return {
    startedDateTime: new Date(sent).toISOString(),
    time,
    request: {
      method: request.method,
      url: maskSecrets(request.url),
      httpVersion: '',
      cookies: [],
      headers: headerList(request.headers),
      queryString: queryOf(maskSecrets(request.url)),
      ...(body === undefined
        ? {}
        : { postData: { mimeType: typeIn(request.headers), text: body } }),
      headersSize: -1,
      bodySize: body === undefined ? 0 : bytes(body),
    },
    response: {
      status: answer?.status ?? 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: headerList(answer?.headers ?? {}),
      content: content(answer),
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    // Only the whole is measured: the browser tells an extension nothing of its parts.
    timings: { send: 0, wait: time, receive: 0 },
  };
}

function content(answer: Exchange['answer']): Content {
  const text = maskSecrets(answer?.body ?? '');
  const cut = answer?.cut === true ? { comment: 'cut' } : {};
  return { size: bytes(text), mimeType: typeIn(answer?.headers ?? {}), text, ...cut };
}

function headerList(headers: Readonly<Record<string, string>>): Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value: maskHeader(name, value) }));
}

function queryOf(url: string): QueryString[] {
  const query = url.includes('?') ? url.slice(url.indexOf('?')).replace(/#.*$/, '') : '';
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

function typeIn(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers).find(([name]) => /^content-type$/i.test(name))?.[1] ?? '';
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
