// `npm run pictures:guides`: the pictures of the guides, in docs/pictures/guides/. It
// tells the browser that a region's hosts and a CRM's are on this machine, where the sandbox answers
// over HTTPS, so that everything on the pictures has the names that a reader will see.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { neededScopes } from '../src/core/settings/settings.ts';
import { type Browser, extensionId, openBrowser, signInAs } from '../test/harness/browser.ts';
import { sandboxBuild } from '../test/harness/build.ts';
import { pastedForms } from '../test/harness/pasted-forms.ts';
import { managedBuild, whyNoPolicy } from '../test/harness/policy-file.ts';
import { chooseFlow } from '../test/harness/stage.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { takePermissions } from './permissions-picture.ts';

const folder = fileURLToPath(new URL('../docs/pictures/guides/', import.meta.url));
const region = 'mypurecloud.de';
const pageSize = { width: 1160, height: 900 };
const popupSize = { width: 400, height: 560 };

mkdirSync(folder, { recursive: true });
await build({
  mode: 'sandbox',
  logLevel: 'warn',
  build: { outDir: sandboxBuild, emptyOutDir: true },
});
const redirectUris = [`https://${extensionId}.chromiumapp.org/${region}`];
const sandbox = await startSandbox({ tls: true, redirectUris });
const { host } = new URL(sandbox.url);
const names = [`login.${region}`, `api.${region}`, 'crm.example.com'];
const args = [
  ...sandbox.browserArgs,
  `--host-resolver-rules=${names.map((name) => `MAP ${name} ${host}`).join(',')}`,
];
try {
  const browser = await openBrowser({ args });
  await firstRun(browser);
  await browser.configure(settings(sandbox));
  await sections(browser);
  await rollout(browser);
  await checkOfConnection(browser);
  await checker(browser);
  await conversation(browser);
  await browser.close();
  await underPolicy();
  await takePermissions(`${folder}permissions.png`);
} finally {
  await sandbox.close();
}

/** The popup as it leads through the three steps. */
async function firstRun(browser: Browser): Promise<void> {
  const { page, tabId } = await browser.visit('https://crm.example.com/crm/contacts/1');
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
  await open('flows', 'Request callback');
  await pictureOf(options, 'flows');
  await open('sites', 'CRM');
  await pictureOf(options, 'sites');
  await pictureOf(options, 'defaults');
  await pictureOf(options, 'appearance');
  await chooseFile(options);
  await pictureOf(options, 'data');
  await options.close();
}

/** Each part of Rollout with something in it. */
async function rollout(browser: Browser): Promise<void> {
  const parts = [
    ['These settings as a policy', 'All of it counts.', 'policy'],
    ['Read a policy', undefined, 'read'],
    ['The OAuth client and the roles as code', 'genesyscloud_oauth_client', 'client'],
    ['Health of this installation', 'Last errors', 'health'],
  ] as const;
  for (const [name, words, picture] of parts) {
    const options = await openOptions(browser);
    const section = options.locator('#rollout');
    await section.getByRole('button', { name }).click();
    if (picture === 'read') {
      const policy = { defaultCountry: 'AT', notifications: true, days: 3 };
      await section.getByLabel('Policy', { exact: true }).fill(JSON.stringify(policy));
    }
    await section
      .getByText(words ?? 'The browser withholds this')
      .first()
      .waitFor();
    await pictureOf(options, 'rollout', `rollout-${picture}`);
    await options.close();
  }
}

/** A file whose changes are shown before they apply. */
async function chooseFile(options: Page): Promise<void> {
  const file = { ...settings(sandbox), defaultCountry: 'AT', history: { days: 7 } };
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

/** The checker with code, an export and an execution in it. */
async function checker(browser: Browser): Promise<void> {
  const options = await openOptions(browser);
  const pictures = [
    ['python', 'py-request-postman', 'A launch of a flow'],
    ['exports', 'n8n-workflow', 'Corrected request'],
    ['answers', 'body-and-run', 'The record of an execution'],
  ] as const;
  for (const [group, name, words] of pictures) {
    const form = pastedForms.find((it) => it.group === group && it.name === name);
    await options.locator('#doctor textarea').fill(form?.pasted ?? '');
    await options.locator('#doctor').getByText(words).first().waitFor();
    await pictureOf(options, 'doctor', `checker-${group}`);
  }
  await options.close();
}

/** The form while a call is about another customer than the page. */
async function conversation(browser: Browser): Promise<void> {
  const { connections, ...rest } = settings(sandbox);
  const scopes = [...neededScopes, 'conversations:readonly'];
  const [production] = connections.map((each) => ({ ...each, scopes, confirmLaunch: false }));
  await browser.configure({ ...rest, connections: [production] });
  const talk = { sample: 'inboundCall', number: '+493023125555', name: 'Bruno Keller' } as const;
  sandbox.setConversations('author', [talk]);
  sandbox.endLoginSessions();
  // The build for the sandbox reads pages of this machine without a click.
  const { page, tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
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
    ...settings(sandbox),
    connections: [
      ...settings(sandbox).connections,
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

async function openOptions(browser: Browser): Promise<Page> {
  const options = await browser.options();
  await options.setViewportSize(pageSize);
  await options.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await options.getByRole('heading', { level: 2 }).first().waitFor();
  return options;
}

async function pictureOf(
  options: Page,
  section: string,
  name = `options-${section}`,
): Promise<void> {
  // Nothing is in the pointer's or the keyboard's focus.
  await options.mouse.move(0, 0);
  await options.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const path = `${folder}${name}.png`;
  await options.locator(`#${section}`).screenshot({ path, animations: 'disabled' });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

function settings({ clientId, flow }: Sandbox) {
  const { id, name } = flow('requestCallback');
  const inputs = { 'Flow.customerNumber': '{{customerNumber}}' };
  return {
    connections: [
      {
        name: 'Production',
        environment: { region },
        clientId,
        confirmLaunch: true,
        flows: [{ id, name, pinned: true, inputs }],
      },
      { name: 'Test', environment: { region: 'mypurecloud.ie' }, clientId },
    ],
    sites: [
      {
        name: 'CRM',
        match: ['https://crm.example.com/*'],
        fields: {
          customerNumber: { selector: '.phone', attribute: 'href', pattern: 'tel:(.+)' },
        },
        flow: name,
      },
    ],
    defaultCountry: 'DE',
    contactTypes: ['Voice', 'Callback', 'Message'],
    defaultContactType: 'Callback',
  };
}
