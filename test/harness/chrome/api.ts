import { readFileSync } from 'node:fs';
import { extensionOrigin, type FakeBrowser, type FakePage } from './browser.ts';
import { fakeEvent } from './event.ts';
import type { FakeArea } from './storage.ts';

const words: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** Called before every call of the browser; rejects or never answers where a test wants it so. */
export type Gate = (call: string, args: readonly unknown[]) => Promise<void>;

/** The events by which the browser wakes a worker. */
export function fakeEvents() {
  return {
    onMessage: fakeEvent<[unknown, object, (answer: unknown) => void]>(),
    onConnect: fakeEvent<[object]>(),
    onInstalled: fakeEvent<[{ reason: string }]>(),
    onStartup: fakeEvent<[]>(),
    onAlarm: fakeEvent<[{ name: string }]>(),
    onMenuClick: fakeEvent<[object, object | undefined]>(),
    onNotificationClick: fakeEvent<[string]>(),
    onCommand: fakeEvent<[string, object | undefined]>(),
    onInputChanged: fakeEvent<[string, (lines: unknown[]) => void]>(),
    onInputEntered: fakeEvent<[string]>(),
    onTabRemoved: fakeEvent<[number]>(),
    onTabReplaced: fakeEvent<[number, number]>(),
    onTabUpdated: fakeEvent<[number, object, object]>(),
    onTabActivated: fakeEvent<[{ tabId: number; windowId: number }]>(),
    onPermissionsAdded: fakeEvent<[object]>(),
    onPermissionsRemoved: fakeEvent<[object]>(),
  };
}

export type FakeEvents = ReturnType<typeof fakeEvents>;

/**
 * `chrome` as one life of the worker sees it. Every call goes through the gate. What is not there
 * yet throws, as a method that does not exist: this stands in for what the worker uses, not for the browser.
 */
export function chromeFor(browser: FakeBrowser, events: FakeEvents, gate: Gate): object {
  const gated =
    <Args extends unknown[], Answer>(name: string, answer: (...args: Args) => Answer) =>
    async (...args: Args): Promise<Awaited<Answer>> => {
      await gate(name, args);
      return await answer(...args);
    };
  const tabById = (id: number) => {
    const tab = browser.tabs.find((each) => each.id === id);
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    return tab;
  };
  const badgeOf = (tabId: number | undefined) => {
    if (tabId === undefined) return browser.badge;
    const known = browser.badge.byTab.get(tabId) ?? {};
    browser.badge.byTab.set(tabId, known);
    return known;
  };
  return {
    storage: {
      local: gatedArea('local', browser.local, gated),
      session: gatedArea('session', browser.session, gated),
      managed: gatedArea('managed', browser.managed, gated),
    },
    runtime: {
      id: new URL(extensionOrigin).host,
      lastError: undefined,
      getURL: (path: string) => `${extensionOrigin}${path}`,
      getManifest: () => ({ name: 'Kickoff for Genesys Cloud', version: '0.1.0' }),
      getContexts: gated('runtime.getContexts', () => browser.views),
      onMessage: events.onMessage,
      onConnect: events.onConnect,
      onInstalled: events.onInstalled,
      onStartup: events.onStartup,
    },
    alarms: {
      onAlarm: events.onAlarm,
      get: gated('alarms.get', (name: string) => (browser.alarms.has(name) ? { name } : undefined)),
      create: gated(
        'alarms.create',
        (name: string, { delayInMinutes, periodInMinutes }: chrome.alarms.AlarmCreateInfo) => {
          const minutes = delayInMinutes ?? periodInMinutes ?? 0;
          browser.alarms.set(name, {
            at: Date.now() + Math.max(0.5, minutes) * 60_000,
            period: periodInMinutes && periodInMinutes * 60_000,
          });
        },
      ),
    },
    tabs: {
      onRemoved: events.onTabRemoved,
      onReplaced: events.onTabReplaced,
      onUpdated: events.onTabUpdated,
      onActivated: events.onTabActivated,
      get: gated('tabs.get', tabById),
      update: gated('tabs.update', (tabId: number, { active }: { active?: boolean }) => {
        const tab = tabById(tabId);
        for (const each of browser.tabs) {
          if (active && each.windowId === tab.windowId) each.active = each.id === tabId;
        }
        return tab;
      }),
      query: gated('tabs.query', ({ active, windowId }: chrome.tabs.QueryInfo) =>
        browser.tabs.filter(
          (tab) =>
            (active === undefined || tab.active === active) &&
            (windowId === undefined || tab.windowId === windowId),
        ),
      ),
    },
    windows: {
      getLastFocused: gated('windows.getLastFocused', () => ({
        id: browser.focusedWindow,
        focused: browser.focusedWindow !== undefined,
      })),
      update: gated('windows.update', (windowId: number, { focused }: { focused?: boolean }) => {
        if (focused) browser.focusedWindow = windowId;
      }),
      create: gated('windows.create', ({ url }: { url: string }) => {
        browser.opened.push({ what: 'window', url });
      }),
    },
    scripting: {
      executeScript: gated('scripting.executeScript', (injection: Parameters<FakePage>[0]) => {
        const page = browser.pages.get(injection.target.tabId);
        if (page === undefined) throw new Error('Cannot access contents of the page.');
        return page(injection);
      }),
    },
    action: {
      setIcon: gated('action.setIcon', () => {}),
      setBadgeBackgroundColor: gated('action.setBadgeBackgroundColor', () => {}),
      setBadgeTextColor: gated('action.setBadgeTextColor', () => {}),
      setBadgeText: gated(
        'action.setBadgeText',
        ({ tabId, text }: { tabId?: number; text?: string }) => {
          Object.assign(badgeOf(tabId), { text });
        },
      ),
      setTitle: gated('action.setTitle', ({ tabId, title }: { tabId?: number; title: string }) => {
        Object.assign(badgeOf(tabId), { title });
      }),
      getTitle: gated('action.getTitle', () => browser.badge.title),
      openPopup: gated('action.openPopup', ({ windowId }: { windowId?: number } = {}) => {
        if (!browser.opensPopup) throw new Error('Could not find an active browser window.');
        browser.opened.push({ what: 'popup', ...(windowId !== undefined && { windowId }) });
      }),
    },
    contextMenus: {
      onClicked: events.onMenuClick,
      removeAll: gated('contextMenus.removeAll', () => {
        browser.menu = [];
      }),
      create: (item: FakeBrowser['menu'][number], created: () => void) => {
        browser.menu.push(item);
        created();
      },
    },
    notifications: {
      onClicked: events.onNotificationClick,
      create: gated(
        'notifications.create',
        (id: string, { title, message }: { title: string; message: string }) => {
          browser.notifications.set(id, { title, message });
        },
      ),
      clear: gated('notifications.clear', (id: string) => browser.notifications.delete(id)),
    },
    identity: {
      getRedirectURL: (path: string) =>
        `https://${new URL(extensionOrigin).host}.chromiumapp.org/${path}`,
      launchWebAuthFlow: gated(
        'identity.launchWebAuthFlow',
        (details: { url: string; interactive: boolean }) => browser.visit(details),
      ),
    },
    omnibox: {
      onInputChanged: events.onInputChanged,
      onInputEntered: events.onInputEntered,
      setDefaultSuggestion: () => {},
    },
    commands: { onCommand: events.onCommand, getAll: gated('commands.getAll', () => []) },
    sidePanel: {
      open: gated('sidePanel.open', () => {
        browser.opened.push({ what: 'panel' });
      }),
    },
    permissions: {
      onAdded: events.onPermissionsAdded,
      onRemoved: events.onPermissionsRemoved,
      contains: gated('permissions.contains', ({ origins = [] }: { origins?: string[] }) =>
        origins.every((origin) => browser.origins.has(origin)),
      ),
    },
    i18n: {
      getMessage: (key: string) => words[key]?.message ?? '',
      getUILanguage: () => 'en-US',
    },
  };
}

/** `clients` as one life of the worker sees it: our own pages. */
export function clientsFor({ views }: FakeBrowser, gate: Gate): object {
  return {
    matchAll: async () => {
      await gate('clients.matchAll', []);
      return views.map(({ documentUrl, focused = false }) => ({ url: documentUrl, focused }));
    },
  };
}

type Gated = <Args extends unknown[], Answer>(
  name: string,
  answer: (...args: Args) => Answer,
) => (...args: Args) => Promise<Awaited<Answer>>;

/** The area behind the gate; its `onChanged` is the area's own. */
function gatedArea(name: string, area: FakeArea, gated: Gated): object {
  return {
    QUOTA_BYTES: area.QUOTA_BYTES,
    onChanged: area.onChanged,
    get: gated(`storage.${name}.get`, area.get),
    getKeys: gated(`storage.${name}.getKeys`, area.getKeys),
    getBytesInUse: gated(`storage.${name}.getBytesInUse`, area.getBytesInUse),
    set: gated(`storage.${name}.set`, area.set),
    remove: gated(`storage.${name}.remove`, area.remove),
    setAccessLevel: gated(`storage.${name}.setAccessLevel`, area.setAccessLevel),
  };
}
