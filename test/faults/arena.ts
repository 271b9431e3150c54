import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page, Worker } from 'playwright';
import type { Launch } from '../../src/core/launch/launch.ts';
import { connectionKey, connectionSchema } from '../../src/core/settings/settings.ts';
import {
  allowReload,
  type Browser,
  openBrowser,
  redirectUri,
  signInAs,
} from '../harness/browser.ts';
import { stopWorkers } from '../harness/workers.ts';
import { sessionCookie } from '../sandbox/oauth.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { workerLimit } from './plan.ts';

/**
 * A browser on a profile of its own that can be killed and comes back on the same profile, with the
 * built extension set up for a sandbox that speaks HTTP/2 over TLS.
 */
export interface Arena {
  sandbox: Sandbox;
  /** An options page, from which the test looks into the extension: it does not count as an open view. */
  panel(): Page;
  /** Makes sure that the browser, the extension and a session are there. */
  ready(): Promise<void>;
  /** As `ready`, with a login session besides, which renews an access token without a window. */
  loggedIn(): Promise<void>;
  /** Opens the popup on a tab. */
  popup(tabId: number): Promise<Page>;
  /** Opens the popup on a tab, with the form of a flow filled in as told. */
  openForm(tabId: number, flowId: string, form: object): Promise<Page>;
  tabs(count: number): Promise<number[]>;
  records(): Promise<Launch[]>;
  worker(): Promise<Worker>;
  stopWorker(): Promise<void>;
  /** SIGKILL, as from a crash. */
  kill(): Promise<void>;
  /** The same for the process that makes the browser's requests; the browser starts another. */
  killNetwork(): void;
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
}

/** The session that a browser begins with: its token was not signed in for. */
const issuedSession = 'session of Ada';

export async function openArena(extension?: string): Promise<Arena> {
  const sandbox = await startSandbox({
    tls: true,
    redirectUris: [redirectUri],
    requestsPerMinute: 1_000_000,
  });
  sandbox.setHistory(true);
  const connection = connectionSchema.parse({
    name: 'Sandbox',
    environment: {
      region: 'custom',
      loginUrl: sandbox.url,
      apiUrl: sandbox.url,
      appsUrl: sandbox.url,
    },
    clientId: sandbox.clientId,
  });
  const sessionKey = `session ${connectionKey(connection)}`;
  const profile = await mkdtemp(join(tmpdir(), 'kickoff-faults-'));
  let browser: Browser | undefined;
  let panel: Page | undefined;
  let tabIds: number[] = [];

  const current = (): Browser => {
    if (browser === undefined) throw new Error('The browser is not there');
    return browser;
  };
  const panelPage = (): Page => {
    if (panel === undefined || panel.isClosed()) throw new Error('The panel is not there');
    return panel;
  };
  const tabs = async (count: number): Promise<number[]> => {
    await liveWorker(current(), panelPage());
    while (tabIds.length < count) {
      const { tabId } = await current().visit(`${sandbox.crmUrl}contacts/1`);
      tabIds.push(tabId);
    }
    return tabIds.slice(0, count);
  };
  const ready = async (): Promise<void> => {
    if (browser === undefined) {
      browser = await openBrowser({
        profile,
        args: sandbox.browserArgs,
        ...(extension && { extension }),
      });
      // A browser that has just started may take ten seconds to hand over the policy, and a form waits for that.
      browser.context.setDefaultTimeout(15_000);
      await allowReload(browser);
      await browser.configure({ version: 1, connections: [connection] });
    }
    if (panel === undefined || panel.isClosed()) panel = await openLauncher(browser);
    const session = {
      accessToken: sandbox.issueToken('author'),
      expiresAt: Date.now() + 86_000_000,
      id: issuedSession,
      user: { id: '1', name: 'Ada Author' },
    };
    await panel.evaluate(
      async ([key, value]) => {
        const known = await chrome.storage.session.get(key);
        if (!known[key]) await chrome.storage.session.set({ [key]: value });
      },
      [sessionKey, session] as const,
    );
  };

  /** What a browser that is killed loses, or one whose network process crashes, or an extension that is reloaded. */
  const isLoggedIn = async (): Promise<boolean> => {
    const cookies = await current().context.cookies(sandbox.url);
    const stored = await panelPage().evaluate((key) => chrome.storage.session.get(key), sessionKey);
    const session = stored[sessionKey] as { id: string } | undefined;
    return cookies.some(({ name }) => name === sessionCookie) && session?.id !== issuedSession;
  };

  return {
    sandbox,
    panel: panelPage,
    ready,
    loggedIn: async () => {
      await ready();
      if (await isLoggedIn()) return;
      sandbox.endLoginSessions();
      await panelPage().evaluate(() => chrome.storage.session.clear());
      const [tabId = 0] = await tabs(1);
      const popup = await current().popup(tabId);
      await popup.getByRole('button', { name: 'Sign in' }).click();
      await signInAs(current().context, sandbox.users.author);
      await popup.getByRole('combobox', { name: 'Flow' }).waitFor();
      await popup.close();
    },
    popup: (tabId) => current().popup(tabId),
    openForm: async (tabId, flowId, form) => {
      await panelPage().evaluate(
        async ([tab, draft]) => {
          await chrome.storage.session.remove(`shown-launch ${tab}`);
          await chrome.storage.session.set({ [`draft ${tab}`]: draft });
        },
        [tabId, { flowId, forms: { [flowId]: form } }] as const,
      );
      const popup = await current().popup(tabId);
      await popup.getByRole('button', { name: 'Launch', exact: true }).waitFor();
      return popup;
    },
    tabs,
    records: () => panelPage().evaluate(readRecords),
    worker: () => liveWorker(current(), panelPage()),
    stopWorker: () => stopWorkers(panelPage()),
    kill: async () => {
      const { context } = current();
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(browserProcess(profile), 'SIGKILL');
      await closed;
      browser = undefined;
      panel = undefined;
      tabIds = [];
    },
    killNetwork: () => process.kill(browserProcess(profile, networkService), 'SIGKILL'),
    reloadExtension: async () => {
      const page = panelPage();
      const closed = page.isClosed() ? undefined : page.waitForEvent('close');
      await page.evaluate(() => chrome.runtime.reload()).catch(() => {});
      await closed;
      panel = undefined;
    },
    close: async () => {
      await browser?.close();
      await sandbox.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Right after a reload the extension's pages are not there yet. */
async function openLauncher(browser: Browser): Promise<Page> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await browser.options();
    } catch (error) {
      if (tries === 20) throw error;
      await setTimeout(100);
    }
  }
}

/**
 * The worker as it runs now, with the run's own limit on requests; woken where it sleeps. Right after a reload the one
 * that is known may be the one that ended, which gives no answer: then it is looked for again.
 */
async function liveWorker(browser: Browser, panel: Page): Promise<Worker> {
  for (let tries = 0; tries < 10; tries += 1) {
    const woken = wokenWorker(browser, panel).catch(() => undefined);
    const worker = await Promise.race([woken, setTimeout(3_000, undefined, { ref: false })]);
    if (worker) return worker;
    await setTimeout(100);
  }
  throw new Error('The worker gives no answer');
}

async function wokenWorker(browser: Browser, panel: Page): Promise<Worker | undefined> {
  await panel.evaluate(() => chrome.runtime.sendMessage({ ask: 'follow', question: {} }));
  const worker = browser.context.serviceWorkers().at(-1);
  // The worker may be the one that was given the limit before; a native function shows no source.
  await worker?.evaluate((limit) => {
    const { timeout } = AbortSignal;
    if (!String(timeout).includes('[native code]')) return;
    AbortSignal.timeout = (milliseconds) =>
      timeout.call(AbortSignal, Math.min(milliseconds, limit));
  }, workerLimit);
  return worker;
}

async function readRecords(): Promise<Launch[]> {
  const all = await chrome.storage.local.get();
  return Object.entries(all).flatMap(([key, value]) =>
    key.startsWith('launch ') ? [value as Launch] : [],
  );
}

const networkService = '--utility-sub-type=network.mojom.NetworkService';

/** One process of the browser on our profile: the one of this kind, or the browser itself. */
function browserProcess(profile: string, kind?: string): number {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const isWanted = (line: string) => (kind ? line.includes(kind) : !line.includes('--type='));
  const line = lines.find((each) => each.includes(profile) && isWanted(each));
  if (line === undefined) throw new Error('The browser’s process was not found');
  return Number.parseInt(line, 10);
}
