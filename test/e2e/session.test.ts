import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, signInWindow } from '../harness/browser.ts';
import {
  chooseFlow,
  leaveQuietly,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
  signInBy,
} from '../harness/stage.ts';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  ({ popup } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
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
    await signInBy(stage, popup);
    await expect.poll(() => field('Subject').inputValue()).toBe('Not signed in');
  });

  test('is over in every view at once, asks nothing more, and what was begun stays', async () => {
    const options = await stage.browser.options();
    await options.getByText('Signed in as Ada Author').waitFor();
    await fillTicket('Begun before');
    const { page: second, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/2`);
    stage.sandbox.expireTokens();
    stage.sandbox.endLoginSessions();
    await makeListOld();
    const other = await stage.browser.popup(tabId);
    for (const view of [other, popup, options]) {
      await view
        .getByRole('alert')
        .filter({ hasText: 'Your Genesys Cloud session has ended.' })
        .waitFor();
      await view.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    }
    const asked = stage.sandbox.requests().length;
    await popup.waitForTimeout(2_000);
    expect(stage.sandbox.requests()).toHaveLength(asked);

    await signInBy(stage, popup);
    await expect.poll(() => field('Subject').inputValue()).toBe('Begun before');
    await picker(other).waitFor();
    for (const each of [other, second, options]) await each.close();
  });

  test('that a person ended in another view is over here at once, with what they had begun', async () => {
    await fillTicket('Private');
    const options = await stage.browser.options();
    await options.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await options.close();
    await signInBy(stage, popup);
    await chooseFlow(popup, 'Create support ticket');
    expect(await field('Subject').inputValue()).not.toBe('Private');
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
