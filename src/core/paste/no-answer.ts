import type { Piece, WithoutAnswer } from '../request/piece.ts';

/** A line of an error as programs print it, so that code that handles errors does not count. */
const errorLine =
  /^[ \t]*(?:\[?\w{1,20}\]?:? )?(?:curl: \(\d+\)|wget:|http: error:|Caused by:|Access to (?:fetch|XMLHttpRequest) at |Cross-Origin Request Blocked|(?:GET|POST) https?:\S+ net::|\S{0,80}(?:Error|Exception)\b[^\n(]{0,60}:|(?:Post|Get) "https?:|Failed to load resource: net::|Invoke-\w+ ?:|Unable to connect|net::ERR_)[^\n]*/gm;

/**
 * What platforms say that do not let their programs call an address, and where one allows it. No code says these words,
 * so they count on any line.
 */
const notAllowed: readonly (readonly [words: RegExp, setting: string])[] = [
  [/Unauthorized endpoint, please check/i, 'Remote Site Settings'],
  [
    /violates the following Content Security Policy|Content-Security-Policy: The page.s settings blocked/i,
    'Content-Security-Policy, connect-src',
  ],
  [/Requires net access to/, 'deno run --allow-net'],
  [/ORA-24247:/, 'DBMS_NETWORK_ACL_ADMIN'],
  [/permission to call UrlFetchApp/, 'script.external_request'],
  [/violates? (?:\w+ ){0,3}(?:DLP|data loss prevention) polic/i, 'DLP policy'],
  [/CLEARTEXT communication to/i, 'networkSecurityConfig'],
];

/** The reasons that such lines give, the more telling ones first. */
const causes: readonly (readonly [pattern: RegExp, why: WithoutAnswer['why']])[] = [
  [/CORS policy|Cross-Origin Request Blocked|Access-Control-Allow-Origin/i, 'blocked-by-browser'],
  [
    /certificate|\bPKIX\b|\bx509:|SSLHandshake|CERT_|trust relationship for the SSL/i,
    'certificate-refused',
  ],
  [
    /resolve|ENOTFOUND|EAI_AGAIN|name or service not known|nodename nor servname|no such host|UnknownHost|NAME_NOT_RESOLVED/i,
    'host-not-found',
  ],
  [/timed? ?-?out|ETIMEDOUT|deadline exceeded|curl: \(28\)/i, 'timeout'],
  [
    /refused|ECONN|reset by peer|aborted|hang up|ERR_CONNECTION|ERR_INTERNET|ERR_FAILED|ERR_NETWORK|failed to connect|unable to connect|RemoteDisconnected|EPIPE|curl: \((?:7|35|52|56)\)/i,
    'connection-failed',
  ],
];

const host =
  /(?:host='|resolve host:? |ENOTFOUND |EAI_AGAIN |lookup |UnknownHostException: |resolved: '|known\.? \(|to |at '|Post "|Get "|POST |GET )(?:https?:\/\/)?([\w-]+(?:\.[\w-]+){1,6})\b/;

const longestLook = 100_000;

/**
 * Reads why no answer came, as the error of a program or a browser says it: the host was not found, its certificate was
 * refused, the browser blocked the request, the connection failed, the time ran out. Undefined where no line says so.
 */
export function noAnswerIn(text: string): Piece | undefined {
  const look = text.slice(0, longestLook);
  for (const [words, setting] of notAllowed) {
    const at = look.search(words);
    if (at >= 0) return pieceOf('call-not-allowed', at, undefined, setting);
  }
  const lines = [...look.matchAll(errorLine)];
  for (const [pattern, why] of causes) {
    for (const { 0: line, index: at } of lines) {
      if (!pattern.test(line)) continue;
      const [, named] = host.exec(line) ?? [];
      return pieceOf(why, at, named);
    }
  }
  return undefined;
}

function pieceOf(why: WithoutAnswer['why'], at: number, named?: string, setting?: string): Piece {
  const without = { why, host: named, setting };
  return { kind: 'answer', at, answer: { status: undefined, headers: {}, body: '', without } };
}
