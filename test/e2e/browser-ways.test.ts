import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { numberIn as number } from '../harness/callback-form.ts';
import { popupHolds, popupShows } from '../harness/real-popup.ts';
import {
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
} from '../harness/stage.ts';

// Ways in and signs that belong to the browser's own window: address bar, keys, toolbar button. What
// the browser tells of them is dispatched in the worker, as the browser does it.

let stage: Stage;
let flow: { id: string; name: string };

beforeAll(async () => {
  stage = await signedInStage();
  flow = stage.sandbox.flow('requestCallback');
  await configure({});
});
afterEach(async () => {
  await leaveQuietly(stage);
  await configure({});
});
afterAll(() => stage?.close());

/** With one pinned flow; `connection` and `flow` change how it is set up. */
async function configure({ connection = {}, atOnce = false }): Promise<void> {
  const pinned = { id: flow.id, name: flow.name, pinned: true, launchAtOnce: atOnce };
  await stage.browser.configure(settingsFor(stage.sandbox, { flows: [pinned], ...connection }));
}

/** Has one of the browser's events happen to the worker. */
async function dispatch(event: string, ...args: unknown[]): Promise<void> {
  await (await stage.browser.worker()).evaluate(
    ([event, args]) => {
      const [area = '', name = ''] = (event as string).split('.');
      const found = Object(Object(chrome)[area])[name];
      found.dispatch(...(args as unknown[]));
    },
    [event, args] as const,
  );
}

describe('the address bar', () => {
  test('offers the flows that are meant, with the number that was typed', async () => {
    const worker = await stage.browser.worker();
    const lines = await worker.evaluate(async () => {
      const first = new Promise<string>((resolve) => {
        chrome.omnibox.setDefaultSuggestion = (({ description }: { description: string }) =>
          resolve(description)) as typeof chrome.omnibox.setDefaultSuggestion;
      });
      const others = new Promise<chrome.omnibox.SuggestResult[]>((resolve) => {
        Object(chrome.omnibox.onInputChanged).dispatch('request callb +1 555 019 9888', resolve);
      });
      return { first: await first, others: await others };
    });
    expect(lines.first).toBe('Launch “Request callback” with +1 555 019 9888');
    for (const { content } of lines.others) expect(content).toContain('+1 555 019 9888');
  });

  test('opens the popup on the flow, with the number and where it came from', async () => {
    const { page } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/2`);
    await page.bringToFront();
    await dispatch('omnibox.onInputEntered', 'request callback +1 415 555 2671', 'currentTab');
    await popupHolds(stage.browser, '+14155552671');
    await popupShows(stage.browser, `document.body.innerText.includes('typed in the address bar')`);
  });

  test('keeps the number also where the page in front cannot be read, as in a new tab', async () => {
    const { page } = await stage.browser.visit('about:blank');
    await page.bringToFront();
    await dispatch('omnibox.onInputEntered', 'request callback +1 415 555 2671', 'currentTab');
    await popupHolds(stage.browser, '+14155552671');
  });
});

describe('the key for the first pinned flow', () => {
  test('opens the popup on its form, filled from the page', async () => {
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
    await page.bringToFront();
    await dispatch('commands.onCommand', 'launch-first-pinned', { id: tabId });
    await popupHolds(stage.browser, '+15550199888');
    expect(stage.sandbox.executions()).toHaveLength(0);
  });

  test('launches it where it is set to launch at once, and once', async () => {
    await configure({ atOnce: true });
    const { page, tabId } = await stage.browser.visit(`${stage.sandbox.crmUrl}contacts/1`);
    const panel = await stage.browser.panel();
    await page.bringToFront();
    await panel.getByRole('combobox', { name: 'Flow' }).waitFor();
    await dispatch('commands.onCommand', 'launch-first-pinned', { id: tabId });
    // The popup that opens by itself launches, and the panel beside it shows what came of that.
    await resultIn(panel, 'Completed');
    expect(stage.sandbox.executions()).toHaveLength(1);
  });
});

describe('the toolbar button', () => {
  const mark = async () =>
    (await stage.browser.worker()).evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
      icon: Object(globalThis).shownIcon as string | undefined,
    }));
  beforeAll(async () => {
    // The browser tells nobody which icon it shows.
    await (await stage.browser.worker()).evaluate(() => {
      const setIcon = chrome.action.setIcon.bind(chrome.action);
      chrome.action.setIcon = (async (details: chrome.action.TabIconDetails) => {
        Object(globalThis).shownIcon = Object(details.path)[16];
        await setIcon(details);
      }) as typeof chrome.action.setIcon;
    });
  });

  test('has a picture of its own in production', async () => {
    await configure({ connection: { confirmLaunch: true } });
    await expect.poll(async () => (await mark()).icon).toBe('/icons/production-16.png');
    await configure({});
    await expect.poll(async () => (await mark()).icon).toBe('/icons/16.png');
  });

  test('counts what runs, and has a picture for it', async () => {
    const { popup } = await signedInLauncher(stage, 'contacts/1');
    await chooseFlow(popup, 'Waits for ever');
    await pressLaunch(popup);
    await resultIn(popup, 'Running');
    await expect.poll(mark).toEqual({
      text: '1',
      title: expect.stringMatching(/^Kickoff: 1 launch is running\nWaits for ever · .*Running$/),
      icon: '/icons/running-16.png',
    });
  });

  test('has another mark and picture for a launch whose outcome is unknown', async () => {
    const { popup } = await signedInLauncher(stage, 'contacts/2');
    await chooseFlow(popup, 'Request callback');
    await expect.poll(() => number(popup).inputValue()).toBe('+493023125555');
    stage.sandbox.arm({ match: { method: 'POST', path: '/api/v2/flows/executions' }, status: 503 });
    await pressLaunch(popup);
    await resultIn(popup, 'Unknown');
    await expect.poll(mark).toMatchObject({ text: '?', icon: '/icons/unknown-16.png' });
    stage.browser.complaints.length = 0;
  });
});
