import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLauncher, openStage, picker, type Stage, signInBy } from '../harness/stage.ts';

let stage: Stage;
let popup: Page;
beforeAll(async () => {
  stage = await openStage({ tokenSeconds: 300, idleSeconds: 180 });
  ({ popup } = await openLauncher(stage));
  await signInBy(stage, popup);
});
afterAll(() => stage?.close());

test('a session in use is renewed before it ends, without a window', async () => {
  const before = await sessionEnd();
  const windows = stage.browser.context.pages().length;
  await goOff();
  await expect.poll(sessionEnd).toBeGreaterThan(before);
  expect(stage.browser.context.pages()).toHaveLength(windows);
});

test('where that fails it is tried once, and the session lives to its end', async () => {
  stage.sandbox.endLoginSessions();
  const before = await sessionEnd();
  const asked = authorizations();
  await goOff();
  await expect.poll(authorizations).toBe(asked + 1);
  await goOff();
  await popup.waitForTimeout(2_000);
  expect(authorizations()).toBe(asked + 1);
  expect(await sessionEnd()).toBe(before);
  await popup.getByRole('combobox', { name: 'Flow' }).waitFor();
});

test('the idle timeout of the org is told for what it is, before a session ends by it and after', async () => {
  const options = await stage.browser.options();
  const words = 'Your organization ends a session after 3 minutes without use.';
  await options.getByText(words).waitFor();
  stage.sandbox.expireTokens();
  await picker(popup).fill('Service status');
  await popup.getByRole('option').first().click();
  await popup.getByRole('alert').getByText('ends it after 3 minutes without use').waitFor();
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  await options.getByText('ends it after 3 minutes without use').waitFor();
});

/** Lets the alarm go off now rather than in some minutes. */
async function goOff(): Promise<void> {
  await (await stage.browser.worker()).evaluate(() => {
    // Chrome delays an alarm as it likes; the event is what it would send.
    (chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch({
      name: 'renew',
    });
  });
}

async function sessionEnd(): Promise<number> {
  return (await stage.browser.worker()).evaluate(async () => {
    const all = await chrome.storage.session.get<Record<string, { expiresAt: number }>>();
    const key = Object.keys(all).find((name) => name.startsWith('session ')) ?? '';
    return all[key]?.expiresAt ?? 0;
  });
}

function authorizations(): number {
  return stage.sandbox.requests().filter(({ path }) => path === '/oauth/authorize').length;
}
