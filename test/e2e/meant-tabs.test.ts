import { describe, expect, test } from 'vitest';
import { anyPage } from '../harness/any-page.ts';
import { alice, bruno } from '../harness/callback-form.ts';
import { pressLaunch, resultIn } from '../harness/stage.ts';

// Tabs that close, sleep, move and go on. Whatever they do, nothing is launched that was not meant, and
// what was typed stays.

const on = anyPage();

/** What is kept of a tab's form, as text. */
function draftsOf(id: number): () => Promise<string> {
  const key = `draft ${id}`;
  return async () => {
    const kept = await on.inWorker((key) => chrome.storage.session.get(key), key);
    return key in kept ? JSON.stringify(kept) : '';
  };
}

describe('a tab', () => {
  test('that was closed leaves nothing of it in a view, which says so and launches nothing', async () => {
    await on.visit('contacts/1');
    await on.openForm();
    await on.holds(alice);
    await on.number().fill('+15550100001');
    await on.page.close();
    await on.popup.getByText('This tab is gone.').waitFor();
    await expect.poll(() => on.number().count()).toBe(0);
    await on.popup.keyboard.press('Control+Enter');
    await on.popup.waitForTimeout(1_000);
    expect(on.launched()).toEqual([]);
    const left = await on.inWorker(() => chrome.storage.session.getKeys());
    expect(left.filter((key) => key.endsWith(` ${on.tabId}`))).toEqual([]);
  });

  test('that was put to sleep has what was typed when it wakes, marked, and none of its views launches', async () => {
    await on.visit('contacts/1');
    await on.openForm();
    await on.number().fill('+15550100001');
    await expect.poll(draftsOf(on.tabId)).toContain('+15550100001');
    const asleep = await on.inWorker(async (id) => (await chrome.tabs.discard(id))?.id, on.tabId);
    await on.popup.getByText('This tab is gone.').waitFor();
    expect(await on.number().count()).toBe(0);
    await on.popup.keyboard.press('Control+Enter');
    await expect.poll(draftsOf(asleep ?? -1)).toContain('+15550100001');
    expect(await draftsOf(on.tabId)()).toBe('');
    await on.inWorker((id) => chrome.tabs.update(id as number, { active: true }), asleep);
    on.popup = await on.stage.browser.popup(asleep ?? -1);
    await on.holds('+15550100001');
    await pressLaunch(on.popup);
    await on.popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    expect(on.launched()).toEqual([]);
    await on.number().press('Alt+Enter');
    await on.launches('+15550100001');
  });

  test('that was moved to another window is launched for as before', async () => {
    await on.visit('contacts/1');
    await on.openForm();
    await on.holds(alice);
    await on.inWorker((tab) => chrome.windows.create({ tabId: tab as number }), on.tabId);
    await on.launches(alice);
  });

  test('in another window has a form of its own', async () => {
    await on.visit('contacts/1');
    await on.openForm();
    await on.holds(alice);
    const [mine, first] = [on.popup, on.page];
    await on.visit('contacts/2');
    await on.inWorker((tab) => chrome.windows.create({ tabId: tab as number }), on.tabId);
    await on.openForm();
    await on.holds(bruno);
    await pressLaunch(mine);
    await resultIn(mine, 'Completed');
    expect(on.launched()).toEqual([alice]);
    await on.holds(bruno);
    await first.close();
  });

  test('in which a page that was loaded ahead took the place of the one before is another customer’s', async () => {
    await on.visit('contacts/1');
    await on.openForm();
    await on.number().fill('+15550100001');
    await on.page.evaluate((next) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.text = JSON.stringify({ prerender: [{ urls: [next], eagerness: 'immediate' }] });
      document.head.append(rules);
    }, on.address('contacts/2'));
    await on.page.bringToFront();
    await on.page.waitForTimeout(1_000);
    await on.page.evaluate((next) => location.assign(next), on.address('contacts/2'));
    await expect.poll(() => on.page.url()).toContain('contacts/2');
    await on.popup.bringToFront();
    await on.popup
      .getByText(/typed on .*Alice Martin/i)
      .first()
      .waitFor();
    await pressLaunch(on.popup);
    await on.popup.waitForTimeout(1_000);
    expect(on.launched()).toEqual([]);
    await on.number().press('Alt+ArrowRight');
    await on.holds(bruno);
  });

  test('that goes back and forward shows each page’s own number', async () => {
    await on.visit('contacts/1');
    await on.page.goto(on.address('contacts/2'));
    await on.openForm();
    await on.holds(bruno);
    await on.page.goBack();
    await on.holds(alice);
    await on.page.goForward();
    await on.holds(bruno);
    await on.page.goBack();
    await on.holds(alice);
    await on.launches(alice);
  });
});
