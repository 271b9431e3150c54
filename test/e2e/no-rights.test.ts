import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { chooseFlow, openStage, type Stage, signInBy } from '../harness/stage.ts';

/** What each view says to a person whose role allows nothing, where the settings name a flow. */
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  const { id } = stage.sandbox.flow('requestCallback');
  const flows = [{ id, name: 'Request callback', pinned: true }];
  await stage.browser.configure(settingsFor(stage.sandbox, { flows }));
});
afterAll(() => stage?.close());

describe('a person without any right', () => {
  test('sees in the popup, before the launch, that the permission to launch is missing', async () => {
    const { tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
    const popup = await stage.browser.popup(tabId);
    await signInBy(stage, popup, 'guest');
    await chooseFlow(popup, 'Request callback');
    await expect.poll(() => popup.locator('body').textContent()).toContain('architect:flow:launch');
    await popup.close();
  });

  test('sees the same in the side panel', async () => {
    const panel = await stage.browser.panel();
    const { page } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
    await page.bringToFront();
    await chooseFlow(panel, 'Request callback');
    await expect.poll(() => panel.locator('body').textContent()).toContain('architect:flow:launch');
    await panel.close();
  });
});
