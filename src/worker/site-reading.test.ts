import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact, pageSays } from '../../test/harness/page-of-alice.ts';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

const site = 'https://crm.example.com/*';
let world: WorkerWorld;

beforeEach(async () => {
  world = await openWorkerWorld();
  pageSays(world, [fact('tel:+15550100')]);
});
afterEach(() => world.close());

const allow = async () => {
  world.browser.origins.add(site);
  await world.browser.local.set({ 'readable-sites': [site] });
};
const markOf = (tabId: number) => world.browser.badge.byTab.get(tabId)?.text;

describe('a site that is read without a click', () => {
  test('is marked where a page of it comes to the front', async () => {
    await allow();
    await world.start();
    world.events().onTabActivated.tell({ tabId: 1, windowId: 1 });
    await world.pass(5_000);
    expect(markOf(1)).toBe('•');
  });

  test('is marked at once where the person allows it while a page of it is in front', async () => {
    await world.start();
    await allow();
    await world.pass(5_000);
    expect(markOf(1)).toBe('•');
  });

  test('is marked where the person goes back to its page before the worker knows that it is allowed', async () => {
    await world.start();
    world.onCall = (call) => {
      if (call !== 'permissions.contains') return;
      world.onCall = () => {};
      for (const tab of world.browser.tabs) tab.active = tab.id === 1;
      world.events().onTabActivated.tell({ tabId: 1, windowId: 1 });
    };
    for (const tab of world.browser.tabs) tab.active = false;
    await allow();
    await world.pass(5_000);
    expect(markOf(1)).toBe('•');
  });

  test('is not read where the person did not allow it', async () => {
    await world.start();
    world.events().onTabActivated.tell({ tabId: 1, windowId: 1 });
    await world.pass(5_000);
    expect(markOf(1)).toBeUndefined();
    expect(world.calls).not.toContain('scripting.executeScript');
  });
});
