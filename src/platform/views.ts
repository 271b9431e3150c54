/** Whether a popup, side panel or page of ours is open. */
export async function isAnyViewOpen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: ['POPUP', 'SIDE_PANEL', 'TAB'],
  });
  return contexts.length > 0;
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
