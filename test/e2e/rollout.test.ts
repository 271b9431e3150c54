import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from '../harness/stage.ts';

let stage: Stage;
let options: Page;
let rollout: Locator;

beforeAll(async () => {
  stage = await openStage();
  const { id } = stage.sandbox.flow('requestCallback');
  const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
  const flows = [{ id, name: 'Request callback', pinned: true, inputs: {} }];
  await stage.browser.configure({
    version: 1,
    connections: [
      { name: 'Production', environment: { region: 'mypurecloud.de' }, clientId, flows },
    ],
    defaultCountry: 'DE',
    appearance: 'dark',
  });
  options = await stage.browser.options();
  rollout = options.getByRole('region', { name: 'Rollout' });
});
afterAll(() => stage?.close());

async function exported(): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    rollout.getByRole('button', { name: 'Export as policy' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text };
}

describe('what is set up', () => {
  test('becomes a policy for the Google Admin console, without what is a matter of taste', async () => {
    await rollout.getByRole('button', { name: 'These settings as a policy' }).click();
    await rollout.getByText('Everything in it applies.').waitFor();
    const { name, text } = await exported();
    expect(name).toBe('kickoff-policy-chrome-google.json');
    const document = JSON.parse(text);
    expect(Object.keys(document)).toEqual(['connections', 'defaultCountry']);
    expect(document.defaultCountry).toEqual({ Value: 'DE' });
  });

  test('becomes one that installs the extension, and each of its fields says what is wrong with it', async () => {
    await rollout.getByLabel('Format').selectOption('linux');
    const address = rollout.getByLabel('Update URL');
    await address.fill('http://intranet.example/update.xml');
    await rollout.getByText('The address must begin with https://.').waitFor();
    const button = rollout.getByRole('button', { name: 'Export as policy' });
    await expect(button.isDisabled()).resolves.toBe(true);
    await address.fill('https://intranet.example/update.xml');
    await rollout.getByLabel('We have told our people').check();
    const document = JSON.parse((await exported()).text);
    const { extensionId } = stage.browser;
    expect(document.ExtensionSettings[extensionId]).toMatchObject({
      installation_mode: 'force_installed',
      update_url: 'https://intranet.example/update.xml',
    });
    expect(document['3rdparty'].extensions[extensionId]).toMatchObject({
      defaultCountry: 'DE',
      disclosureGiven: true,
    });
  });

  test('becomes the code of its OAuth client and roles', async () => {
    await rollout.getByRole('button', { name: 'The OAuth client and the roles as code' }).click();
    const redirect = `https://${stage.browser.extensionId}.chromiumapp.org/mypurecloud.de`;
    await rollout.getByText(`registered_redirect_uris = ["${redirect}"]`).waitFor();
    await rollout.getByLabel('Extension IDs, one per line').fill('store');
    await rollout.getByText('Not an extension ID: store').waitFor();
    await rollout.getByLabel('Extension IDs, one per line').fill('p'.repeat(32));
    await rollout.getByText(`${stage.browser.extensionId}, the ID of this installation`).waitFor();
  });
});

describe('a policy that is pasted', () => {
  const paste = (text: string) => rollout.getByLabel('Policy', { exact: true }).fill(text);

  test('is explained line by line, beside the policy that is in force now', async () => {
    await rollout.getByRole('button', { name: 'Read a policy' }).click();
    await paste('{ "defaultCountry": "AT", "notifications": true, "days": 3 }');
    const row = (name: string) => rollout.getByRole('row', { name });
    await expect.poll(() => row('defaultCountry').textContent()).toBe('defaultCountryATDE');
    await expect(row('notifications').textContent()).resolves.toContain('the same');
    await rollout.getByText('The browser withholds this without notice').waitFor();
  });

  test('with a defect is refused with line and column, and one for another extension with its ID', async () => {
    await paste('{\n  "defaultCountry": "AT",\n}');
    await rollout
      .getByRole('alert')
      .getByText(/line 2/i)
      .waitFor();
    const extensions = { abcdefghijklmnopabcdefghijklmnop: { defaultCountry: 'AT' } };
    await paste(JSON.stringify({ '3rdparty': { extensions } }));
    await rollout.getByText('is for the extension abcdefghijklmnopabcdefghijklmnop').waitFor();
    expect(stage.browser.complaints).toEqual([]);
  });
});

describe('the health of the installation', () => {
  test('has versions, policy, checks and errors on one page', async () => {
    await rollout.getByRole('button', { name: 'Health of this installation' }).click();
    const report = rollout.locator('.health');
    await report.getByText(stage.browser.extensionId, { exact: true }).first().waitFor();
    await report.getByText('Policy as received').waitFor();
    await report.getByText('Storage used').waitFor();
    await report.getByRole('region', { name: 'Production' }).getByRole('button').waitFor();
    await report.getByText('None in this browser’s history.').waitFor();
    await report.getByRole('button', { name: 'Copy support bundle' }).waitFor();
  });

  test('goes on paper alone, in dark letters', async () => {
    await options.emulateMedia({ media: 'print' });
    await expect(options.getByRole('navigation').isVisible()).resolves.toBe(false);
    await expect(options.locator('#connections').isVisible()).resolves.toBe(false);
    await expect(rollout.getByRole('button').count()).resolves.toBe(0);
    const report = rollout.locator('.health');
    await expect(report.getByText('Policy as received').isVisible()).resolves.toBe(true);
    const color = await report.evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe('rgb(26, 29, 36)');
    await options.emulateMedia({ media: 'screen' });
    expect(stage.browser.complaints).toEqual([]);
  });
});
