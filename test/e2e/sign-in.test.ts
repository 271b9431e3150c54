import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extensionId, settingsFor, signInAs, signInWindow } from '../harness/browser.ts';
import {
  leaveQuietly,
  openLauncher,
  openStage,
  picker,
  type Stage,
  signInBy,
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

function requestsTo(path: string): number {
  return stage.sandbox.requests().filter((request) => request.path === path).length;
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
  test('keeps the token in session storage only, and deletes it at the server at the end', async () => {
    await signInBy(stage, popup);
    await popup.getByText('Ada Author').waitFor();
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
    expect(await token()).toBe('');
    await options.close();
  });

  test('leaves nothing of one person for the next one to see, and does not sign in again by itself', async () => {
    await signInBy(stage, popup);
    await picker(popup).fill('Request callback');
    await popup.getByRole('option').first().click();
    await press('Sign out');
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await popup.reload();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await popup.waitForTimeout(300);
    const worker = await stage.browser.worker();
    const kept = await worker.evaluate(async () =>
      JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
    );
    expect(kept).not.toContain('Never published');
    expect(kept).not.toContain('accessToken');
  });

  test('keeps no list of flows that comes in after its reader has signed out', async () => {
    const list = { path: /^\/api\/v2\/flows\?/ };
    stage.sandbox.arm({ match: list, delayMs: 1_500, times: 9 });
    await signInBy(stage, popup);
    await press('Sign out');
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await popup.waitForTimeout(2_500);
    stage.sandbox.disarm();
    const worker = await stage.browser.worker();
    const kept = await worker.evaluate(async () => Object.keys(await chrome.storage.local.get()));
    expect(kept.filter((key) => key.startsWith('flows '))).toEqual([]);
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
    await signInBy(stage, popup);
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

  test.each([
    ['another state', '?code=abc&state=wrong', 'does not belong to this sign-in'],
    ['no state', '?code=abc', 'does not belong to this sign-in'],
    ['the address of another environment', '.au?code=abc&state=wrong', 'a different address'],
    ['no code', '?nonsense=1', 'does not belong to this sign-in'],
  ])('the answer has %s, and no code is redeemed', async (_, answer, words) => {
    const before = requestsTo('/oauth/token');
    const { host } = new URL(stage.sandbox.url);
    stage.sandbox.arm({
      match: { path: '/oauth/authorize' },
      status: 302,
      headers: { location: `https://${extensionId}.chromiumapp.org/${host}${answer}` },
    });
    await press('Sign in');
    await alert().getByText(words).waitFor();
    expect(requestsTo('/oauth/token')).toBe(before);
    expect(await token()).toBe('');
  });

  test.each([
    [
      'no token_type',
      { json: { access_token: 'canary', expires_in: 60 } },
      /not a valid token response/,
    ],
    ['HTML', { html: true }, /not a valid token response/],
    ['JSON that breaks off', { invalidJson: true }, /not a valid token response/],
    ['a fault', { status: 503, html: true }, /The login server has a fault/],
    ['a refusal', refusal('invalid_grant', 'code expired'), /took too long or was used twice/],
    ['a throttle', refusal('invalid_request', 'rate limit exceeded'), /too many in a short time/],
  ])('the login server answers the code with %s', async (_, answer, words) => {
    await signInBy(stage, popup);
    await press('Sign out');
    stage.sandbox.arm({ match: { path: '/oauth/token' }, ...answer });
    await press('Sign in');
    await alert().getByText(words).waitFor();
    expect(await sessionStorage()).not.toContain('canary');
    expect(await token()).toBe('');
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

  test('the login server cannot be reached', async () => {
    await stage.browser.configure(settingsFor({ ...stage.sandbox, url: 'http://127.0.0.1:9' }));
    await press('Sign in');
    await alert().getByText('The login server did not respond.').waitFor();
    await stage.browser.configure(settingsFor(stage.sandbox));
  });

  test('the login server goes away before it gives a token', async () => {
    await signInBy(stage, popup);
    await press('Sign out');
    // The browser itself tries again where a connection that was kept alive is dropped.
    stage.sandbox.arm({ match: { path: '/oauth/token' }, drop: 'before', times: 10 });
    await press('Sign in');
    await alert().getByText('The login server did not respond.').waitFor();
  });
});

const notAccepted = /does not accept this client ID or its redirect URL/;

function refusal(error: string, description: string) {
  return { status: 400, json: { error, description, error_description: description } };
}
