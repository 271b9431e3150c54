import { type Browser, openBrowser } from './browser.ts';

let shared: Browser | undefined;

/**
 * The browser that the test files of a process share, as if the extension had just been installed. To start one takes
 * a second, and the extension waits two more until the browser knows its policies. It ends with the process.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (shared) await setBack(shared);
  else {
    shared = await openBrowser();
    shared.context.once('close', () => {
      shared = undefined;
    });
  }
  return shared;
}

/** Sets back what the tests of another file can have left. */
async function setBack(browser: Browser): Promise<void> {
  const { context, complaints } = browser;
  await browser.closePages();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearPermissions();
  await context.clearCookies();
  const page = await browser.options();
  await page.evaluate(async () => {
    const { origins = [] } = await chrome.permissions.getAll();
    const required = chrome.runtime.getManifest().host_permissions ?? [];
    const added = origins.filter((origin) => !required.includes(origin));
    if (added.length > 0) await chrome.permissions.remove({ origins: added });
    await chrome.alarms.clearAll();
    const shown = await chrome.notifications.getAll();
    for (const id of Object.keys(shown)) await chrome.notifications.clear(id);
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
  });
  await page.close();
  complaints.length = 0;
}
