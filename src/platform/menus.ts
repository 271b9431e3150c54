import { type Asked, askedIn } from './tabs.ts';

/** What the browser told about a click in the context menu. */
export interface Click {
  /** The frame that was clicked in. */
  frameId?: number | undefined;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
}

export interface MenuItem {
  id: string;
  title: string;
}

/** Sets the items of the context menu on pages, selections, links and inputs, in place of all before. */
export async function setMenu(items: readonly MenuItem[]): Promise<void> {
  await chrome.contextMenus.removeAll();
  for (const { id, title } of items) {
    // Chrome reads `&` as the mark of a shortcut and `%s` as the selection.
    const shown = title.replaceAll('&', '&&').replaceAll('%s', '%%s').slice(0, 200);
    chrome.contextMenus.create(
      { id, title: shown, contexts: ['page', 'selection', 'link', 'editable'] },
      () => {
        // Reading the error keeps Chrome from reporting it: two rebuilds at once are harmless.
        void chrome.runtime.lastError;
      },
    );
  }
}

/** Calls back when an item is clicked. To be called as the worker starts. */
export function onMenuClick(callback: (itemId: string, asked: Asked, click: Click) => void): void {
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const { menuItemId, selectionText, linkUrl, frameId, frameUrl, pageUrl } = info;
    const frame = frameId ? { id: frameId, address: frameUrl } : undefined;
    // What was selected is of the page on which the menu was opened: the tab may have gone on while it was open.
    const asked = askedIn(tab.id, pageUrl ?? tab.url, frame);
    callback(String(menuItemId), asked, { selectionText, linkUrl, frameId });
  });
}
