import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';
import {
  type Browser,
  type BrowserOptions,
  openBrowser,
  redirectUri,
  settingsFor,
  signInAs,
} from './browser.ts';
import { haveSession } from './have-session.ts';
import { beforeClosing } from './open-contexts.ts';
import { sharedBrowser } from './shared-browser.ts';

/** A sandbox, and a browser whose extension is set up for it. */
export interface Stage {
  sandbox: Sandbox;
  browser: Browser;
  close(): Promise<void>;
}

/**
 * Sets the stage for the tests of one file; the caller closes it. Unless it has options of its own, the browser is the
 * one that all files share.
 */
export async function openStage(
  options: SandboxOptions = {},
  browserOptions?: BrowserOptions,
): Promise<Stage> {
  const sandbox = await startSandbox({
    redirectUris: [redirectUri],
    // What many tests would wait for. The main job has as many flows as a large organization, and runs that take
    // as long as real ones.
    isSmall: true,
    runMilliseconds: 10,
    ...options,
  });
  const browser = await (browserOptions ? openBrowser(browserOptions) : sharedBrowser());
  // Shorter than a test may take, so that it fails at the step that did not happen.
  browser.context.setDefaultTimeout(15_000);
  await browser.configure(settingsFor(sandbox));
  return {
    sandbox,
    browser,
    close: async () => {
      await (browserOptions ? browser.close() : browser.closePages());
      await sandbox.close();
    },
  };
}

/** The same, with a person signed in, over a connection of its own if it is given. */
export async function signedInStage(
  options: SandboxOptions = {},
  connection?: object,
): Promise<Stage> {
  const stage = await openStage(options);
  try {
    if (connection) await stage.browser.configure(settingsFor(stage.sandbox, connection));
    await haveSession(stage);
    return stage;
  } catch (error) {
    // Left open, it would keep the whole run from ending.
    await stage.close();
    throw error;
  }
}

/** Ends a test: closes what it opened, and checks as `expectQuiet` does. */
export async function leaveQuietly({ browser }: Stage, provoked?: readonly RegExp[]) {
  await beforeClosing.run();
  await browser.closePages();
  expectQuiet(browser, provoked);
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

interface Launcher {
  page: Page;
  popup: Page;
  tabId: number;
}

/** Opens a page of the sample CRM and the popup on it. */
export async function openLauncher(
  { browser, sandbox }: Stage,
  path = 'contacts/1',
): Promise<Launcher> {
  const { page, tabId } = await browser.visit(new URL(path, sandbox.crmUrl).href);
  return { page, popup: await browser.popup(tabId), tabId };
}

/** The same, for a person who is signed in, once it shows the flows. */
export async function signedInLauncher(stage: Stage, path?: string): Promise<Launcher> {
  const launcher = await openLauncher(stage, path);
  await picker(launcher.popup).waitFor();
  return launcher;
}

/** Puts a session into the extension, as signing in by hand leaves it, and waits for the flows. */
export async function signInBy(stage: Stage, popup: Page, user: UserKey = 'author'): Promise<void> {
  await haveSession(stage, user);
  await picker(popup).waitFor();
}

/** Signs in by hand. No login session of before saves the person the password. */
export async function signInByHand(
  stage: Stage,
  popup: Page,
  user: UserKey = 'author',
): Promise<void> {
  const { sandbox, browser } = stage;
  sandbox.endLoginSessions();
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await signInAs(browser.context, sandbox.users[user]);
  await picker(popup).waitFor();
  await signInEnds(browser);
}

/** Until its end the worker would bring back a popup that a test closes. */
async function signInEnds({ worker }: Browser): Promise<void> {
  await (await worker()).evaluate(async () => {
    const { session } = chrome.storage;
    while ((await session.getKeys()).some((key) => key.startsWith('sign-in '))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
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

/** Opens the options from the popup, at the rule for its page's site. */
export async function openRule({ browser }: Stage, popup: Page): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: /rule for this site/ }).click();
  const options = await opened;
  await options.getByRole('region', { name: 'On the open page' }).waitFor();
  return options;
}

/** Forgets what was launched in the last minute: Kickoff would ask before it makes the same launch again. */
export async function forgetRecentLaunches({ worker }: Browser): Promise<void> {
  await (await worker()).evaluate(() => chrome.storage.session.remove('lately'));
}

/** Waits until the list of flows is kept as read to its end. */
export async function flowsAreRead({ worker }: Browser): Promise<void> {
  const isComplete = async () =>
    (await worker()).evaluate(async () =>
      Object.entries(await chrome.storage.local.get()).some(
        ([key, value]) => key.startsWith('flows ') && Object(value).complete === true,
      ),
    );
  await expect.poll(isComplete).toBe(true);
}

/** What a click in one of our pages copies. */
export async function copiedBy(page: Page, click: () => Promise<void>): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).not.toBe('');
  return copied();
}

export async function pressLaunch(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Launch', exact: true }).click();
}

/** Answers the question that is open, once it takes answers. */
export async function answer(popup: Page, words: string): Promise<void> {
  const question = popup.locator('dialog[data-ready]');
  await question.getByRole('button', { name: words, exact: true }).click();
}

/** The region that shows a launch, once it announces a state. */
export async function resultIn(popup: Page, state: string): Promise<Locator> {
  const result = popup.getByRole('region', { name: 'Result' });
  await result.getByRole('status').filter({ hasText: state }).waitFor();
  return result;
}
