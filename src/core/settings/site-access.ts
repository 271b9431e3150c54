import type { Connection } from './settings.ts';
import { matchesAddress } from './site-match.ts';

/**
 * The sites that match patterns mean, as the browser asks for them: one host each. Patterns for any
 * host are left out: what may be read without a click is allowed site by site.
 */
export function sitesOf(match: readonly string[]): string[] {
  const sites = match.flatMap((pattern) => {
    const groups = /^(?<scheme>\*|https?):\/\/(?<host>[^/*:]+)(?::[^/]*)?\//.exec(pattern)?.groups;
    if (!groups) return [];
    const scheme = groups.scheme === '*' ? 'https' : groups.scheme;
    return `${scheme}://${groups.host}/*`;
  });
  return [...new Set(sites)];
}

/** Whether a page belongs to one of the sites. */
export function isAmong(sites: readonly string[], address: string): boolean {
  return sites.some((site) => matchesAddress(site, address));
}

/** Whether a connection talks to a site, and so needs the browser's permission for it, too. */
export function connectionsSharing(site: string, connections: readonly Connection[]): boolean {
  return connections.some(({ environment }) =>
    Object.values(environment).some(
      (url) => typeof url === 'string' && URL.canParse(url) && matchesAddress(site, url),
    ),
  );
}
