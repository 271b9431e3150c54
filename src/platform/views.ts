/** Whether a popup or side panel is open, also as a page of its own. The options show no launches. */
export async function isAnyViewOpen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: ['POPUP', 'SIDE_PANEL', 'TAB'],
  });
  return contexts.some(({ documentUrl }) => !documentUrl?.includes('/src/options/'));
}

/**
 * Opens the side panel beside a tab. Chrome does it only within a click, so nothing may be awaited
 * before. https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 */
export function openSidePanel(tabId: number): Promise<void> {
  return chrome.sidePanel.open({ tabId });
}

/**
 * Opens the popup, as far as Chrome lets us: it needs a focused window. Where it does not, the same
 * page opens in a small window of its own.
 */
export async function openPopup(tabId: number | undefined): Promise<void> {
  try {
    await chrome.action.openPopup();
  } catch {
    const query = tabId === undefined ? '' : `?tab=${tabId}`;
    await chrome.windows.create({
      url: chrome.runtime.getURL(`src/popup/index.html${query}`),
      type: 'popup',
      width: 420,
      height: 640,
    });
  }
}
