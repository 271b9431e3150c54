import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { sandboxBuild } from './build.ts';
import { openContexts } from './open-contexts.ts';

/** A real browser with the built extension in it. */
export interface Browser {
  context: BrowserContext;
  worker(): Promise<Worker>;
  extensionId: string;
  /** Everything that our pages and worker complained about; tests want it empty. */
  complaints: string[];
  /** Opens a page of the web, as a tab. */
  visit(url: string): Promise<{ page: Page; tabId: number }>;
  /** Opens the popup's page as a tab of its own, on the given tab. */
  popup(tabId: number): Promise<Page>;
  /** Opens the side panel's page as a tab: it shows the tab of its window that comes to the front. */
  panel(): Promise<Page>;
  /** `at`: a tab or a section or both, such as `?tab=1#sites`. */
  options(at?: string): Promise<Page>;
  /** Writes the settings document, as the options page does. */
  configure(settings: object): Promise<void>;
  /** Closes every page, those of the extension too, but the one that the browser began with. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  extension?: string;
  /** The ID of an extension that a policy installs: none is loaded then. */
  installed?: string;
  /** With a window, on whatever display there is, or on the one named. */
  headed?: boolean;
  display?: string;
  profile?: string;
  args?: readonly string[];
}

/** What Playwright starts a browser with, and what would keep a policy from installing anything. */
const keepsPoliciesAway = ['--disable-extensions', '--disable-background-networking'];

/** Starts a browser with the extension; the caller closes it. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const extension = (options.extension ?? sandboxBuild).replace(/\/$/, '');
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(options.profile ?? '', {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: false,
    viewport: null,
    ...(options.installed && { ignoreDefaultArgs: keepsPoliciesAway }),
    ...(options.display && { env: { ...process.env, DISPLAY: options.display } }),
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.installed === undefined
        ? [
            `--disable-extensions-except=${extension}`,
            `--load-extension=${extension}`,
            '--disable-background-networking',
          ]
        : []),
      '--no-first-run',
      '--lang=en-US',
      ...(options.args ?? []),
    ],
  });
  openContexts.add(context);
  context.once('close', () => openContexts.delete(context));
  const complaints: string[] = [];
  const first = await firstWorker(context, options.installed ?? extensionId).catch(
    async (error: unknown) => {
      // Left open, it would keep the whole run from ending.
      await context.close();
      throw error;
    },
  );
  // Builds with another key, or with none, have another id.
  const id = new URL(first.url()).host;
  const origin = `chrome-extension://${id}/`;
  const listen = (worker: Worker): void => {
    worker.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`worker: ${message.text()}`);
    });
  };
  listen(first);
  context.on('serviceworker', listen);
  context.on('console', (message) => {
    const ours = message.page()?.url().startsWith(origin);
    if (ours && message.type() === 'error') complaints.push(`page: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    if (error.page()?.url().startsWith(origin)) complaints.push(`page: ${error.error().message}`);
  });

  const worker = async (): Promise<Worker> =>
    // After an update the worker of the old version may still be among them, before the new one.
    context.serviceWorkers().findLast((each) => each.url().startsWith(origin)) ??
    context.waitForEvent('serviceworker');
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    return page;
  };
  const tabIds = async (): Promise<number[]> =>
    (await worker()).evaluate(async () =>
      // Not in windows of popups, which the worker may open at the same time.
      (await chrome.tabs.query({ windowType: 'normal' })).flatMap(({ id }) => id ?? []),
    );
  return {
    context,
    worker,
    extensionId: id,
    complaints,
    visit: async (url) => {
      const known = await tabIds();
      const page = await context.newPage();
      const [tabId] = (await tabIds()).filter((id) => !known.includes(id));
      if (tabId === undefined) throw new Error(`No tab was opened for ${url}`);
      await page.goto(url);
      return { page, tabId };
    },
    popup: (tabId) => open(`src/popup/index.html?tab=${tabId}`),
    panel: () => open('src/sidepanel/index.html'),
    options: (at = '') => open(`src/options/index.html${at}`),
    configure: async (settings) => {
      await (await worker()).evaluate(
        // As if the person had agreed to what is read; the first run has a test of its own.
        (value) => chrome.storage.local.set({ settings: value, disclosure: true }),
        settings,
      );
    },
    closePages: async () => {
      const closed = Promise.all(
        context
          .pages()
          .slice(1)
          .map((page) => page.close()),
      );
      const isClosed = closed.then(() => true);
      if (await Promise.race([isClosed, setTimeout(2_000, false, { ref: false })])) return;
      // A page that loads itself anew at that moment can miss it: about one time in twenty.
      await (await worker()).evaluate(closeTabsButFirst);
      await closed;
    },
    close: () => context.close(),
  };
}

/** Runs in the worker. The numbers of tabs grow. */
async function closeTabsButFirst(): Promise<void> {
  const ids = (await chrome.tabs.query({})).flatMap(({ id }) => id ?? []);
  await chrome.tabs.remove(ids.toSorted((one, other) => one - other).slice(1));
}

/**
 * The worker as it first starts. A browser that was killed on this profile may have lost what starts
 * it with the browser: then a page of ours wakes it, as it does when a person opens one.
 */
async function firstWorker(context: BrowserContext, id: string): Promise<Worker> {
  const [known] = context.serviceWorkers();
  if (known) return known;
  const isThere = new AbortController();
  const arrival = context
    .waitForEvent('serviceworker', { timeout: 60_000 })
    .finally(() => isThere.abort());
  // A browser that is still busy starting has no page of ours yet: then it is tried once more.
  void (async () => {
    while (await setTimeout(3_000, true, isThere)) await wakeWorker(context, id).catch(() => {});
  })().catch(() => {});
  return arrival;
}

async function wakeWorker(context: BrowserContext, id: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${id}/src/options/index.html`);
    await page.evaluate(() => chrome.runtime.sendMessage({ ask: 'follow', question: {} }));
  } finally {
    await page.close();
  }
}

/** Without developer mode the browser disables an unpacked extension that is reloaded. */
export async function allowReload({ context }: Browser): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    'chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true})',
  );
  await page.close();
}

/** Where the login server of a sandbox sends people back to, for the fixed id of the unpacked build. */
export const extensionId = 'ibokniimfaeodggegonkfiocndajidog';
export const redirectUri = `https://${extensionId}.chromiumapp.org/127.0.0.1:{port}`;

/** Settings with one connection, to a sandbox. */
export function settingsFor(sandbox: Sandbox, connection: object = {}): object {
  return {
    version: 1,
    connections: [
      {
        name: 'Sandbox',
        environment: {
          region: 'custom',
          loginUrl: sandbox.url,
          apiUrl: sandbox.url,
          appsUrl: sandbox.url,
        },
        clientId: sandbox.clientId,
        ...connection,
      },
    ],
  };
}

/** Types a user's password into the sandbox's sign-in window, once it opens. */
export async function signInAs(
  context: BrowserContext,
  user: { email: string; password: string },
): Promise<void> {
  const page = await signInWindow(context);
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The sign-in window, once it is open: a page on the login server. */
export async function signInWindow(context: BrowserContext): Promise<Page> {
  const isSignIn = (page: Page): boolean =>
    /\/(oauth|sign-in)\//.test(new URL(page.url()).pathname);
  // No event tells it: the page is there before its address is.
  for (let tries = 0; tries < 200; tries += 1) {
    const found = context.pages().find(isSignIn);
    if (found) return found;
    await setTimeout(50);
  }
  throw new Error('No sign-in window was opened');
}
