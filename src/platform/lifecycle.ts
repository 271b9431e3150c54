/** Calls back when the extension was installed or updated, and when the browser starts. */
export function onBegin(callback: () => void): void {
  chrome.runtime.onInstalled.addListener(callback);
  chrome.runtime.onStartup.addListener(callback);
}

/** Calls back when the extension was installed: not for an update of it or of the browser. */
export function onInstall(callback: () => void): void {
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') callback();
  });
}

/**
 * Whether a policy installed the extension.
 * https://developer.chrome.com/docs/extensions/reference/api/management#method-getSelf
 */
export async function isInstalledByPolicy(): Promise<boolean> {
  return (await chrome.management.getSelf()).installType === 'admin';
}

/** Calls back when a tab is closed. */
export function onTabClosed(callback: (tabId: number) => void): void {
  chrome.tabs.onRemoved.addListener(callback);
}

/** What this program is called, and its version. */
export function program(): { name: string; version: string } {
  const { name, version } = chrome.runtime.getManifest();
  return { name, version };
}
