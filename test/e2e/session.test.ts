import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { focusIsOn } from '../harness/focus.ts';
import { haveSession } from '../harness/have-session.ts';
import {
  chooseFlow,
  leaveQuietly,
  openStage,
  picker,
  pressLaunch,
  type Stage,
  signedInLauncher,
  signInBy,
  signInByHand,
} from '../harness/stage.ts';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  stage = await openStage({ requestsPerMinute: 3_000, idleSeconds: 180 });
});
beforeEach(async () => {
  await haveSession(stage);
  ({ popup } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const field = (name: string) => popup.getByRole('textbox', { name, exact: true });
describe('a session that the server no longer takes', () => {
  test('ends in every view at once, says for what reason, and what was begun stays', async () => {
    const options = await stage.browser.options();
    await options.getByText('Signed in as Ada Author').waitFor();
    await options.getByText('Your organization ends a session after 3 minutes').waitFor();
    await fillTicket('Begun before');
    const { page: second, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/2`);
    const other = await stage.browser.popup(tabId);
    await picker(other).waitFor();
    await endSession();
    for (const view of [other, popup, options]) {
      await view
        .getByRole('alert')
        .filter({ hasText: 'ends it after 3 minutes without use' })
        .waitFor();
      await view.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    }
    await signInBy(stage, popup);
    await expect.poll(() => field('Subject').inputValue()).toBe('Begun before');
    await picker(other).waitFor();
    for (const each of [other, second, options]) await each.close();
  });

  test('that a person ended in another view is over here at once, with what they had begun', async () => {
    await fillTicket('Private');
    const options = await stage.browser.options();
    await options.getByRole('button', { name: 'Sign out' }).click();
    await focusIsOn(options, 'Sign in');
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await options.close();
    await signInBy(stage, popup);
    await chooseFlow(popup, 'Create support ticket');
    expect(await field('Subject').inputValue()).not.toBe('Private');
  });
});

describe('a person who may not launch', () => {
  test('sees which permission is missing, and launches nothing', async () => {
    await haveSession(stage, 'viewer');
    await popup.getByTitle(/^Vera Viewer/).waitFor();
    const executions = stage.sandbox.executions().length;
    await chooseFlow(popup, 'Service status');
    await pressLaunch(popup);
    await popup
      .getByText(/architect:flow:launch/)
      .first()
      .waitFor();
    expect(stage.sandbox.executions()).toHaveLength(executions);
  });
});

describe('another person who has signed in to the same browser', () => {
  test('does not launch under the name that the form shows, where the session is renewed as theirs', async () => {
    await endSession();
    await signInByHand(stage, popup, 'agent');
    await haveSession(stage, 'author');
    await popup.getByText('Ada Author is signed in now.').waitFor();
    await chooseFlow(popup, 'Instant answer');
    const before = stage.sandbox.executions().length;
    stage.sandbox.arm({
      match: { method: 'POST', path: '/api/v2/flows/executions' },
      status: 401,
    });
    await pressLaunch(popup);
    await popup.getByText('Grace Agent is signed in now.').waitFor();
    expect(stage.sandbox.executions()).toHaveLength(before);
    stage.sandbox.endLoginSessions();
  });
});

async function fillTicket(subject: string): Promise<void> {
  await chooseFlow(popup, 'Create support ticket');
  await field('Subject').fill(subject);
}

/** As the worker does when the server no longer takes the token: src/worker/session/session.test.ts */
async function endSession(): Promise<void> {
  await (await stage.browser.worker()).evaluate(async () => {
    const { session } = chrome.storage;
    const [key = ''] = (await session.getKeys()).filter((name) => name.startsWith('session '));
    const failure = { code: 'session-idle', params: { minutes: 3 } };
    await session.set({ [key.replace(/^session/, 'sign-in')]: { state: 'failed', failure } });
    await session.remove(key);
  });
}
