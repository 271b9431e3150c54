import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Arena, openArena } from '../faults/arena.ts';
import { button, openForm, readyForLaunches, served } from '../harness/arena-form.ts';
import { resultIn } from '../harness/stage.ts';

const launches = { method: 'POST', path: '/api/v2/flows/executions' };

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena?.close());
beforeEach(() => readyForLaunches(arena));

describe('a launch outlives', () => {
  test('the browser, killed between sending and answer: unknown, then found and followed to its end', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, delayMs: 60_000 });
    await button(popup, 'Launch').click();
    await expect.poll(() => served(arena, number).length).toBe(1);
    await arena.kill();

    await arena.ready();
    const [tabId = 0] = await arena.tabs(1);
    const again = await arena.popup(tabId);
    await button(again, 'History').click();
    const item = again.getByRole('listitem').filter({ hasText: number });
    await item.getByText('Completed').waitFor({ timeout: 30_000 });
    await item
      .getByRole('button', { name: /Request callback/ })
      .first()
      .click();
    const result = await resultIn(again, 'Completed');
    expect(await result.textContent()).toContain(served(arena, number)[0]?.id);
    const [record] = await arena.records();
    expect(record?.times.lost).toBeGreaterThan(record?.times.sent ?? Number.POSITIVE_INFINITY);
    expect(record?.instances).toHaveLength(1);
    expect(served(arena, number)).toHaveLength(1);
    await again.close();
  }, 90_000);

  test('the browser, killed while it is out: a line leads to it, before and after signing in', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, delayMs: 60_000, process: true });
    await button(popup, 'Launch').click();
    await expect.poll(() => served(arena, number).length).toBe(1);
    await arena.kill();

    await arena.ready();
    const panel = arena.panel();
    const session = await panel.evaluate(async () => {
      const all = await chrome.storage.session.get();
      const [key = ''] = Object.keys(all).filter((each) => each.startsWith('session '));
      await chrome.storage.session.remove(key);
      // It began with a session; what was looked up with it is looked up again.
      return { [key]: all[key] };
    });
    const [tabId = 0] = await arena.tabs(1);
    const again = await arena.popup(tabId);
    await again.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    const line = again.getByRole('list', { name: 'Unfinished launches' });
    await line
      .getByRole('button', { name: /Request callback.*(Unknown|Running|Launched)/ })
      .waitFor();
    expect(await again.content()).not.toContain(number);
    await panel.evaluate((items) => chrome.storage.session.set(items), session);
    await again.getByRole('combobox', { name: 'Flow' }).waitFor();
    await button(again, 'History').click();
    const item = again.getByRole('listitem').filter({ hasText: number });
    await item.getByText('Completed').waitFor({ timeout: 30_000 });
    expect(served(arena, number)).toHaveLength(1);
    await again.close();
  }, 90_000);

  // Chromium's own may crash over a stream whose connection breaks: docs/decisions/012.
  test('the browser’s network process, dead between sending and answer', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, delayMs: 60_000 });
    await button(popup, 'Launch').click();
    await expect.poll(() => served(arena, number).length).toBe(1);
    arena.killNetwork();
    const result = await resultIn(popup, 'Completed');
    expect(await result.textContent()).toContain(served(arena, number)[0]?.id);
    const [record] = await arena.records();
    expect(record?.times.lost).toBeGreaterThan(record?.times.sent ?? Number.POSITIVE_INFINITY);
    expect(served(arena, number)).toHaveLength(1);
    await popup.close();
  });

  test('the extension, reloaded with its pages open: the next popup shows it and all buttons work', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, delayMs: 60_000 });
    await button(popup, 'Launch').click();
    await expect.poll(() => served(arena, number).length).toBe(1);
    await arena.reloadExtension();
    expect(popup.isClosed()).toBe(true);
    await arena.ready();
    const { popup: next } = await openForm(arena);
    await button(next, 'Launch').click();
    await resultIn(next, 'Completed');
    await button(next, 'History').click();
    await next
      .getByRole('listitem')
      .filter({ hasText: number })
      .getByText('Completed')
      .waitFor({ timeout: 30_000 });
    await next.close();
  }, 90_000);
});

describe('the same launch twice', () => {
  test('from another window asks first, and is made where it is meant', async () => {
    const { popup, number } = await openForm(arena);
    await button(popup, 'Launch').click();
    await resultIn(popup, 'Completed');
    const { popup: other } = await openForm(arena, number);
    await button(other, 'Launch').click();
    await other.getByText(/was launched with the same inputs \d+ s ago/).waitFor();
    expect(served(arena, number)).toHaveLength(1);
    await button(other, 'Launch anyway').click();
    await resultIn(other, 'Completed');
    expect(served(arena, number)).toHaveLength(2);
    await popup.close();
    await other.close();
  });
});

describe('the record', () => {
  test('says how the launch went over the wire', async () => {
    const { popup, number } = await openForm(arena);
    await button(popup, 'Launch').click();
    await resultIn(popup, 'Completed');
    await button(popup, 'Details').click();
    await popup.getByText('Stream (the browser cannot send it twice)').waitFor();
    const post = arena.sandbox.requests().find(({ bodyText }) => bodyText.includes(number));
    expect(post?.httpVersion).toBe('2.0');
    expect(post?.headers['content-length']).toBeUndefined();
    await popup.close();
  });

  test('of damaged settings is set aside, a notice says so, and what can be read of them counts', async () => {
    const settings = await arena
      .panel()
      .evaluate(async () => (await chrome.storage.local.get('settings')).settings as object);
    const damaged = { ...settings, defaultCountry: 7, sites: [{ name: 'half' }] };
    await arena.panel().evaluate((value) => chrome.storage.local.set({ settings: value }), damaged);
    await arena.stopWorker();
    const { popup } = await openForm(arena);
    const panel = arena.panel();
    await panel.getByText('Some settings could not be read').waitFor();
    const kept = await panel.evaluate(() => chrome.storage.local.get());
    expect(kept['set-aside settings']).toEqual(damaged);
    expect(kept.settings).toEqual({ ...settings, sites: [] });
    await panel.getByRole('button', { name: 'Discard them' }).click();
    await expect.poll(() => panel.getByText('Some settings could not be read').count()).toBe(0);
    await popup.close();
  });
});
