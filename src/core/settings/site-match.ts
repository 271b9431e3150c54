import { percentDecoded } from '../base/percent.ts';

/**
 * Chrome's match patterns, as people know them from manifests and policies.
 * https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
const patternShape =
  /^(?:(?<scheme>\*|https?|file):\/\/(?<host>\*|(?:\*\.)?[^/*:]+|)(?<port>:(?:\*|\d{1,5}))?(?<path>\/.*)|(?<all><all_urls>))$/;

/** A pattern in its parts, for comparing it with another. */
export interface PatternParts {
  /** `*` for both http and https. */
  scheme: string;
  host: string;
  /** Undefined for any. */
  port: string | undefined;
  path: string;
}

/** The parts of a pattern; undefined for what is none, and for `<all_urls>`, which has none. */
export function patternParts(pattern: string): PatternParts | undefined {
  const { scheme, host = '', port, path } = patternShape.exec(pattern)?.groups ?? {};
  if (scheme === undefined || path === undefined || !isMatchPattern(pattern)) return undefined;
  const number = port?.slice(1);
  return { scheme, host: host.toLowerCase(), port: number === '*' ? undefined : number, path };
}

/** Whether Chrome would take this as a match pattern. */
export function isMatchPattern(pattern: string): boolean {
  const { scheme, host } = patternShape.exec(pattern)?.groups ?? {};
  if (pattern === '<all_urls>') return true;
  return scheme !== undefined && (host !== '' || scheme === 'file');
}

/** Whether an address is one that the pattern means. The part after `#` does not count. */
export function matchesAddress(pattern: string, address: string): boolean {
  if (!URL.canParse(address) || !isMatchPattern(pattern)) return false;
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  const wanted = patternShape.exec(pattern)?.groups ?? {};
  if (wanted.all) return /^(https?|file)$/.test(scheme);
  return (
    (wanted.scheme === '*' ? /^https?$/.test(scheme) : wanted.scheme === scheme) &&
    matchesHost(wanted.host ?? '', url.hostname) &&
    matchesPort(wanted.port, url) &&
    matchesPath(wanted.path ?? '/', url.pathname + url.search)
  );
}

/** Whether what stands behind `#` in an address is as wanted: `/contacts/*`, with or without the `#`. */
export function matchesHash(wanted: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const hash = new URL(address).hash.slice(1);
  const bare = wanted.replace(/^#/, '');
  return matchesPath(bare, hash) || matchesPath(bare, percentDecoded(hash));
}

function matchesHost(wanted: string, host: string): boolean {
  const name = wanted.toLowerCase();
  if (name === '*') return true;
  if (!name.startsWith('*.')) return name === host;
  return host === name.slice(2) || host.endsWith(name.slice(1));
}

function matchesPort(wanted: string | undefined, url: URL): boolean {
  if (wanted === undefined || wanted === ':*') return true;
  return wanted.slice(1) === (url.port || (url.protocol === 'https:' ? '443' : '80'));
}

/** Piece by piece rather than by a regular expression: a pattern of many stars must stay cheap. */
function matchesPath(wanted: string, path: string): boolean {
  const [first = '', ...pieces] = wanted.split('*');
  const last = pieces.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
