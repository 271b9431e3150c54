/** The tab in front of the person: the active one of the window in front. */
export async function activeTabId(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** Opens our options page, or brings it to the front. */
export function openOptions(): Promise<void> {
  return chrome.runtime.openOptionsPage();
}
