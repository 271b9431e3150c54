/** The tab in front of the person: the active one of the window in front. */
export async function activeTabId(): Promise<number | undefined> {
  const [tabId] = await idsOf({ active: true, lastFocusedWindow: true });
  return tabId;
}

/** All tabs. */
export const openTabs = (): Promise<number[]> => idsOf({});

/** The tabs in front of all windows. */
export const tabsInFront = (): Promise<number[]> => idsOf({ active: true });

async function idsOf(which: chrome.tabs.QueryInfo): Promise<number[]> {
  const tabs = await chrome.tabs.query(which);
  return tabs.flatMap(({ id }) => id ?? []);
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
  let isKnown = false;
  const onActivated = (tab: chrome.tabs.OnActivatedInfo): void => {
    if (tab.windowId !== windowId) return;
    isKnown = true;
    callback(tab.tabId);
  };
  chrome.tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => chrome.tabs.onActivated.removeListener(onActivated));
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  // What came to the front meanwhile is newer than the answer.
  if (tab?.id !== undefined && !isKnown && !signal.aborted) callback(tab.id);
}

/** Calls back whenever a tab has loaded a page, until the signal aborts. */
export function onPageLoaded(tabId: number, callback: () => void, signal: AbortSignal): void {
  const onUpdated = (id: number, { status }: chrome.tabs.OnUpdatedInfo): void => {
    if (id === tabId && status === 'complete') callback();
  };
  chrome.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => chrome.tabs.onUpdated.removeListener(onUpdated));
}

/**
 * Calls back when a page in front has loaded or another tab comes to the front. To be called as the
 * worker starts; the answer ends it, and the browser then no longer wakes the worker for it.
 */
export function onPageInFront(callback: (tabId: number) => void): () => void {
  const onUpdated = (id: number, { status }: chrome.tabs.OnUpdatedInfo, tab: chrome.tabs.Tab) => {
    if (status === 'complete' && tab.active) callback(id);
  };
  const onActivated = ({ tabId }: chrome.tabs.OnActivatedInfo): void => callback(tabId);
  chrome.tabs.onUpdated.addListener(onUpdated);
  chrome.tabs.onActivated.addListener(onActivated);
  return () => {
    chrome.tabs.onUpdated.removeListener(onUpdated);
    chrome.tabs.onActivated.removeListener(onActivated);
  };
}

/** A tab's address, where a click or a permission lets us see it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  return (await tabNow(tabId)).address;
}

/** A tab and the address that its page has now, where the browser tells it. */
export interface Tab {
  id: number;
  address: string | undefined;
  /** There is no such tab any more: it was closed, or put to sleep, and has another id since. */
  isGone: boolean;
}

/** The tab as it is now. */
export async function tabNow(id: number): Promise<Tab> {
  try {
    return { id, address: (await chrome.tabs.get(id)).url, isGone: false };
  } catch {
    return { id, address: undefined, isGone: true };
  }
}

/** Where and when a person asked for something outside our own pages: the tab, and its page as it was then. */
export interface Asked {
  tabId: number;
  /** Undefined where the browser does not tell it. */
  address: string | undefined;
  /** The frame of that page in which they did; absent where it was the page itself, or none is told. */
  frame?: { id: number; address: string | undefined } | undefined;
  /** Milliseconds since 1970. */
  at: number;
}

/** What was asked for in a tab just now. */
export function askedIn(tabId: number, address: string | undefined, frame?: Asked['frame']): Asked {
  return { tabId, address, frame, at: Date.now() };
}

/** The web page that was in front last, of those that a click or a permission lets us see. */
export async function lastWebPage(): Promise<number | undefined> {
  const tabs = await chrome.tabs.query({});
  const pages = tabs.filter(({ url }) => url && /^https?:/.test(url));
  return pages.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
}

/** The tab that this page is in; undefined for a popup or a side panel. */
export async function ownTabId(): Promise<number | undefined> {
  return (await chrome.tabs.getCurrent())?.id;
}

/** Opens our options page at the rule for the page of a tab. */
export async function openSiteRule(tabId: number): Promise<void> {
  const url = chrome.runtime.getURL(`src/options/index.html?tab=${tabId}#sites`);
  await chrome.tabs.create({ url, openerTabId: tabId });
}

/** Opens our options page, or brings it to the front. */
export function openOptions(): Promise<void> {
  return chrome.runtime.openOptionsPage();
}
