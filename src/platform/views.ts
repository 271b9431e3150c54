import { after } from './wait.ts';

const popupPage = 'src/popup/index.html';

/** Our own pages, as the worker sees them: TypeScript's types for pages do not know this. */
declare const clients: {
  matchAll(which: {
    type: 'window';
    includeUncontrolled: true;
  }): Promise<{ url: string; focused: boolean }[]>;
};

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

/** Whether the popup is open: as itself, or as a page of its own. */
export async function isPopupOpen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
  return contexts.some(({ documentUrl }) => documentUrl?.includes(popupPage));
}

/**
 * Opens the popup, as far as Chrome lets us: it needs a focused window. Where there is none, the same
 * page opens in a small window of its own.
 */
export async function openPopup(tabId: number): Promise<void> {
  await untilFocused();
  await openPopupOrWindow(tabId, {});
}

/**
 * Brings the popup back in the worker, after another window has closed. The popup can still be open: Chrome closes it
 * when its own window gets the focus, and that takes a moment, in which the focus can come and go. So it is looked
 * whether the popup is there once the focus rests. A popup that has the focus has stayed: if it goes after that, the
 * person closed it. https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/ui/views/extensions/extension_popup.cc
 */
export async function bringPopupBack(): Promise<void> {
  // At most three seconds: a slow computer takes longer than one to give the focus back.
  for (let attempt = 0, atRest = 0; attempt < 60 && atRest < 4; attempt += 1) {
    if (await isPopupFocused()) return;
    const { focused } = await chrome.windows.getLastFocused();
    atRest = focused ? atRest + 1 : 0;
    await after(50);
  }
  if (!(await isPopupOpen())) await openPopupOrWindow(undefined, {});
}

/**
 * Opens the popup beside a tab, if that is still the one in front of the window that the person looks at:
 * the popup is about whichever tab is in front. False where they went elsewhere, and nothing was opened.
 */
export async function openPopupBeside(tabId: number): Promise<boolean> {
  await untilFocused();
  const { id: windowInFront } = await chrome.windows.getLastFocused();
  const tab = await chrome.tabs.get(tabId).catch(() => undefined);
  if (!tab?.active || tab.windowId !== windowInFront) return false;
  await openPopupOrWindow(tabId, { windowId: tab.windowId });
  return true;
}

/** Brings a tab and its window to the front. False where it is closed. */
export async function showTab(tabId: number): Promise<boolean> {
  try {
    const tab = await chrome.tabs.update(tabId, { active: true });
    if (tab !== undefined) await chrome.windows.update(tab.windowId, { focused: true });
    return tab !== undefined;
  } catch {
    return false;
  }
}

async function isPopupFocused(): Promise<boolean> {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.some(({ url, focused }) => focused && url.includes(popupPage));
}

async function openPopupOrWindow(
  tabId: number | undefined,
  where: { windowId?: number },
): Promise<void> {
  try {
    await chrome.action.openPopup(where);
  } catch {
    const query = tabId === undefined ? '' : `?tab=${tabId}`;
    await chrome.windows.create({
      url: chrome.runtime.getURL(`${popupPage}${query}`),
      type: 'popup',
      width: 420,
      height: 640,
    });
  }
}

/** Where a window has just closed, it takes a moment until another has the focus. */
async function untilFocused(): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { focused } = await chrome.windows.getLastFocused();
    if (focused) return;
    await after(100);
  }
}
