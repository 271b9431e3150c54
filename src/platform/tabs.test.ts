import { afterEach, expect, test, vi } from 'vitest';
import { fakeEvent } from '../../test/harness/chrome/event.ts';
import { followActiveTab } from './tabs.ts';

const onActivated = fakeEvent<[{ tabId: number; windowId: number }]>();

/** A browser in whose window 1 the tab 5 is in front when it is asked, and answers later. */
function browserThatAnswersLater(): () => void {
  let answer = (_: { id: number }[]): void => {};
  const promise = new Promise<{ id: number }[]>((resolve) => {
    answer = resolve;
  });
  const windows = { getCurrent: async () => ({ id: 1 }) };
  vi.stubGlobal('chrome', { windows, tabs: { onActivated, query: () => promise } });
  return () => answer([{ id: 5 }]);
}

afterEach(() => {
  onActivated.forget();
  vi.unstubAllGlobals();
});

test.each([
  ['goes by the tab that came to the front while the browser was asked which is', 1, [6]],
  ['pays no heed to another window', 2, [5]],
])('a side panel %s', async (_, windowId, expected) => {
  const answer = browserThatAnswersLater();
  const heard: number[] = [];
  const following = followActiveTab((tabId) => heard.push(tabId), new AbortController().signal);
  await Promise.resolve();
  onActivated.tell({ tabId: 6, windowId });
  answer();
  await following;
  expect(heard).toEqual(expected);
});
