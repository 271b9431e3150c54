import { fakeLocks } from './locks.ts';
import { type FakeArea, fakeArea } from './storage.ts';

export const extensionOrigin = 'chrome-extension://ibokniimfaeodggegonkfiocndajidog/';

export interface FakeTab {
  id: number;
  windowId: number;
  url?: string;
  active: boolean;
  title?: string;
}

/** What a script that is put into a page comes to: the answers of its frames, or a refusal. */
export type FakePage = (injection: {
  target: { tabId: number; allFrames?: boolean; frameIds?: number[]; documentIds?: string[] };
  func: (...args: never[]) => unknown;
  args: unknown[];
}) => Promise<{ frameId: number; documentId: string; result: unknown }[]>;

/** What outlives the worker: everything that the browser itself keeps and shows. */
export interface FakeBrowser {
  local: FakeArea;
  session: FakeArea;
  managed: FakeArea;
  locks: ReturnType<typeof fakeLocks>;
  alarms: Map<string, { at: number; period: number | undefined }>;
  tabs: FakeTab[];
  focusedWindow: number | undefined;
  /** Pages by their tab; a tab without one cannot be read. */
  pages: Map<number, FakePage>;
  /** Our own pages that are open, and which of them has the focus. */
  views: { contextType: string; documentUrl: string; focused?: boolean }[];
  notifications: Map<string, { title: string; message: string }>;
  badge: { text: string; title: string; byTab: Map<number, { text?: string; title?: string }> };
  menu: { id: string; title: string; contexts: readonly string[] }[];
  /** Popups that were asked for, and windows that took their place. */
  opened: { what: 'popup' | 'window' | 'panel' | 'tab'; windowId?: number; url?: string }[];
  /** Whether the browser lets us open the popup. */
  opensPopup: boolean;
  origins: Set<string>;
  /** What the login server leads back to; rejects as the browser does. */
  visit: (details: { url: string; interactive: boolean }) => Promise<string | undefined>;
}

/** A browser with one window, one tab and nothing kept. */
export function fakeBrowser(): FakeBrowser {
  return {
    local: fakeArea(),
    session: fakeArea(),
    managed: fakeArea(),
    locks: fakeLocks(),
    alarms: new Map(),
    tabs: [{ id: 1, windowId: 1, url: 'https://crm.example.com/contacts/1', active: true }],
    focusedWindow: 1,
    pages: new Map(),
    views: [],
    notifications: new Map(),
    badge: { text: '', title: '', byTab: new Map() },
    menu: [],
    opened: [],
    opensPopup: true,
    origins: new Set(),
    visit: async () => {
      throw new Error('User interaction required.');
    },
  };
}
