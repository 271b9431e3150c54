import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, redirectUri, settingsFor } from '../harness/browser.ts';
import { haveSession } from '../harness/have-session.ts';
import { chooseFlow, picker, pressLaunch, resultIn, type Stage } from '../harness/stage.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';

// Two people at one computer, each with a profile of the browser, in the same organization.

let sandbox: Sandbox;
let ada: Stage;
let grace: Stage;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectUris: [redirectUri] });
  [ada, grace] = await Promise.all([profileOf('author'), profileOf('agent')]);
});
afterAll(async () => {
  await ada?.close();
  await grace?.close();
  await sandbox?.close();
});

async function profileOf(user: UserKey): Promise<Stage> {
  const browser = await openBrowser();
  browser.context.setDefaultTimeout(15_000);
  const { id, name } = sandbox.flow('requestCallback');
  // Agents may not read what a flow's inputs are.
  const inputs = { 'Flow.customerNumber': '{{customerNumber}}' };
  await browser.configure(settingsFor(sandbox, { flows: [{ id, name, inputs }] }));
  const stage = { sandbox, browser, close: () => browser.close() };
  await haveSession(stage, user);
  return stage;
}

async function openForm({ browser }: Stage, contact: number): Promise<Page> {
  const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/${contact}`);
  const popup = await browser.popup(tabId);
  await picker(popup).waitFor();
  await chooseFlow(popup, 'Request callback');
  await popup.getByText('from a link').first().waitFor();
  return popup;
}

async function historyIn(popup: Page): Promise<string> {
  await popup.getByRole('button', { name: 'History' }).click();
  const history = popup.getByRole('region', { name: 'History' });
  await history.getByText('Launches: 1 of 1').waitFor();
  return (await history.textContent()) ?? '';
}

test('launch each as who they are, for the customer in front of them, and see nothing of each other', async () => {
  const [left, right] = await Promise.all([openForm(ada, 1), openForm(grace, 2)]);
  await Promise.all([pressLaunch(left), pressLaunch(right)]);
  await Promise.all([resultIn(left, 'Completed'), resultIn(right, 'Completed')]);
  const made = sandbox.executions().map(({ launchedBy, inputData }) => ({ launchedBy, inputData }));
  expect(made).toHaveLength(2);
  expect(made).toContainEqual({
    launchedBy: 'author',
    inputData: expect.objectContaining({ 'Flow.customerNumber': '+15550199888' }),
  });
  expect(made).toContainEqual({
    launchedBy: 'agent',
    inputData: expect.objectContaining({ 'Flow.customerNumber': '+493023125555' }),
  });
  const [ofAda, ofGrace] = await Promise.all([historyIn(left), historyIn(right)]);
  expect(ofAda).not.toContain('+493023125555');
  expect(ofGrace).not.toContain('+15550199888');
});
