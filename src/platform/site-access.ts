import { connectionsSharing } from '../core/settings/site-access.ts';
import { readableSites, settings } from './keys/settings.ts';

/**
 * Asks the person to let a site be read without a click. To be called within a click. False where
 * they said no, or where the browser gives no access to such a site.
 */
export async function allowSite(origin: string): Promise<boolean> {
  try {
    if (!(await chrome.permissions.request({ origins: [origin] }))) return false;
  } catch {
    return false;
  }
  await readableSites.change((sites) => (sites.includes(origin) ? sites : [...sites, origin]));
  return true;
}

/** Takes it back. The browser's permission goes, too, unless a connection needs it. */
export async function forbidSite(origin: string): Promise<void> {
  await readableSites.change((sites) => sites.filter((site) => site !== origin));
  if (connectionsSharing(origin, (await settings.get()).connections)) return;
  try {
    await chrome.permissions.remove({ origins: [origin] });
  } catch {
    // The extension holds it by its manifest, as it does Genesys Cloud's own hosts.
  }
}

/** The sites that may be read without a click, by the person's word and the browser's. */
export async function allowedSites(): Promise<string[]> {
  const sites = await readableSites.get();
  const held = await Promise.all(
    sites.map((origin) => chrome.permissions.contains({ origins: [origin] })),
  );
  return sites.filter((_, place) => held[place]);
}

/** Calls back when the list changed, here or in the browser's own settings. */
export function onSitesChanged(callback: () => void, signal: AbortSignal): void {
  readableSites.onChange(callback, signal);
  for (const event of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) {
    event.addListener(callback);
    signal.addEventListener('abort', () => event.removeListener(callback));
  }
}
