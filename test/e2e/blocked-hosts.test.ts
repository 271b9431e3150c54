import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, settingsFor, signInAs } from '../harness/browser.ts';
import { type ManagedBrowser, openManagedBrowser } from '../harness/managed-browser.ts';
import { type ManagedBuild, whyNoPolicy } from '../harness/policy-file.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const reason = await whyNoPolicy();
if (reason) console.warn(`\nNOT RUN: hosts that a policy blocks, because ${reason}.\n`);

let managed: ManagedBrowser | undefined;
let sandbox: Sandbox;
let build: ManagedBuild;
let browser: Browser;

describe.skipIf(reason !== undefined)('where a policy blocks hosts for all extensions', () => {
  beforeAll(async () => {
    managed = await openManagedBrowser(policy, { runtime_blocked_hosts: ['*://*'] });
    ({ sandbox, build, browser } = managed);
  });
  afterAll(() => managed?.close());

  test('the check of the connection names the hosts that are missing in the policy', async () => {
    const options = await browser.options();
    await options.getByRole('button', { name: 'Check connection' }).click();
    const lines = options.getByRole('list', { name: 'Check connection' });
    await lines.getByText(`A policy of the browser blocks ${sandbox.url}`).waitFor();
    await lines.getByText(`runtime_allowed_hosts of the extension ${build.id}`).waitFor();
    await options.close();
  });

  test('a page that is missing in it says so, and its form can be filled in by hand', async () => {
    const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
    const popup = await browser.popup(tabId);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await signInAs(browser.context, sandbox.users.author);
    const picker = popup.getByRole('combobox', { name: 'Flow' });
    await picker.click();
    await popup.getByRole('option', { name: /Request callback/ }).click();
    await popup.getByText('A policy of the browser keeps extensions from reading').waitFor();
    await popup.close();
    expect(browser.complaints).toEqual([]);
  });
});

function policy(sandbox: Sandbox): object {
  const { id } = sandbox.flow('requestCallback');
  const flows = [{ id, name: 'Request callback', pinned: true }];
  const { connections } = settingsFor(sandbox, { flows }) as { connections: object[] };
  return { connections, language: 'en' };
}
