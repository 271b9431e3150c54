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

/**
 * Calls back when there is no tab of an id any more, until the signal aborts: it was closed, or the browser put it
 * to sleep; then it `becomes` a tab of another id.
 * https://developer.chrome.com/docs/extensions/reference/api/tabs#event-onReplaced
 */
export function onTabGone(
  callback: (tabId: number, becomes: number | undefined) => void,
  signal: AbortSignal,
): void {
  const onRemoved = (tabId: number): void => callback(tabId, undefined);
  const onReplaced = (becomes: number, tabId: number): void => callback(tabId, becomes);
  chrome.tabs.onRemoved.addListener(onRemoved);
  chrome.tabs.onReplaced.addListener(onReplaced);
  signal.addEventListener('abort', () => {
    chrome.tabs.onRemoved.removeListener(onRemoved);
    chrome.tabs.onReplaced.removeListener(onReplaced);
  });
}
