import type { Encoding } from './body.ts';

/** What a library does that the names and arguments of its calls do not show. */
export interface Library {
  /** As people call it; empty for an unknown library. */
  readonly name: string;
  /** How it writes an object as the body. */
  readonly encoding: Encoding;
  /** What its second argument is where the first is the address: the body, or options. */
  readonly second: 'body' | 'options';
  /** Whether one call holds the whole request and sends it. */
  readonly sendsAtOnce?: boolean;
  /** Whether it adds the token and the content type itself. */
  readonly addsHeaders?: boolean;
  /** Whether its calls have no closing bracket, so that a call may go on behind the text. */
  readonly isCommand?: boolean;
  /** Whether a call only begins a request that later calls write and end. */
  readonly isOnlyBegun?: boolean;
  /** The method that it uses for a request with a body where the code names none; without it, that is GET. */
  readonly method?: 'POST';
}

const libraries: readonly (readonly [pattern: RegExp, library: Library])[] = [
  // https://github.com/MyPureCloud/purecloud-for-salesforce-examples
  [
    /purecloud\.SDK\.Rest\./i,
    {
      name: 'Genesys Cloud for Salesforce',
      sendsAtOnce: true,
      addsHeaders: true,
      encoding: 'none',
      second: 'body',
    },
  ],
  [
    /^Invoke-(?:RestMethod|WebRequest)$/,
    {
      name: 'PowerShell',
      sendsAtOnce: true,
      isCommand: true,
      encoding: 'form',
      second: 'options',
    },
  ],
  [/axios/i, { name: 'axios', sendsAtOnce: true, encoding: 'objects', second: 'body' }],
  [/(?:^|\.)\$http\b/, { name: '$http', sendsAtOnce: true, encoding: 'objects', second: 'body' }],
  [/^(?:\$|jQuery)\./, { name: 'jQuery', sendsAtOnce: true, encoding: 'form', second: 'body' }],
  [/UrlFetchApp/, { name: 'UrlFetchApp', sendsAtOnce: true, encoding: 'form', second: 'options' }],
  [/(?:^|[.-])fetch$/i, { name: 'fetch', sendsAtOnce: true, encoding: 'none', second: 'options' }],
  [/^(?:got|ky)\b/, { name: 'got', sendsAtOnce: true, encoding: 'none', second: 'options' }],
  [/superagent/, { name: 'superagent', encoding: 'objects', second: 'body' }],
  [
    /request-promise|^rp\b/,
    { name: 'request-promise', sendsAtOnce: true, encoding: 'none', second: 'options' },
  ],
  [/^request(?:\.|$)/, { name: 'request', sendsAtOnce: true, encoding: 'none', second: 'options' }],
  [/XMLHttpRequest/, { name: 'XMLHttpRequest', encoding: 'none', second: 'body' }],
  [
    /(?:^|\.)https?\.request$/,
    { name: 'Node https', isOnlyBegun: true, encoding: 'none', second: 'options' },
  ],
  [
    /^(?:requests|httpx|aiohttp)\b|Session\(\)|AsyncClient|ClientSession/,
    { name: 'Python requests', sendsAtOnce: true, encoding: 'form', second: 'body' },
  ],
  [/urllib|urlopen/, { name: 'Python urllib', encoding: 'none', second: 'body', method: 'POST' }],
  [
    /Http::|^Http\.|wp_remote/,
    { name: 'PHP', sendsAtOnce: true, encoding: 'objects', second: 'options' },
  ],
  [
    /HttpClient(?:::|\.)create/,
    { name: 'Symfony HttpClient', sendsAtOnce: true, encoding: 'form', second: 'options' },
  ],
  [/^k6\/http\b/, { name: 'k6', sendsAtOnce: true, encoding: 'form', second: 'body' }],
  [
    /Client\(\)\.(?:request|post|put|get)$/,
    { name: 'HTTP client', encoding: 'none', second: 'options' },
  ],
  [
    /(?:this\.)?http(?:Client)?\.(?:post|put|get)$/,
    { name: 'HttpClient', encoding: 'objects', second: 'body' },
  ],
];

const unknown: Library = { name: '', encoding: 'objects', second: 'body' };

/** The library to which a call belongs, judged by its path. */
export function libraryOf(path: string): Library {
  return libraries.find(([pattern]) => pattern.test(path))?.[1] ?? unknown;
}
