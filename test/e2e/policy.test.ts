import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, settingsFor, signInAs } from '../harness/browser.ts';
import { withLatePolicy } from '../harness/late-policy.ts';
import { type ManagedBrowser, openManagedBrowser } from '../harness/managed-browser.ts';
import { type ManagedBuild, whyNoPolicy } from '../harness/policy-file.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const reason = await whyNoPolicy();
if (reason) console.warn(`\nNOT RUN: the tests with a real policy file, because ${reason}.\n`);

let managed: ManagedBrowser | undefined;
let sandbox: Sandbox;
let build: ManagedBuild;
let browser: Browser;

describe.skipIf(reason !== undefined)('under a policy file', () => {
  beforeAll(async () => {
    managed = await openManagedBrowser(policy);
    ({ sandbox, build, browser } = managed);
  });
  afterAll(() => managed?.close());

  test('the first run goes straight to signing in, and an allowed flow can be launched', async () => {
    const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
    const popup = await browser.popup(tabId);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await signInAs(browser.context, sandbox.users.author);
    const picker = popup.getByRole('combobox', { name: 'Flow' });
    await picker.click();
    await expect.poll(() => popup.getByRole('option').allTextContents()).toHaveLength(1);
    await popup.getByRole('option', { name: /Request callback/ }).click();
    await popup.getByRole('button', { name: 'Launch', exact: true }).click();
    await popup.getByRole('region', { name: 'Result' }).getByText('Completed').waitFor();
    await popup.getByRole('button', { name: 'Details' }).first().click();
    await popup.getByRole('button', { name: 'Copy as cURL' }).waitFor();
    for (const name of [/history/i, /HTTP archive|HAR/i]) {
      await expect(popup.getByRole('button', { name }).count()).resolves.toBe(0);
    }
    expect(browser.context.pages().some((page) => page.url().includes('options'))).toBe(false);
    await popup.close();
  });

  test('what it sets is locked, no import changes it, and the options name its mistakes', async () => {
    const options = await browser.options();
    const connections = options.getByRole('region', { name: 'Connections' });
    await connections.getByText('Set by your organization').waitFor();
    await expect(connections.getByLabel('Client ID').isDisabled()).resolves.toBe(true);
    await expect(connections.getByRole('button', { name: 'Add connection' }).count()).resolves.toBe(
      0,
    );
    await expect(options.getByLabel('Default country').isDisabled()).resolves.toBe(true);
    const language = options.getByLabel('Language', { exact: true });
    await expect(language.isDisabled()).resolves.toBe(true);
    await expect(options.getByLabel('Days to keep launches').isDisabled()).resolves.toBe(false);
    await expect(options.getByRole('button', { name: 'Export settings' }).count()).resolves.toBe(0);
    await options.getByText('connections[1].environment.region').waitFor();
    const about = options.getByRole('region', { name: 'About' });
    await about
      .getByText('allowedFlows, connections, defaultCountry, disabledFeatures, language', {
        exact: true,
      })
      .waitFor();
    await about.getByText('the browser withheld it').waitFor();

    const file = { version: 1, defaultCountry: 'FR', history: { days: 7 } };
    await options.locator('input[type=file]').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await options.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => options.getByLabel('Days to keep launches').inputValue()).toBe('7');
    await expect(options.getByLabel('Default country').inputValue()).resolves.toBe('DE');
    await options.close();
  });

  test('a changed file takes effect while the browser runs', async () => {
    const options = await browser.options();
    build.setPolicy({ ...policy(sandbox), defaultCountry: 'AT', disabledFeatures: [] });
    const country = options.getByLabel('Default country');
    await expect.poll(() => country.inputValue(), { timeout: 20_000 }).toBe('AT');
    await options.getByRole('button', { name: 'Export settings' }).waitFor();
    await options.close();
  });

  test('views do not wait for a policy that comes late, and take it up without being reloaded', async () => {
    const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
    const popup = await browser.popup(tabId);
    const { handOver } = await withLatePolicy(popup);
    await popup.getByText('Waiting for the browser').waitFor();
    await expect(popup.getByLabel('Client ID').count()).resolves.toBe(0);
    await handOver();
    await popup.getByRole('combobox', { name: 'Flow' }).waitFor();
    await expect(popup.getByText('Waiting for the browser').count()).resolves.toBe(0);
    await popup.close();
  });

  test('a managed site rule can be read without a click, and stands before a person’s own', async () => {
    const rule = { name: 'CRM', match: [`${sandbox.crmUrl}contacts/*`] };
    build.setPolicy({ ...policy(sandbox), sites: [rule], mode: { sites: 'add' } });
    const options = await browser.options();
    const sites = options.getByRole('region', { name: 'Sites', exact: true });
    await sites.getByRole('button', { name: /^CRM/ }).click({ timeout: 20_000 });
    await expect(sites.getByLabel('Site name').isDisabled()).resolves.toBe(true);
    await sites.getByRole('button', { name: 'Allow access to 127.0.0.1' }).click();
    await sites.getByRole('button', { name: 'Revoke access to 127.0.0.1' }).first().waitFor();

    await sites.getByRole('button', { name: 'Add site' }).click();
    const names = sites.getByLabel('Site name');
    await names.fill('Mine');
    await sites.getByLabel('Pages', { exact: true }).fill('https://mine.example/*');
    await options.getByText('Saved.', { exact: true }).waitFor();
    await expect(sites.getByText('Set by your organization').count()).resolves.toBe(1);
    await options.reload();
    const cards = sites.getByRole('list').first().getByRole('listitem');
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(2);
    await expect(cards.first().textContent()).resolves.toContain('CRM');
    await sites.getByRole('button', { name: /^Mine/ }).waitFor();
    expect(browser.complaints).toEqual([]);
  });
});

function policy(sandbox: Sandbox): object {
  const { connections } = settingsFor(sandbox) as { connections: object[] };
  return {
    connections: [
      ...connections,
      { name: 'Typo', environment: { region: 'mypurecloud.dee' }, clientId: sandbox.clientId },
    ],
    defaultCountry: 'DE',
    language: 'en',
    disabledFeatures: ['export', 'history'],
    // Withheld by Chrome, whose word the schema is.
    notifications: 'yes',
    allowedFlows: [sandbox.flow('requestCallback').id],
  };
}
