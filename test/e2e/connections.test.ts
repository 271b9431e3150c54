import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor, signInAs } from '../harness/browser.ts';
import { answer, openLauncher, openStage, type Stage } from '../harness/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const clientId = '8d9e6f1a-1111-4222-8333-444455556666';

describe('the first run', () => {
  test('leads through three steps in the popup, and says at once what is wrong', async () => {
    await stage.browser.configure({ version: 1 });
    const { popup } = await openLauncher(stage);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByText('Choose your organization’s region.').waitFor();
    await popup.getByLabel('Region').selectOption('mypurecloud.de');
    const redirect = popup.getByRole('textbox', { name: 'Redirect URL' });
    expect(await redirect.inputValue()).toMatch(/\.chromiumapp\.org\/mypurecloud\.de$/);
    await popup.getByLabel('Client ID').fill('qZ8s1K3mVt5Xy7Bn9Pw2Rf4Gh6Jk8Lm0Qa1Sd3Fg5Hj');
    await popup.getByText('This looks like a client secret.').waitFor();
    await popup.getByLabel('Client ID').fill(clientId);
    await expect.poll(() => popup.getByText('This looks like').count()).toBe(0);
    await popup.close();
  });
});

describe('several connections', () => {
  test('are changed in the popup, and production asks with flow and customer', async () => {
    const { sandbox, browser } = stage;
    const [connection] = (settingsFor(sandbox) as { connections: object[] }).connections;
    await browser.configure({
      version: 1,
      connections: [connection, { ...connection, name: 'Live', confirmLaunch: true }],
    });
    const { popup } = await openLauncher(stage);
    await popup.getByLabel('Connection').selectOption('Live');
    await popup.getByText('Production: Live').first().waitFor();
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await signInAs(browser.context, sandbox.users.author);
    await popup.getByRole('combobox', { name: 'Flow' }).fill('Request callback');
    await popup
      .getByRole('option', { name: /^Request callback/ })
      .first()
      .click();
    await expect.poll(() => popup.getByLabel(/customer ?number/i).inputValue()).not.toBe('');
    await popup.getByRole('button', { name: 'Launch', exact: true }).click();
    const question = popup.getByRole('dialog');
    await question.getByText('Launch “Request callback” for +15550199888 in Live?').waitFor();
    await answer(popup, 'Cancel');
    expect(sandbox.executions()).toHaveLength(0);

    // A key that is held asks, and does not answer.
    const launch = popup.getByRole('button', { name: 'Launch', exact: true });
    await launch.focus();
    for (let repeats = 0; repeats < 12; repeats += 1) await popup.keyboard.down('Enter');
    await popup.keyboard.up('Enter');
    await question.waitFor();
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Cancel');
    expect(sandbox.executions()).toHaveLength(0);
    await popup.locator('dialog[data-ready]').waitFor();
    await popup.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });

    // Nor does the second click of a double one.
    await popup.evaluate(async () => {
      const named = (name: string) =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      // As soon as the button is there, however slow the machine is.
      const appears = new Promise<void>((resolve) => {
        new MutationObserver(() => {
          if (named('Launch now')) resolve();
        }).observe(document.body, { childList: true, subtree: true });
      });
      named('Launch')?.click();
      await appears;
      named('Launch now')?.click();
    });
    await question.waitFor();
    expect(sandbox.executions()).toHaveLength(0);
    await answer(popup, 'Launch now');
    await expect.poll(() => sandbox.executions().length).toBe(1);
  });
});
