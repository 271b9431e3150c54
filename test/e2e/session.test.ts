import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, signInWindow } from './browser.ts';
import {
  chooseFlow,
  closePopups,
  expectQuiet,
  openLauncher,
  openStage,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signInBy,
} from './stage.ts';

let stage: Stage;
let popup: Page;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ requestsPerMinute: 3_000 });
  ({ popup, page } = await openLauncher(stage));
  await signInBy(stage, popup);
});
beforeEach(async () => {
  await popup.close();
  await page.close();
  await closePopups(stage.browser);
  ({ popup, page } = await openLauncher(stage));
  await picker(popup).waitFor();
});
afterEach(() => expectQuiet(stage.browser));
afterAll(() => stage?.close());

const field = (name: string) => popup.getByRole('textbox', { name, exact: true });
const posts = () => stage.sandbox.requests().filter(isLaunch).length;
const isLaunch = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/api/v2/flows/executions';

describe('a session that the server no longer takes', () => {
  test('is renewed on the way without a window, while the login session lives', async () => {
    await fillTicket('Without a window');
    stage.sandbox.expireTokens();
    const pages = stage.browser.context.pages().length;
    const executions = stage.sandbox.executions().length;
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(stage.browser.context.pages()).toHaveLength(pages);
    expect(stage.sandbox.executions()).toHaveLength(executions + 1);
    expect(lastInputs()).toMatchObject({ 'Flow.subject': 'Without a window' });
  });

  test('is renewed in the sign-in window otherwise, and nothing of the form is lost', async () => {
    await fillTicket('By window');
    stage.sandbox.expireTokens();
    stage.sandbox.endLoginSessions();
    const executions = stage.sandbox.executions().length;
    await pressLaunch(popup);
    await signInAs(stage.browser.context, stage.sandbox.users.author);
    await resultIn(popup, 'Completed');
    expect(stage.sandbox.executions()).toHaveLength(executions + 1);
    expect(lastInputs()).toMatchObject({ 'Flow.subject': 'By window' });
  });

  test('and that nobody renews leaves the launch refused, and the form as it was', async () => {
    await fillTicket('Not signed in');
    stage.sandbox.expireTokens();
    stage.sandbox.endLoginSessions();
    const executions = stage.sandbox.executions().length;
    await pressLaunch(popup);
    await (await signInWindow(stage.browser.context)).close();
    await resultIn(popup, 'Refused');
    expect(stage.sandbox.executions()).toHaveLength(executions);
    await popup.getByRole('button', { name: 'Launch again' }).first().click();
    await expect.poll(() => field('Subject').inputValue()).toBe('Not signed in');
  });

  test('shows no list of flows, and a button to sign in', async () => {
    await makeListOld();
    await popup.reload();
    await popup.getByText('You are signed out of Genesys Cloud.').first().waitFor();
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await signInAs(stage.browser.context, stage.sandbox.users.author);
    await popup
      .getByText('You are signed out of Genesys Cloud.')
      .first()
      .waitFor({ state: 'detached' });
  });
});

describe('somebody who may not launch', () => {
  test('is told which permission is missing; whatever is sent comes to nothing', async () => {
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await signInBy(stage, popup, 'viewer');
    const executions = stage.sandbox.executions().length;
    await chooseFlow(popup, 'Service status');
    await pressLaunch(popup);
    await popup
      .getByText(/architect:flow:launch/)
      .first()
      .waitFor();
    expect(stage.sandbox.executions()).toHaveLength(executions);
    expect(posts()).toBeGreaterThan(0);
  });
});

async function fillTicket(subject: string): Promise<void> {
  await chooseFlow(popup, 'Create support ticket');
  await field('Subject').fill(subject);
}

function lastInputs(): unknown {
  return stage.sandbox.executions().at(-1)?.inputData;
}

async function makeListOld(): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const all = await chrome.storage.local.get<Record<string, object>>();
    for (const [key, value] of Object.entries(all)) {
      if (key.startsWith('flows ')) {
        await chrome.storage.local.set({ [key]: { ...value, readAt: 0 } });
      }
    }
  });
}
