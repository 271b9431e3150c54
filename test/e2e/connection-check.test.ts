import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor, signInWindow } from '../harness/browser.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';

let stage: Stage;
let options: Page;
beforeAll(async () => {
  stage = await openStage();
  options = await stage.browser.options();
});
beforeEach(async () => {
  stage.sandbox.setHistory(false);
  stage.sandbox.endLoginSessions();
  await (await stage.browser.worker()).evaluate(() => chrome.storage.session.clear());
  await stage.browser.configure(settingsFor(stage.sandbox));
});
afterEach(() => stage.sandbox.disarm());
afterAll(() => stage?.close());

describe('a check of the connection', () => {
  test('is green from top to bottom where everything is in order', async () => {
    stage.sandbox.setHistory(true);
    await haveToken('author');
    const lines = await check();
    expect(lines.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(lines).toHaveLength(14);
    expectLine(lines, 'good', 'Signed in as Ada Author in Sandbox Contact Centre');
  });

  test('tells an agent which permissions are missing, and what each is for', async () => {
    await haveToken('agent');
    const lines = await check();
    expectLine(lines, 'warn', 'choose from a list', 'architect:flow:view', 'Roles / Permissions');
    expectLine(lines, 'warn', 'search past', 'architect:flowInstance:search', 'Administrators');
    expectLine(
      lines,
      'bad',
      'You do not have permission to list flows',
      'add flows by their address',
    );
    expectLine(lines, 'warn', 'Kickoff cannot see', 'architect:flowinstanceexecutiondata:view');
    expect(lines.filter(({ state }) => state === 'bad')).toHaveLength(1);
  });

  test('tells a person without any right each right that is missing', async () => {
    await haveToken('guest');
    const lines = await check();
    expectLine(lines, 'good', 'Signed in as Gil Guest');
    expectLine(lines, 'bad', 'architect:flow:launch', 'Roles / Permissions');
    for (const permission of ['flowExecution:view', 'flow:view', 'flowInstance:search']) {
      const hits = lines.filter(({ words }) => words.includes(`architect:${permission}`));
      expect(
        hits.map(({ state }) => state),
        permission,
      ).not.toContain('good');
      expect(hits.length, permission).toBeGreaterThan(0);
    }
  });

  test('tells what an org that enforces scopes did not grant', async () => {
    await haveToken('author', ['user-basic-info']);
    const lines = await check();
    expect(
      lines.filter(({ words }) => words.includes('architect')).map(({ state }) => state),
    ).toContain('bad');
  });

  test('tells a client that the login server does not know', async () => {
    const clientId = '8d9e6f1a-1111-4222-8333-444455556666';
    await stage.browser.configure(settingsFor(stage.sandbox, { clientId }));
    expectLine(
      await check(),
      'bad',
      'does not recognize this client',
      'Admin > Integrations > OAuth',
    );
  });

  test('tells a redirect URL that is not registered', async () => {
    const other = await startSandbox({ redirectUris: ['https://elsewhere.example/callback'] });
    await stage.browser.configure(settingsFor(other));
    const lines = await check();
    expectLine(lines, 'good', 'OAuth client recognized');
    expectLine(lines, 'bad', 'redirect URL is not registered', 'authorized redirect URIs');
    await other.close();
  });

  test('tells a scope that the client may not ask for', async () => {
    const scopes = ['architect', 'user-basic-info', 'flow:execute'];
    await stage.browser.configure(settingsFor(stage.sandbox, { scopes }));
    await options.getByRole('button', { name: 'Sign in' }).click();
    await options.getByRole('alert').waitFor();
    expectLine(await check(), 'bad', 'not allowed to ask for one of the scopes', 'tab Scopes');
  });

  test('tells a client that the org has not approved', async () => {
    await options.getByRole('button', { name: 'Sign in' }).click();
    const page = await signInWindow(stage.browser.context);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await options.getByRole('alert').waitFor();
    expectLine(await check(), 'bad', 'not approved the client', 'Authorized Applications');
  });
});

interface Line {
  state: string;
  words: string;
}

/** Presses the button and waits for the end of the check. */
async function check(): Promise<Line[]> {
  const button = options.getByRole('button', { name: 'Check connection' });
  const list = options.getByRole('list', { name: 'Check connection' });
  await button.click();
  await list.waitFor();
  await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
  return list.getByRole('listitem').evaluateAll((items) =>
    items.map((item) => ({
      state: /check-(good|warn|bad|waiting|checking)/.exec(item.className)?.[1] ?? '',
      words: item.textContent ?? '',
    })),
  );
}

function expectLine(lines: readonly Line[], state: string, ...words: string[]): void {
  const hits = lines.filter(
    (line) => line.state === state && words.every((each) => line.words.includes(each)),
  );
  expect(hits, JSON.stringify(lines, null, 1)).toHaveLength(1);
}

/** Hands the extension a token without the sign-in form. */
async function haveToken(user: UserKey, scopes?: readonly string[]): Promise<void> {
  const { url, clientId, issueToken } = stage.sandbox;
  const accessToken = issueToken(user, scopes);
  const worker = await stage.browser.worker();
  await worker.evaluate(
    ([key, token]) => {
      const session = { accessToken: token, expiresAt: Date.now() + 3_600_000 };
      return chrome.storage.session.set({ [key as string]: session });
    },
    [`session ${url} ${url} ${clientId}`, accessToken],
  );
}
