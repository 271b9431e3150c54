import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  openBrowser,
  redirectUri,
  settingsFor,
  signInAs,
} from '../harness/browser.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectUris: [redirectUri] });
  browser = await openBrowser();
  await browser.configure(settingsFor(sandbox));
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

describe('the main job', () => {
  test('signs in, picks a flow, finds the number on the page, launches and follows to the end', async () => {
    const { page, tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
    const before = await page.content();
    const popup = await browser.popup(tabId);

    await popup.getByRole('button', { name: 'Sign in' }).click();
    await signInAs(browser.context, sandbox.users.author);

    const picker = popup.getByRole('combobox', { name: 'Flow' });
    await picker.fill('request callb');
    await popup
      .getByRole('option', { name: /Request callback/ })
      .first()
      .click();
    await expect
      .poll(() => popup.getByLabel(/customer ?number/i).inputValue())
      .toBe('+15550199888');

    await popup.getByRole('button', { name: 'Launch', exact: true }).click();
    const result = popup.getByRole('region', { name: 'Result' });
    await result.getByText('Completed').waitFor();

    const [execution] = sandbox.executions();
    expect(execution?.flow.id).toBe(sandbox.flow('requestCallback').id);
    expect(execution?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550199888' });
    expect(sandbox.executions()).toHaveLength(1);
    await expect(result.textContent()).resolves.toContain(execution?.id);
    expect(await page.content()).toBe(before);
    expect(browser.complaints).toEqual([]);
  });
});
