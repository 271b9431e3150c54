// `npm run pictures:guides`: the pictures of the guides, in docs/pictures/guides/. It
// tells the browser that a region's hosts and a CRM's are on this machine, where the sandbox answers
// over HTTPS, so that everything on the pictures has the names that a reader will see.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { neededScopes } from '../src/core/settings/settings.ts';
import { type Browser, extensionId, openBrowser, signInAs } from '../test/harness/browser.ts';
import { buildForSandbox } from '../test/harness/build.ts';
import { managedBuild, whyNoPolicy } from '../test/harness/policy-file.ts';
import { chooseFlow } from '../test/harness/stage.ts';
import { startSandbox } from '../test/sandbox/sandbox.ts';
import { checker, rollout } from './guide-sections.ts';
import {
  buildThatReads,
  crm,
  dressed,
  folder,
  guideSettings,
  openOptions,
  picture,
  pictureOf,
  region,
} from './guide-views.ts';
import { takePermissions } from './permissions-picture.ts';

const popupSize = { width: 400, height: 560 };

mkdirSync(folder, { recursive: true });
await buildForSandbox();
const redirectUris = [`https://${extensionId}.chromiumapp.org/${region}`];
const sandbox = await startSandbox({ tls: true, redirectUris });
const { host } = new URL(sandbox.url);
const names = [`login.${region}`, `api.${region}`, 'crm.example.com'];
const args = [
  ...sandbox.browserArgs,
  `--host-resolver-rules=${names.map((name) => `MAP ${name} ${host}`).join(',')}`,
];
try {
  const browser = await openBrowser({ args, extension: buildThatReads() });
  await firstRun(browser);
  await told(browser);
  await browser.configure(guideSettings(sandbox));
  await sections(browser);
  await rollout(browser);
  await checkOfConnection(browser);
  await checker(browser);
  await conversation(browser);
  await rule(browser);
  await browser.close();
  await underPolicy();
  await takePermissions(`${folder}permissions.png`);
} finally {
  await sandbox.close();
}

/** The popup as it leads through the three steps. */
async function firstRun(browser: Browser): Promise<void> {
  const { page, tabId } = await browser.visit(`${crm}/crm/contacts/1`);
  const popup = await browser.popup(tabId);
  await popup.setViewportSize(popupSize);
  await popup.getByLabel('Region').selectOption(region);
  await popup.getByLabel('Client ID').fill(sandbox.clientId);
  await popup.getByRole('textbox', { name: 'Redirect URL' }).waitFor();
  await popup.getByRole('button', { name: 'Sign in' }).focus();
  await picture(popup, 'first-run');
  await popup.close();
  await page.close();
}

/** What is read, sent and kept, above the first `Sign in`. */
async function told(browser: Browser): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    (settings) => chrome.storage.local.set({ settings }),
    guideSettings(sandbox),
  );
  const { page, tabId } = await browser.visit(`${crm}/crm/contacts/1`);
  const popup = await browser.popup(tabId);
  await popup.setViewportSize(popupSize);
  await popup.getByText('What Kickoff reads, sends and keeps').waitFor();
  await picture(popup, 'told');
  await popup.close();
  await page.close();
}

/** Every section of the options, with an entry open where there are entries. */
async function sections(browser: Browser): Promise<void> {
  const options = await openOptions(browser);
  const open = (section: string, name: string) =>
    options
      .locator(`#${section}`)
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  await pictureOf(options, 'connections');
  await open('connections', 'Production');
  await pictureOf(options, 'connections', 'options-connection');
  await open('flows', 'Request callback');
  await pictureOf(options, 'flows');
  await pictureOf(options, 'defaults');
  await pictureOf(options, 'appearance');
  await chooseFile(options);
  await pictureOf(options, 'data');
  await options.close();
}

/** A file whose changes are shown before they apply. */
async function chooseFile(options: Page): Promise<void> {
  const file = { ...guideSettings(sandbox), defaultCountry: 'AT', history: { days: 7 } };
  await options.locator('input[type=file]').setInputFiles({
    name: 'kickoff-settings.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await options.getByRole('button', { name: 'Apply' }).waitFor();
}

/** The check, for an agent who lacks some permissions. */
async function checkOfConnection(browser: Browser): Promise<void> {
  const options = await openOptions(browser);
  const connections = options.locator('#connections');
  await connections.getByRole('button', { name: /^Production/ }).click();
  await connections.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAs(browser.context, sandbox.users.agent);
  await connections.getByText('Signed in as').waitFor();
  const button = connections.getByRole('button', { name: 'Check connection' });
  await button.click();
  await connections.locator('.check-line').last().getByText('Execution history').waitFor();
  const isDone = () => document.querySelector('.check [aria-disabled], .check-checking') === null;
  await options.waitForFunction(isDone);
  await connections.locator('.check').screenshot({ path: `${folder}check-connection.png` });
  await options.close();
}

/** The form while a call is about another customer than the page. */
async function conversation(browser: Browser): Promise<void> {
  const { connections, ...rest } = guideSettings(sandbox);
  const scopes = [...neededScopes, 'conversations:readonly'];
  const [production] = connections.map((each) => ({ ...each, scopes, confirmLaunch: false }));
  await browser.configure({ ...rest, connections: [production] });
  const talk = { sample: 'inboundCall', number: '+493023125555', name: 'Bruno Keller' } as const;
  sandbox.setConversations('author', [talk]);
  sandbox.endLoginSessions();
  const { page, tabId } = await browser.visit(`${crm}/crm/contacts/1`);
  const popup = await browser.popup(tabId);
  await popup.setViewportSize(popupSize);
  // The agent whose connection was checked is signed in still.
  await popup.getByRole('button', { name: 'Sign out', exact: true }).click();
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInAs(browser.context, sandbox.users.author);
  await chooseFlow(popup, 'Request callback');
  await popup.getByText(/You are talking to Bruno Keller/).waitFor();
  await picture(popup, 'conversation');
  await popup.close();
  await values(browser);
  await page.close();
}

/** What a flow's inputs can be filled with, while that page is open and that call goes on. */
async function values(browser: Browser): Promise<void> {
  const options = await openOptions(browser);
  const flows = options.locator('#flows');
  await flows
    .getByRole('button', { name: /^Request callback/ })
    .first()
    .click();
  await flows.getByRole('button', { name: 'Choose from the page and your conversation' }).click();
  await flows.getByText(/Values of “/).waitFor();
  await flows.getByRole('group', { name: 'Flow.customerNumber: Conversation' }).waitFor();
  await pictureOf(options, 'flows', 'options-values');
  await flows.getByRole('button', { name: 'Choices from data tables' }).click();
  await flows.getByRole('button', { name: 'Add item' }).click();
  const choices = flows.getByRole('group', { name: 'Data table 1' });
  await choices.getByLabel('Input', { exact: true }).fill('Flow.contactType');
  await choices.getByLabel('Data table', { exact: true }).selectOption('Topics');
  await choices.getByLabel('Column that agents read').selectOption('label');
  await choices.getByText('Choices (3):').waitFor();
  await choices.screenshot({ path: `${folder}choices.png`, animations: 'disabled' });
  await options.close();
}

/** The rule of a site, beside the page that it is for. */
async function rule(browser: Browser): Promise<void> {
  const { page, tabId } = await browser.visit(`${crm}/crm/contacts/1`);
  const popup = await browser.popup(tabId);
  const opened = browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: /rule for this site/ }).click();
  const options = await dressed(await opened);
  await options.getByRole('region', { name: 'On the open page' }).waitFor();
  await options
    .locator('#sites')
    .getByRole('button', { name: 'Choose on the page' })
    .first()
    .waitFor();
  await pictureOf(options, 'sites');
  await options.close();
  await page.close();
}

/** What an administrator has set, as a person sees it. */
async function underPolicy(): Promise<void> {
  const reason = await whyNoPolicy();
  if (reason) {
    console.warn(`Left as they are: the pictures under a policy, because ${reason}.`);
    return;
  }
  const managed = managedBuild();
  managed.setPolicy({
    ...guideSettings(sandbox),
    connections: [
      ...guideSettings(sandbox).connections,
      { name: 'Typo', environment: { region: 'mypurecloud.dee' }, clientId: sandbox.clientId },
    ],
    disabledFeatures: ['export'],
  });
  const browser = await openBrowser({ args, extension: managed.extension });
  try {
    const options = await openOptions(browser);
    await options.getByText('Set by your organization').first().waitFor();
    await picture(options, 'policy-locked');
    await pictureOf(options, 'about');
  } finally {
    await browser.close();
    managed.close();
  }
}
