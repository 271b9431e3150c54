import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { focusIsOn } from '../harness/focus.ts';
import { withLatePolicy } from '../harness/late-policy.ts';
import { openLauncher, openStage, type Stage } from '../harness/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';

describe('the options page', () => {
  let options: Page;
  beforeEach(async () => {
    await options?.close();
    await stage.browser.configure(settingsFor(stage.sandbox));
    options = await stage.browser.options();
  });

  test('saves each right value as it is typed and no wrong one, and undoes', async () => {
    await options.getByLabel('Client ID').fill('not an id');
    await options.getByLabel('Name', { exact: true }).fill('Renamed');
    await options.getByText('A client ID looks like').waitFor();
    expect((await stored()).connections[0].name).toBe('Sandbox');
    await options.getByLabel('Client ID').fill(clientId);
    await expect.poll(async () => (await stored()).connections[0].name).toBe('Renamed');
    expect((await stored()).connections[0].clientId).toBe(clientId);
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await stored()).connections[0].name).toBe('Sandbox');
    await expect
      .poll(() => options.getByLabel('Name', { exact: true }).inputValue())
      .toBe('Sandbox');
  });

  test('adds, copies, orders, uses and removes connections', async () => {
    await options.getByRole('button', { name: 'Duplicate Sandbox' }).click();
    await expect.poll(names).toEqual(['Sandbox', 'Sandbox 2']);
    await options.getByRole('button', { name: 'Add connection' }).click();
    await focusIsOn(options, 'Region');
    await options.getByLabel('Region').selectOption('mypurecloud.ie');
    await options.getByLabel('Client ID').fill(clientId);
    await expect.poll(names).toEqual(['Sandbox', 'Sandbox 2', 'EMEA (Ireland)']);
    await options.getByRole('button', { name: 'Move EMEA (Ireland) up' }).click();
    await expect.poll(names).toEqual(['Sandbox', 'EMEA (Ireland)', 'Sandbox 2']);
    await focusIsOn(options, 'Move EMEA (Ireland) up');
    await options.keyboard.press('Enter');
    await expect.poll(names).toEqual(['EMEA (Ireland)', 'Sandbox', 'Sandbox 2']);
    await focusIsOn(options, 'Move EMEA (Ireland) down');
    await options.keyboard.press('Enter');
    await expect.poll(names).toEqual(['Sandbox', 'EMEA (Ireland)', 'Sandbox 2']);
    await options.getByRole('button', { name: 'Use' }).last().press('Enter');
    await expect.poll(async () => (await stored()).connection).toBe('Sandbox 2');
    await focusIsOn(options, 'Sandbox 2');
    await options.getByRole('button', { name: 'Remove Sandbox 2' }).click();
    await expect.poll(names).toEqual(['Sandbox', 'EMEA (Ireland)']);
    await focusIsOn(options, 'EMEA (Ireland)');
    await options.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(names).toEqual(['Sandbox', 'EMEA (Ireland)', 'Sandbox 2']);
  });

  test('takes a flow by its address, with a mapping, and a site rule', async () => {
    const { id } = stage.sandbox.flow('requestCallback');
    await options.getByRole('button', { name: 'Add flow' }).click();
    const address = `https://apps.mypurecloud.de/architect/#/workflow/flows/${id}/latest`;
    await options.getByLabel('Flow ID or address').fill(address);
    await options.getByLabel('Flow name').fill('Callback');
    await options.getByRole('button', { name: 'Add input' }).click();
    await options.getByLabel('Input 1: name').fill('Flow.customerNumber');
    await options.getByLabel('Input 1: value').fill('{{customerNumber}}');
    await expect
      .poll(async () => (await stored()).connections[0].flows)
      .toMatchObject([
        { id, name: 'Callback', inputs: { 'Flow.customerNumber': '{{customerNumber}}' } },
      ]);

    await options.getByRole('button', { name: 'Add site' }).click();
    await options.getByLabel('Site name').fill('CRM');
    await options.getByLabel('Pages').fill('crm.example.com');
    await options.getByLabel('Flow to offer').fill('Callback');
    await options.getByText('A pattern looks like').waitFor();
    await options.getByLabel('Pages').fill('https://crm.example.com/*');
    await options.getByRole('button', { name: 'Add field' }).click();
    await options.getByLabel('Field', { exact: true }).fill('customerNumber');
    await options.getByLabel('CSS selector').fill('.phone');
    await expect
      .poll(async () => (await stored()).sites)
      .toMatchObject([
        { name: 'CRM', fields: { customerNumber: { selector: '.phone' } }, flow: 'Callback' },
      ]);
  });

  test('keeps what is half typed when the browser says late that there is no policy', async () => {
    const { handOver } = await withLatePolicy(options);
    await options.getByRole('button', { name: 'Add site' }).click();
    const name = options.getByLabel('Site name');
    await name.fill('CRM');
    await handOver();
    await options.evaluate(async () => {
      await chrome.storage.managed.get();
      await new Promise((drawn) => setTimeout(drawn, 100));
    });
    expect(await name.inputValue()).toBe('CRM');
  });

  test('exports, resets, undoes and imports, and shows first what changes', async () => {
    const before = await stored();
    const [file] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Export settings' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    await options.getByRole('button', { name: 'Reset settings' }).click();
    await expect.poll(names).toEqual([]);

    await choose(text);
    const review = options.getByRole('region', { name: 'What the file would change' });
    await review.getByText(/^The file sends sign-ins/).waitFor();
    expect(await names()).toEqual([]);
    await review.getByLabel('I trust these addresses').check();
    await review.getByText('connections › Sandbox').waitFor();
    await review.getByRole('button', { name: 'Apply' }).press('Enter');
    await expect.poll(names).toEqual(['Sandbox']);
    await focusIsOn(options, 'Import settings');
    expect((await stored()).connections[0]).toMatchObject(before.connections[0]);

    await choose('{"version":99,"sites":[]}');
    await options.getByRole('alert').getByText('newer version of Kickoff').waitFor();
  });

  test('refuses the file of another program, and says so', async () => {
    const before = await stored();
    await choose('{"name":"left-pad","version":"1.3.0","scripts":{"test":"exit 1"}}');
    await options.getByRole('alert').getByText('This file contains no Kickoff settings').waitFor();
    await choose('<html>');
    await options.getByRole('alert').getByText('not valid JSON').waitFor();
    expect(await stored()).toEqual(before);
  });

  test('says when the browser has no room left, and keeps what was saved before', async () => {
    const worker = await stage.browser.worker();
    await worker.evaluate(async () => {
      const { local } = chrome.storage;
      const free = local.QUOTA_BYTES - (await local.getBytesInUse());
      await local.set({ filler: 'x'.repeat(free - 20) });
    });
    await options.getByLabel('Name', { exact: true }).fill(`Sandbox ${'x'.repeat(80)}`);
    await options.getByRole('alert').filter({ hasText: 'could not save' }).waitFor();
    expect(await names()).toEqual(['Sandbox']);
    await worker.evaluate(() => chrome.storage.local.remove('filler'));
    await options.getByLabel('Name', { exact: true }).fill('With room');
    await expect.poll(names).toEqual(['With room']);
  });

  test('finds sections by their words, and has an address for each', async () => {
    await options.getByRole('searchbox', { name: 'Search the options' }).fill('country');
    await expect.poll(() => options.locator('section:visible').count()).toBeLessThan(3);
    const said = (words: RegExp) =>
      options.getByRole('status').filter({ hasText: words }).waitFor();
    await said(/^[12] matching sections?$/);
    await options.getByRole('searchbox').fill('zebra');
    await said(/No option matches/);
    await options.getByRole('searchbox').fill('');
    const linked = await stage.browser.options('#data');
    await expect
      .poll(() => linked.locator('#data').evaluate((each) => each.getBoundingClientRect().top))
      .toBeLessThan(400);
    await linked.close();
  });

  test('shows itself in the appearance and the language that are chosen, at once and everywhere', async () => {
    const { popup } = await openLauncher(stage);
    const scheme = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await scheme(popup)).toBe('light dark');
    await options.getByLabel('Appearance', { exact: true }).selectOption('dark');
    await expect.poll(() => scheme(popup)).toBe('dark');
    await expect.poll(() => scheme(options)).toBe('dark');
    await options.getByLabel('Language', { exact: true }).selectOption('de');
    await popup.getByRole('button', { name: 'Anmelden' }).waitFor();
    await options.getByRole('heading', { name: 'Verbindungen' }).waitFor();
    await popup.reload();
    await popup.getByRole('button', { name: 'Anmelden' }).waitFor();
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
    const worker = await stage.browser.worker();
    await expect
      .poll(() => worker.evaluate(() => chrome.action.getTitle({})))
      .toBe('Kickoff für Genesys Cloud');
    // A page behind another draws no frames, for which a click waits.
    await options.bringToFront();
    await options.getByRole('button', { name: 'Rückgängig' }).click();
    await options.getByRole('heading', { name: 'Connections' }).waitFor();
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => scheme(popup)).toBe('light dark');
    await popup.close();
  });

  test('keeps the contact types of the org, and the default one', async () => {
    const list = options.getByLabel('Contact types', { exact: true });
    await list.fill('Voice\nRückruf');
    await options.getByLabel('Default contact type').selectOption('Rückruf');
    await expect.poll(stored).toMatchObject({
      contactTypes: ['Voice', 'Rückruf'],
      defaultContactType: 'Rückruf',
    });
    const linked = await stage.browser.options('#appearance');
    await linked.getByRole('searchbox').fill('language');
    await expect.poll(() => linked.locator('section:visible').count()).toBeLessThan(4);
    await linked.locator('#appearance').waitFor();
    await linked.close();
  });

  async function choose(text: string): Promise<void> {
    await options.locator('input[type=file]').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  }
});

interface StoredSettings {
  connection?: string;
  connections: [{ name: string; clientId: string; flows: object[] }];
  sites: object[];
}

async function stored(): Promise<StoredSettings> {
  const worker = await stage.browser.worker();
  return worker.evaluate(
    async () => (await chrome.storage.local.get<{ settings: StoredSettings }>('settings')).settings,
  );
}

async function names(): Promise<string[]> {
  return (await stored()).connections.map(({ name }) => name);
}
