import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor, signInAs, signInWindow } from '../harness/browser.ts';
import {
  leaveQuietly,
  openLauncher,
  openStage,
  picker,
  type Stage,
  signInByHand,
} from '../harness/stage.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  ({ popup } = await openLauncher(stage));
});
afterEach(async () => {
  if (await token()) {
    await press('Sign out');
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  }
  await leaveQuietly(stage);
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.clear());
});
afterAll(() => stage?.close());

const alert = () => popup.getByRole('alert');
const press = (name: string) => popup.getByRole('button', { name }).click();

async function sessionStorage(): Promise<string> {
  const worker = await stage.browser.worker();
  return JSON.stringify(await worker.evaluate(() => chrome.storage.session.get()));
}

async function token(): Promise<string> {
  return /"accessToken":"([^"]+)"/.exec(await sessionStorage())?.[1] ?? '';
}

async function statusWith(accessToken: string): Promise<number> {
  const { status } = await fetch(`${stage.sandbox.url}/api/v2/users/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return status;
}

/** How many popups the worker brought back. */
async function popupsOpen(): Promise<number> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({});
    return contexts.filter(({ documentUrl }) => documentUrl?.includes('/src/popup/')).length;
  });
}

describe('signing in and out', () => {
  test('keeps the token in session storage only; signing out deletes it at the server, and here everything of the person', async () => {
    await signInByHand(stage, popup);
    await popup.getByText('Ada Author').waitFor();
    await picker(popup).fill('Request callback');
    await popup.getByRole('option').first().click();
    const accessToken = await token();
    expect(await statusWith(accessToken)).toBe(200);
    const worker = await stage.browser.worker();
    const local = JSON.stringify(await worker.evaluate(() => chrome.storage.local.get()));
    const web = await popup.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
    expect(`${local}${web}${await popup.content()}`).not.toContain(accessToken);
    expect(`${local}${web}${await sessionStorage()}`).not.toMatch(/verifier|challenge/i);

    const options = await stage.browser.options();
    await options.getByText(/Signed in as Ada Author/).waitFor();
    await press('Sign out');
    await options.getByRole('button', { name: 'Sign in' }).waitFor();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await expect.poll(() => statusWith(accessToken)).toBe(401);
    await options.close();
    await popup.reload();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    const kept = await worker.evaluate(async () =>
      JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
    );
    expect(kept).not.toContain('Never published');
    expect(kept).not.toContain('accessToken');
  });

  test('is carried through by the worker when the popup closes, which comes back', async () => {
    stage.sandbox.endLoginSessions();
    await press('Sign in');
    await signInWindow(stage.browser.context);
    await popup.close();
    await signInAs(stage.browser.context, stage.sandbox.users.agent);
    await expect.poll(token).not.toBe('');
    await expect.poll(popupsOpen).toBe(1);
    ({ popup } = await openLauncher(stage));
    await popup.getByText('Grace Agent').waitFor();
  });
});

describe('a sign-in that comes to nothing says why', () => {
  test('the window was closed', async () => {
    stage.sandbox.endLoginSessions();
    await press('Sign in');
    await (await signInWindow(stage.browser.context)).close();
    await alert().getByText('The sign-in window was closed before you were signed in.').waitFor();
    await signInByHand(stage, popup);
  });

  test('access was denied', async () => {
    stage.sandbox.endLoginSessions();
    await press('Sign in');
    const form = await signInWindow(stage.browser.context);
    await form.getByRole('button', { name: 'Cancel' }).click();
    await alert()
      .getByText(/The sign-in was denied/)
      .waitFor();
  });

  test('the client id is not known', async () => {
    const clientId = '00000000-0000-4000-8000-000000000000';
    await stage.browser.configure(settingsFor(stage.sandbox, { clientId }));
    await press('Sign in');
    await alert().getByText(notAccepted).waitFor();
    await stage.browser.configure(settingsFor(stage.sandbox));
  });

  test('the redirect URL is not registered', async () => {
    const other = await startSandbox({ redirectUris: ['https://example.com/callback'] });
    await stage.browser.configure(settingsFor(other));
    await press('Sign in');
    await alert().getByText(notAccepted).waitFor();
    await stage.browser.configure(settingsFor(stage.sandbox));
    await other.close();
  });
});

const notAccepted = /does not accept this client ID or its redirect URL/;
