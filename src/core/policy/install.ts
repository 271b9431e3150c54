import { hostsOf } from '../base/environment.ts';
import type { Connection, Settings } from '../settings/settings.ts';
import { patternParts } from '../settings/site-match.ts';
import type { PolicyBrowser } from './file.ts';

/** How the browsers of an organization install the extension. */
export interface Installation {
  extensionId: string;
  /** The `https:` address from which browsers get it and its newer versions. */
  updateUrl: string;
  /** The hosts that it needs, where the organization blocks hosts for extensions; else none. */
  allowedHosts: readonly string[];
}

/** https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux */
export const chromeStore = 'https://clients2.google.com/service/update2/crx';

/** https://learn.microsoft.com/deployedge/microsoft-edge-manage-extensions-ref-guide */
export const edgeStore = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx';

/**
 * The part of `ExtensionSettings` that installs the extension for everybody and shows its button.
 * https://support.google.com/chrome/a/answer/9867568
 * https://learn.microsoft.com/deployedge/microsoft-edge-browser-policies/extensionsettings
 */
export function installSettings(
  { extensionId, updateUrl, allowedHosts }: Installation,
  browser: PolicyBrowser,
): Record<string, Record<string, unknown>> {
  const isStore = [chromeStore, edgeStore].includes(updateUrl);
  return {
    [extensionId]: {
      installation_mode: 'force_installed',
      update_url: updateUrl,
      // Otherwise the address in the package counts, which may be another one.
      ...(!isStore && { override_update_url: true }),
      ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
      ...(allowedHosts.length > 0 && { runtime_allowed_hosts: allowedHosts }),
    },
  };
}

/**
 * The hosts of the connections, and those of the pages that site rules read, as `runtime_allowed_hosts` takes them:
 * without port and path.
 */
export function neededHosts(
  connections: readonly Connection[],
  sites: readonly Pick<Settings['sites'][number], 'match'>[],
): string[] {
  const hosts = connections.flatMap(({ environment }) => {
    const { login, api } = hostsOf(environment);
    return [login, api];
  });
  return [...new Set([...hosts, ...sites.flatMap(({ match }) => match.flatMap(hostOfPattern))])];
}

function hostOfPattern(pattern: string): string[] {
  if (pattern === '<all_urls>') return ['*://*'];
  const parts = patternParts(pattern);
  return parts && parts.scheme !== 'file' ? [`${parts.scheme}://${parts.host}`] : [];
}
