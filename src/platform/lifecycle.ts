/** Calls back when the extension was installed or updated, and when the browser starts. */
export function onBegin(callback: () => void): void {
  chrome.runtime.onInstalled.addListener(callback);
  chrome.runtime.onStartup.addListener(callback);
}

/** Calls back when a tab is closed. */
export function onTabClosed(callback: (tabId: number) => void): void {
  chrome.tabs.onRemoved.addListener(callback);
}
