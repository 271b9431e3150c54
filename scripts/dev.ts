// `npm run dev`: builds the extension again whenever a file changes, and reloads it in a browser beside
// the sandbox. Who is signed in and which of its pages are open outlives a reload. Without a display
// (or with `-- --headless`) the browser has no window.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build, type Plugin } from 'vite';
import {
  allowReload,
  type Browser,
  openBrowser,
  redirectUri,
  settingsFor,
} from '../test/harness/browser.ts';
import { startSandbox } from '../test/sandbox/sandbox.ts';
import { isHeadless, untilClosed } from './session.ts';

const root = new URL('..', import.meta.url);
const outDir = fileURLToPath(new URL('.build/dev/', root));

const builds = await watched();
await builds.next();
const sandbox = await startSandbox({ redirectUris: [redirectUri] });
const browser = await openBrowser({ extension: outDir, headed: !isHeadless });
await allowReload(browser);
await browser.configure({ ...settingsFor(sandbox), notifications: false });
await browser.visit(`${sandbox.crmUrl}contacts/1`);
const { author } = sandbox.users;
console.log(`Kickoff runs in the browser, beside a sandbox; sign in with what is filled in (${author.email}).
Save a file to see it there. Ctrl+C ends it.`);

void reloadAfterEachBuild();
await untilClosed(browser);
await browser.close();
await sandbox.close();
process.exit();

async function reloadAfterEachBuild(): Promise<void> {
  for (;;) {
    await builds.next();
    const started = Date.now();
    await reload(browser);
    console.log(`Reloaded in ${Date.now() - started} ms.`);
  }
}

/** Chrome closes an extension's pages and forgets its session storage when it reloads it. */
async function reload({ context, worker, extensionId }: Browser): Promise<void> {
  const origin = `chrome-extension://${extensionId}/`;
  const pages = context.pages().filter((page) => page.url().startsWith(origin));
  const addresses = pages.map((page: Page) => page.url());
  const old = await worker();
  const session = await old.evaluate(() => chrome.storage.session.get());
  const next = context.waitForEvent('serviceworker');
  // The worker is gone before it can answer.
  await old.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await (await next).evaluate((kept) => chrome.storage.session.set(kept), session);
  for (const address of addresses) await (await context.newPage()).goto(address);
}

/** Builds now and after each change; `next` waits for the next build that went well. */
async function watched(): Promise<{ next(): Promise<void> }> {
  const watcher = await build({
    mode: 'sandbox',
    logLevel: 'warn',
    plugins: [watchCatalogues()],
    build: { outDir, emptyOutDir: true, watch: {} },
  });
  if (!('on' in watcher)) throw new Error('Vite does not watch');
  let finished: () => void = () => {};
  watcher.on('event', ({ code }) => {
    if (code === 'BUNDLE_END') finished();
  });
  return { next: () => new Promise((resolve) => (finished = resolve)) };
}

/** The builder copies the catalogues, and so does not see that they changed. */
function watchCatalogues(): Plugin {
  const folder = fileURLToPath(new URL('public/_locales/', root));
  return {
    name: 'watch-catalogues',
    buildStart() {
      for (const locale of readdirSync(folder)) {
        this.addWatchFile(`${folder}${locale}/messages.json`);
      }
    },
  };
}
