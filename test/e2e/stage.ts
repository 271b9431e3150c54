import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';
import { type Browser, openBrowser, redirectUri, settingsFor, signInAs } from './browser.ts';

/** A sandbox, and a browser whose extension is set up for it. */
export interface Stage {
  sandbox: Sandbox;
  browser: Browser;
  close(): Promise<void>;
}

/** Sets the stage for the tests of one file; the caller closes it. */
export async function openStage(options: SandboxOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ redirectUris: [redirectUri], ...options });
  const browser = await openBrowser();
  // Shorter than a test may take, so that it fails at the step that did not happen.
  browser.context.setDefaultTimeout(15_000);
  await browser.configure(settingsFor(sandbox));
  return {
    sandbox,
    browser,
    close: async () => {
      await browser.close();
      await sandbox.close();
    },
  };
}

/**
 * Checks that our pages and our worker complained about nothing, and forgets what they did. The
 * browser itself reports every request that fails; a test names those that it provokes.
 */
export function expectQuiet({ complaints }: Browser, provoked: readonly RegExp[] = []): void {
  const unexpected = complaints.filter((line) => !provoked.some((each) => each.test(line)));
  complaints.length = 0;
  expect(unexpected).toEqual([]);
}

/** Opens a page of the sample CRM and the popup on it. */
export async function openLauncher(
  { browser, sandbox }: Stage,
  path = 'contacts/1',
): Promise<{ page: Page; popup: Page; tabId: number }> {
  const { page, tabId } = await browser.visit(new URL(path, sandbox.crmUrl).href);
  return { page, popup: await browser.popup(tabId), tabId };
}

/** Closes the popups that the worker brought back: without a screen they lose no focus, and stay. */
export async function closePopups({ context, extensionId }: Browser): Promise<void> {
  const address = `chrome-extension://${extensionId}/src/popup/index.html`;
  for (const page of context.pages()) if (page.url() === address) await page.close();
}

/** Signs in by hand, whoever was signed in to the login server before. */
export async function signInBy(stage: Stage, popup: Page, user: UserKey = 'author'): Promise<void> {
  const { sandbox, browser } = stage;
  sandbox.endLoginSessions();
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await signInAs(browser.context, sandbox.users[user]);
  await picker(popup).waitFor();
}

export function picker(popup: Page): Locator {
  return popup.getByRole('combobox', { name: 'Flow' });
}

/** Chooses a flow by searching for its name. */
export async function chooseFlow(popup: Page, name: string): Promise<void> {
  await picker(popup).fill(name);
  await popup.getByRole('option').filter({ hasText: name }).first().click();
  await popup.getByRole('button', { name: 'Launch', exact: true }).waitFor();
}

export async function pressLaunch(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Launch', exact: true }).click();
}

/** The region that shows a launch, once it announces a state. */
export async function resultIn(popup: Page, state: string): Promise<Locator> {
  const result = popup.getByRole('region', { name: 'Result' });
  await result.getByRole('status').filter({ hasText: state }).waitFor();
  return result;
}
