import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Arena, openArena } from '../faults/arena.ts';
import { button, openForm, readyForLaunches, served } from '../harness/arena-form.ts';
import { resultIn } from '../harness/stage.ts';

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena?.close());
beforeEach(() => readyForLaunches(arena));

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

  test('that is damaged is set aside, told, and not wiped', async () => {
    const id = 'b1d4f3a2-0000-4000-8000-00000000dead';
    await arena
      .panel()
      .evaluate(
        (key) => chrome.storage.local.set({ [key]: { state: 'half' }, 'open-launches': 'no list' }),
        `launch ${id}`,
      );
    await arena.stopWorker();
    const { popup } = await openForm(arena);
    await button(popup, 'History').click();
    await popup.getByText('Damaged records: 1').waitFor();
    const kept = await arena.panel().evaluate(() => chrome.storage.local.get());
    expect(JSON.stringify(kept)).toContain('"half"');
    await popup.close();
  });

  test('of the settings that is damaged is set aside and told; what can be read of them counts', async () => {
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

  test('where storage refuses to take it, is not sent and says so', async () => {
    const { popup, number } = await openForm(arena);
    const worker = await arena.worker();
    await worker?.evaluate(() => {
      chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await button(popup, 'Launch').click();
    await popup.getByText('Kickoff could not record this launch').waitFor();
    expect(served(arena, number)).toHaveLength(0);
    await arena.stopWorker();
    await popup.close();
  });
});
