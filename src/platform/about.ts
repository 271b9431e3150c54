/** What this program is called, and its version. */
export function program(): { name: string; version: string } {
  const { name, version } = chrome.runtime.getManifest();
  return { name, version };
}

/** The id under which policies name this extension, and which its redirect URLs begin with. */
export const extensionId = (): string => chrome.runtime.id;

/** Where the browser got this extension from; undefined for one that was loaded by hand. */
export const updateUrl = (): string | undefined => chrome.runtime.getManifest().update_url;
