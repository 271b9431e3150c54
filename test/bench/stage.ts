import { type BrowserContext, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { connectionKey, connectionSchema } from '../../src/core/settings/settings.ts';
import { settingsFor } from '../harness/browser.ts';
import { sessionOf } from '../harness/have-session.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';
import type { Extension } from './builds.ts';

/** A browser with extensions side by side, and a sandbox. */
export interface Stage {
  context: BrowserContext;
  sandbox: Sandbox;
  /** Opens a page in the foreground; the caller closes it. */
  open(url: string): Promise<Page>;
  /** Opens a page of the web and says the id of its tab. */
  visit(url: string): Promise<{ page: Page; tabId: number }>;
  /** Sets ours up for the sandbox, and signs a person in. */
  prepare(ours: Extension, prepared?: Prepared): Promise<void>;
  /** Writes to the storage of ours. */
  store(ours: Extension, area: 'local' | 'session', values: object): Promise<void>;
  close(): Promise<void>;
}

interface Prepared {
  user?: UserKey;
  /** In place of what the sandbox lists. */
  flows?: readonly object[];
}

/** Sets the stage; the caller closes it. Ours comes first: it is asked which tab is which. */
export async function openStage(
  extensions: readonly Extension[],
  args: readonly string[] = [],
): Promise<Stage> {
  const sandbox = await startSandbox({ now: preciseNow, requestsPerMinute: 1_000_000 });
  const paths = extensions.map(({ path }) => path).join(',');
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: false,
    viewport: null,
    // Workers run all the same, but without a listener on their network, which costs time and memory.
    serviceWorkers: 'block',
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${paths}`,
      `--load-extension=${paths}`,
      '--disable-background-networking',
      '--no-first-run',
      '--lang=en-US',
      ...args,
    ],
  });
  context.setDefaultTimeout(20_000);
  // Functions that are sent into pages were compiled with a helper that keeps their names.
  await context.addInitScript({ content: 'globalThis.__name ??= (it) => it;' });

  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  /** Pages of ours through which its storage and tabs are reached; they stay open. */
  const controls = new Map<string, Promise<Page>>();
  const control = ({ origin }: Extension): Promise<Page> => {
    const page = controls.get(origin) ?? open(`${origin}bench/static.html`);
    controls.set(origin, page);
    return page;
  };
  const store: Stage['store'] = async (ours, area, values) =>
    (await control(ours)).evaluate(([area, values]) => chrome.storage[area].set(values), [
      area,
      values,
    ] as const);
  return {
    context,
    sandbox,
    open,
    store,
    visit: async (url) => {
      const page = await open(url);
      const [first] = extensions;
      if (first === undefined) throw new Error('No extension is loaded');
      const tabId = await (await control(first)).evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((tab) => tab.url === url)?.id;
      }, page.url());
      if (tabId === undefined) throw new Error(`There is no tab with ${url}`);
      return { page, tabId };
    },
    prepare: async (ours, { user = 'author', flows } = {}) => {
      const settings = { ...settingsFor(sandbox), notifications: false };
      const key = keyOf(sandbox);
      await store(ours, 'local', {
        settings,
        disclosure: true,
        ...(flows && { [`flows ${key}`]: { flows, complete: true, readAt: Date.now() } }),
      });
      await store(ours, 'session', { [`session ${key}`]: await sessionOf(sandbox, user) });
    },
    close: async () => {
      await context.close();
      await sandbox.close();
    },
  };
}

/** What session and flows of the sandbox's connection are kept under. */
function keyOf({ url, clientId }: Sandbox): string {
  // Only builds for the sandbox allow its `http:`, so the address goes in after the parsing.
  const connection = connectionSchema.parse({
    name: 'Sandbox',
    environment: { region: 'mypurecloud.com' },
    clientId,
  });
  const environment = { region: 'custom', loginUrl: url, apiUrl: url, appsUrl: url } as const;
  return connectionKey({ ...connection, environment });
}

/**
 * Milliseconds since 1970 with fractions. Browser and Node count from the same clock, but each from
 * a moment that it knows only roughly; both wait for the clock to move on, and count from there.
 */
const preciseNow: () => number = makeClock();

/** Makes such a clock; goes into pages as it stands. */
export function makeClock(): () => number {
  const before = Date.now();
  let at = before;
  while (at === before) at = Date.now();
  const offset = at - performance.now();
  return () => performance.now() + offset;
}
