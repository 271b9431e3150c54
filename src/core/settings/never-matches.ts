import { patternParts } from './site-match.ts';

/** Why no page has an address that a pattern means; the words are under `never_<reason>`. */
export type NeverReason = 'port' | 'fragment' | 'host' | 'path' | 'store';

/** Why a valid pattern means no page that can be read; undefined where it may mean one. */
export function neverMatches(
  pattern: string,
): { reason: NeverReason; instead: string } | undefined {
  const parts = patternParts(pattern);
  if (parts === undefined || parts.scheme === 'file') return undefined;
  const { scheme, host, port, path } = parts;
  if (port !== undefined && (Number(port) > 65_535 || Number(port) === 0)) {
    return { reason: 'port', instead: `${scheme}://${host}/*` };
  }
  const before = port === undefined ? '' : `:${port}`;
  if (path.includes('#')) {
    const instead = `${scheme}://${host}${before}${path.replace(/#.*$/, '')}*`;
    return { reason: 'fragment', instead };
  }
  const name = host.replace(/^\*\./, '');
  const address = host === '*' ? 'https://host/' : `https://${name}/`;
  const written = URL.canParse(address) ? new URL(address).hostname : undefined;
  if (host !== '*' && written !== name) {
    const right = written === undefined ? '' : `${host.slice(0, -name.length)}${written}`;
    return { reason: 'host', instead: right && `${scheme}://${right}${before}${path}` };
  }
  // As addresses are written once the browser has read them: letters of no ASCII are encoded.
  const { pathname, search } = new URL(`https://host${path}`);
  if (pathname + search !== path) {
    return { reason: 'path', instead: `${scheme}://${host}${before}${pathname}${search}` };
  }
  return isStore(host, path) ? { reason: 'store', instead: '' } : undefined;
}

/** No extension reads there: `kExtensionWebstore` hosts of extensions/common in Chromium. */
function isStore(host: string, path: string): boolean {
  if (['chromewebstore.google.com', 'microsoftedge.microsoft.com'].includes(host)) return true;
  return host === 'chrome.google.com' && path.startsWith('/webstore');
}
