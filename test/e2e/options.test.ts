import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { regions } from '../../src/core/base/environment.ts';
import { settingsFor } from '../harness/browser.ts';
import { focusIsOn } from '../harness/focus.ts';
import { copiedBy, expectQuiet, openStage, type Stage } from '../harness/stage.ts';

let stage: Stage;
let options: Page;

beforeAll(async () => {
  stage = await openStage();
  await stage.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
beforeEach(async () => {
  await stage.browser.configure(settingsFor(stage.sandbox));
  options = await stage.browser.options();
});
afterEach(async () => {
  await options.close();
  expectQuiet(stage.browser);
});
afterAll(() => stage?.close());

const redirect = () => options.getByRole('textbox', { name: 'Redirect URL' });

async function redirectUrlOf(path: string): Promise<string> {
  const worker = await stage.browser.worker();
  return worker.evaluate((part) => chrome.identity.getRedirectURL(part), path);
}

async function connection() {
  const worker = await stage.browser.worker();
  const { settings } = await worker.evaluate(() =>
    chrome.storage.local.get<{ settings: { connections: Record<string, unknown>[] } }>('settings'),
  );
  return settings.connections[0];
}

describe('the redirect URL to register', () => {
  test('is that of the region, for every region, and cannot be changed', async () => {
    expect(await redirect().isEditable()).toBe(false);
    for (const { domain } of regions) {
      await options.getByLabel('Region').selectOption(domain);
      await expect.poll(() => redirect().inputValue()).toBe(await redirectUrlOf(domain));
    }
    expect(new Set(regions.map(({ domain }) => domain)).size).toBe(18);
  });

  test('is that of the host, for a custom environment', async () => {
    const { host } = new URL(stage.sandbox.url);
    await expect.poll(() => redirect().inputValue()).toBe(await redirectUrlOf(host));
  });

  test('is copied as it stands', async () => {
    const copied = await copiedBy(options, () =>
      options.getByRole('button', { name: 'Copy redirect URL' }).click(),
    );
    expect(copied).toBe(await redirect().inputValue());
  });
});

test('the format of the request is saved as it is chosen', async () => {
  await options.getByRole('button', { name: /request format/i }).click();
  await options.getByLabel('Inputs under').selectOption('data');
  await options.getByLabel('Flow ID in').selectOption('path');
  await expect
    .poll(async () => (await connection())?.requestFormat)
    .toEqual({ inputsKey: 'data', flowIdIn: 'path' });
});

test('a client secret is not taken for a client ID, and not saved', async () => {
  const secret = 'qZ8s1K3mVt5Xy7Bn9Pw2Rf4Gh6Jk8Lm0Qa1Sd3Fg5Hj';
  await options.getByLabel('Client ID').fill(secret);
  await options.keyboard.press('Tab');
  await options.getByText('This looks like a client secret.').waitFor();
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(kept).not.toContain(secret);
  expect((await connection())?.clientId).toBe(stage.sandbox.clientId);
});

test('keeps the focus beside a row that is removed', async () => {
  const { id } = stage.sandbox.flow('requestCallback');
  await options.getByRole('button', { name: 'Add flow' }).click();
  await options.getByLabel('Flow ID or address').fill(id);
  await options.getByLabel('Flow name').fill('Callback');
  await options.getByRole('button', { name: 'Add input' }).click();
  await options.getByRole('button', { name: 'Remove input 1' }).press('Enter');
  await focusIsOn(options, 'Add input');
  await options.getByRole('button', { name: 'Add site' }).click();
  await options.getByRole('button', { name: 'Add field' }).click();
  await options.getByRole('button', { name: 'Remove field 1' }).press('Enter');
  await focusIsOn(options, 'Add field');
});
