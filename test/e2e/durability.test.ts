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

  test('the worker, stopped while it waits as the server told', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, status: 429, headers: { 'retry-after': '4' } });
    await button(popup, 'Launch').click();
    await popup.getByText(/The launch is sent in \d+ s/).waitFor();
    await arena.stopWorker();
    await resultIn(popup, 'Completed');
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

describe('with no view open', () => {
  const mark = () => arena.panel().evaluate(() => chrome.action.getBadgeText({}));
  const told = () =>
    arena
      .panel()
      .evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));

  test('a launch marks the toolbar button while it runs, and is told when it has ended', async () => {
    const { popup } = await openForm(arena);
    // It runs for as long as the test looks at it.
    const match = { method: 'GET', path: /\/flows\/executions\// };
    arena.sandbox.arm({ match, times: 1_000, json: { status: 'RUNNING' } });
    await button(popup, 'Launch').click();
    await expect.poll(mark).toBe('1');
    await popup.close();
    arena.sandbox.disarm();
    const [record] = await arena.records();
    await expect.poll(told, { timeout: 20_000 }).toContain(`launch ${record?.id}`);
    await expect.poll(mark).toBe('');
  });

  test('one that nobody knows about is marked so, and followed by an alarm', async () => {
    arena.sandbox.setHistory(false);
    const { popup } = await openForm(arena);
    arena.sandbox.arm({ match: launches, status: 503 });
    await button(popup, 'Launch').click();
    await expect.poll(mark).toBe('?');
    await popup.close();
    const alarms = () => arena.panel().evaluate(() => chrome.alarms.getAll());
    await expect.poll(async () => (await alarms()).map(({ name }) => name)).toContain('follow');
    arena.sandbox.setHistory(true);
  });
});

describe('a server that has had too much', () => {
  test('is waited for as it told, and the wait can be cancelled', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, status: 429, headers: { 'retry-after': '20' } });
    await button(popup, 'Launch').click();
    await popup.getByText(/The launch is sent in \d+ s/).waitFor();
    await button(popup, 'Cancel launch').click();
    const result = await resultIn(popup, 'Refused');
    await result.getByText('You cancelled this launch').waitFor();
    expect(served(arena, number)).toHaveLength(0);
    await popup.close();
  });

  test('is reported, where it tells to wait for more than a minute', async () => {
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, status: 429, headers: { 'retry-after': '7200' } });
    await button(popup, 'Launch').click();
    await resultIn(popup, 'Refused');
    expect(served(arena, number)).toHaveLength(0);
    await popup.close();
  });
});

describe('an answer that is lost', () => {
  test('is never made up for by sending again; it is looked up, and asks before launching again', async () => {
    arena.sandbox.setHistory(false);
    const { popup, number } = await openForm(arena);
    arena.sandbox.arm({ match: launches, status: 503 });
    await button(popup, 'Launch').click();
    const result = await resultIn(popup, 'Unknown');
    await result.getByText('Searching the execution history').waitFor();
    await button(popup, 'Launch again').click();
    await popup.getByText(/may or may not have launched\. If it did/).waitFor();
    await button(popup, 'Do not launch').click();
    const posts = arena.sandbox
      .requests()
      .filter(({ path, bodyText }) => path === launches.path && bodyText.includes(number));
    expect(posts).toHaveLength(1);
    arena.sandbox.setHistory(true);
    await popup.close();
  });

  test('shows both executions where the history has two of its name', async () => {
    const { popup } = await openForm(arena);
    const name = 'from the launch';
    arena.sandbox.arm({ match: launches, status: 503, process: true });
    // However often it is looked up until there are two to be found.
    arena.sandbox.arm({
      match: { method: 'POST', path: /instances\/query/ },
      times: 1_000,
      json: { entities: [] },
    });
    await button(popup, 'Launch').click();
    await resultIn(popup, 'Unknown');
    const [record] = await arena.records();
    const body: { name: string } = JSON.parse(record?.request?.body ?? '{}');
    const [run] = arena.sandbox.executions().filter((execution) => execution.name === body.name);
    expect(run, name).toBeDefined();
    arena.sandbox.disarm();
    arena.sandbox.arm({
      match: { method: 'POST', path: /instances\/query/ },
      times: 5,
      json: {
        entities: [
          { id: run?.id, name: body.name, startDateTime: '2026-11-22T10:00:00.000Z' },
          { id: 'second', name: body.name, startDateTime: '2026-11-22T10:00:00.100Z' },
          { id: 'other', name: 'somebody else’s' },
        ],
      },
    });
    await popup.getByText('The flow was launched 2 times').waitFor({ timeout: 15_000 });
    await resultIn(popup, 'Completed');
    await popup.close();
  });
});
