import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensionIdOf } from '../../scripts/package-crx.ts';
import { makeKey } from '../../scripts/package-key.ts';
import { type Browser, openBrowser, signInAs } from '../harness/browser.ts';
import { type Display, missingForDisplay, openDisplay } from '../harness/display.ts';
import { whyNoPolicy } from '../harness/policy-file.ts';
import { popupHolds } from '../harness/real-popup.ts';
import { resultIn } from '../harness/stage.ts';
import { makeCertificate } from '../sandbox/certificate.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { openServer, type WebServer } from '../sandbox/server.ts';

const missing = missingForDisplay();
const reason =
  (await whyNoPolicy()) ?? (missing.length > 0 ? `${missing.join(', ')} is missing` : undefined);
if (reason) console.warn(`\nNOT RUN: the first launch by a policy file, because ${reason}.\n`);

const root = new URL('../../', import.meta.url).pathname;
const release = join(root, 'release');
const home = 'https://intranet.example/kickoff';

let scratch: string;
let policyFiles: string[] = [];
let sandbox: Sandbox;
let updates: WebServer;
let admin: Browser;
let agent: Browser;
let display: Display;

/**
 * What an administrator does by the guide, and what their agents see of it: the package with a key of
 * one's own, a policy exported from the options page, and a profile in which nothing was ever done. The
 * names of a region and of the intranet lead to this machine, over real HTTPS with certificates that only
 * these browsers trust.
 */
describe.skipIf(reason !== undefined)('with only the exported policy and the CRX', () => {
  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'kickoff-'));
    const key = join(scratch, 'key.pem');
    makeKey(key);
    const id = extensionIdOf(createPrivateKey(readFileSync(key)));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts'], {
      cwd: root,
      env: { ...process.env, KICKOFF_CRX_KEY: key, KICKOFF_UPDATE_URL: home },
    });
    const certificate = makeCertificate();
    updates = await openServer(0, certificate);
    updates.handle(({ url = '' }, response) => {
      const name = basename(new URL(url, home).pathname);
      response.end(readFileSync(join(release, name)));
    });
    sandbox = await startSandbox({
      tls: true,
      redirectUris: [`https://${id}.chromiumapp.org/mypurecloud.de`],
    });
    const map = ['login.mypurecloud.de', 'api.mypurecloud.de', 'crm.example.com'].map(
      (name) => `MAP ${name} ${new URL(sandbox.url).host}`,
    );
    const args = [
      `${sandbox.browserArgs[0]},${certificate.fingerprint}`,
      `--host-resolver-rules=${[...map, `MAP intranet.example ${new URL(updates.url).host}`].join(',')}`,
    ];
    admin = await openBrowser();
    await admin.configure(settings());
    const [policyFile = '', toolsFile = ''] = [id, `${id}-tools`].map(
      (name) => `/etc/chromium/policies/managed/kickoff-${name}.json`,
    );
    policyFiles = [policyFile, toolsFile];
    mkdirSync('/etc/chromium/policies/managed', { recursive: true });
    writeFileSync(policyFile, await exportedPolicy(await admin.options(), id));
    // The test drives the browser by its developer tools, which are off for what a policy installs:
    // https://chromeenterprise.google/policies/#DeveloperToolsAvailability
    writeFileSync(toolsFile, JSON.stringify({ DeveloperToolsAvailability: 1 }));
    await admin.close();
    display = await openDisplay();
    agent = await openBrowser({ installed: id, args, headed: true, display: display.name });
    agent.context.setDefaultTimeout(15_000);
  }, 180_000);
  afterAll(async () => {
    for (const file of policyFiles) rmSync(file, { force: true });
    await agent?.close();
    display?.close();
    await admin?.close();
    await sandbox?.close();
    await updates?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('an agent signs in with one click and launches with the second', async () => {
    const { page, tabId } = await agent.visit('https://crm.example.com/crm/contacts/1');
    // The browser hands the policy over a moment after it has installed the extension. Until then nobody is
    // asked to set up what their organization has set.
    await agent.context.addInitScript(() => {
      const look = () => Object.assign(window, { wasAsked: document.querySelector('.set-up') });
      new MutationObserver(() => document.querySelector('.set-up') && look()).observe(document, {
        childList: true,
        subtree: true,
      });
    });
    const popup = await agent.popup(tabId);
    await popup.getByText('Production').waitFor();
    expect(await popup.evaluate(() => 'wasAsked' in window)).toBe(false);
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInAs(agent.context, sandbox.users.agent);
    await popup.getByRole('combobox', { name: 'Flow' }).waitFor();
    // Agents work with the flows of the policy, and are not asked for more rights.
    await expect(popup.getByText('permission').count()).resolves.toBe(0);
    await popup.close();

    // The popup itself, opened by its key: only then may the page be read. The rule of the policy chooses
    // the flow, and the page gives the number, so that one press is left.
    await page.bringToFront();
    display.press('alt+shift+g');
    await popupHolds(agent, '+15550199888');
    display.press('ctrl+Return');
    await expect.poll(() => sandbox.executions().length).toBe(1);
    const after = await agent.popup(tabId);
    await resultIn(after, 'Completed');
    expect(sandbox.executions()).toHaveLength(1);
    expect(sandbox.executions()[0]).toMatchObject({
      launchedBy: 'agent',
      inputData: { 'Flow.customerNumber': '+15550199888' },
    });
    const asked = sandbox.requests().filter(({ method }) => method !== 'OPTIONS');
    console.log(`The first launch by policy took 2 clicks and ${asked.length} requests.`);
    expect(agent.complaints).toEqual([]);
  });
});

function settings(): object {
  const { id } = sandbox.flow('requestCallback');
  const inputSchema = {
    type: 'object',
    properties: { 'Flow.customerNumber': { type: 'string' } },
    required: ['Flow.customerNumber'],
  };
  const inputs = { 'Flow.customerNumber': '{{customerNumber}}' };
  return {
    version: 1,
    connections: [
      {
        name: 'Production',
        environment: { region: 'mypurecloud.de' },
        clientId: sandbox.clientId,
        flows: [{ id, name: 'Request callback', pinned: true, inputSchema, inputs }],
      },
    ],
    sites: [{ name: 'CRM', match: ['https://crm.example.com/*'], flow: 'Request callback' }],
  };
}

/** The policy file as the options page exports it for Linux. */
async function exportedPolicy(options: Page, id: string): Promise<Buffer> {
  const rollout = options.getByRole('region', { name: 'Rollout' });
  await rollout.getByRole('button', { name: 'These settings as a policy' }).click();
  await rollout.getByLabel('Browser').selectOption('chromium');
  await rollout.getByLabel('Format').selectOption('linux');
  await rollout.getByLabel('Extension ID').fill(id);
  await rollout.getByLabel('Update URL').fill(`${home}/update.xml`);
  await rollout.getByLabel('We have told our people').check();
  await rollout.getByText('Everything in it applies.').waitFor();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    rollout.getByRole('button', { name: 'Export as policy' }).click(),
  ]);
  return readFileSync(await download.path());
}
