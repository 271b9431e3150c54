/** The tab in front of the person: the active one of the window in front. */
export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/**
 * Calls back with the tab in front of the window that this page is in, now and whenever another one
 * comes to the front.
 */
export async function followActiveTab(
  callback: (tabId: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id: windowId } = await chrome.windows.getCurrent();
  const onActivated = (tab: chrome.tabs.OnActivatedInfo): void => {
    if (tab.windowId === windowId) callback(tab.tabId);
  };
  chrome.tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => chrome.tabs.onActivated.removeListener(onActivated));
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined && !signal.aborted) callback(tab.id);
}

/** Calls back whenever a tab has loaded a page, until the signal aborts. */
export function onPageLoaded(tabId: number, callback: () => void, signal: AbortSignal): void {
  const onUpdated = (id: number, { status }: chrome.tabs.OnUpdatedInfo): void => {
    if (id === tabId && status === 'complete') callback();
  };
  chrome.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => chrome.tabs.onUpdated.removeListener(onUpdated));
}

/** Opens our options page, or brings it to the front. */
export function openOptions(): Promise<void> {
  return chrome.runtime.openOptionsPage();
}
