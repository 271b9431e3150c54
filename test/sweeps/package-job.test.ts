import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKey } from '../../scripts/package-key.ts';
import { unpack } from '../../scripts/package-unzip.ts';
import { type Browser, openBrowser, signInAs } from '../harness/browser.ts';
import { type Display, missingForDisplay, openDisplay } from '../harness/display.ts';
import { popupHolds } from '../harness/real-popup.ts';
import { chooseFlow, resultIn } from '../harness/stage.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

const root = new URL('../../', import.meta.url).pathname;
const missing = missingForDisplay();
if (missing.length > 0) {
  console.warn(`\nNOT RUN: the main job with the package, for want of ${missing.join(', ')}.\n`);
}

let scratch: string;
let sandbox: Sandbox;
let display: Display;
let browser: Browser;

/**
 * What the store gets talks to Genesys Cloud alone. So the browser is told that a region's hosts, and
 * a CRM's, are on this machine, where the sandbox answers over real HTTPS with a certificate that
 * only this browser trusts.
 */
describe.skipIf(missing.length > 0)('the package for the store, in a region', () => {
  beforeAll(async () => {
    scratch = realpathSync(mkdtempSync(join(tmpdir(), 'kickoff-')));
    const extension = join(scratch, 'extension');
    makeKey(join(scratch, 'key.pem'));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts'], {
      cwd: root,
      env: { ...process.env, KICKOFF_CRX_KEY: join(scratch, 'key.pem') },
    });
    const zip = readdirSync(join(root, 'release')).find((name) => name.endsWith('.zip')) ?? '';
    unpack(readFileSync(join(root, 'release', zip)), extension);

    const redirectUris = [`https://${idOfUnpacked(extension)}.chromiumapp.org/mypurecloud.de`];
    sandbox = await startSandbox({ tls: true, redirectUris });
    const { host } = new URL(sandbox.url);
    const names = ['login.mypurecloud.de', 'api.mypurecloud.de', 'crm.example.com'];
    display = await openDisplay();
    browser = await openBrowser({
      extension,
      headed: true,
      display: display.name,
      args: [
        ...sandbox.browserArgs,
        `--host-resolver-rules=${names.map((name) => `MAP ${name} ${host}`).join(',')}`,
      ],
    });
    browser.context.setDefaultTimeout(15_000);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    display?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('is set up, signs in, reads the page that was clicked on, launches, and follows to the end', async () => {
    expect(browser.extensionId).toBe(idOfUnpacked(join(scratch, 'extension')));
    const options = await browser.options();
    await options.getByLabel('Region').selectOption('mypurecloud.de');
    await options.getByLabel('Client ID').fill(sandbox.clientId);
    await options.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInAs(browser.context, sandbox.users.author);
    await options.getByText('Signed in as Ada Author').waitFor();
    await options.close();

    const { page, tabId } = await browser.visit('https://crm.example.com/crm/contacts/1');
    const popup = await browser.popup(tabId);
    await chooseFlow(popup, 'Request callback');
    // Nobody has clicked on the page yet, so nothing of it is known.
    expect(await popup.getByLabel(/customer ?number/i).inputValue()).toBe('');
    await popup.close();

    await page.bringToFront();
    display.press('alt+shift+g');
    await expect.poll(popups).toBe(1);
    await expect.poll(() => wasRead(tabId)).toBe(true);
    await popupHolds(browser, '+15550199888');
    display.press('ctrl+Return');
    await expect.poll(() => sandbox.executions().length).toBe(1);
    const [execution] = sandbox.executions();
    expect(execution?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550199888' });

    const after = await browser.popup(tabId);
    const result = await resultIn(after, 'Completed');
    expect(await result.textContent()).toContain(execution?.id);
    const launches = sandbox
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === '/api/v2/flows/executions');
    expect(launches).toHaveLength(1);
    expect(browser.complaints).toEqual([]);
  });
});

/**
 * The id of an extension without a key: that of its folder's path.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/id_util.cc
 */
function idOfUnpacked(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

async function popups(): Promise<number> {
  return (await browser.worker()).evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP' as never] })).length,
  );
}

async function wasRead(tabId: number): Promise<boolean> {
  return (await browser.worker()).evaluate(
    async (key) => key in (await chrome.storage.session.get(key)),
    `page-read ${tabId}`,
  );
}
