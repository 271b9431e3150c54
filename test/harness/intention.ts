import type { Page } from 'playwright';
import type { Stage } from './stage.ts';

/** Leaves for the popup of a tab what a click in the menu on its page leaves: the flow, and what was clicked. */
export async function leaveIntention(
  { browser, sandbox }: Stage,
  tabId: number,
  intention: object,
): Promise<void> {
  const { id: flowId } = sandbox.flow('requestCallback');
  const found = { id: crypto.randomUUID(), tabId, said: {}, flowId, atOnce: false };
  const worker = await browser.worker();
  await worker.evaluate(([key, value]) => chrome.storage.session.set({ [key]: value }), [
    `intention ${tabId}`,
    { ...found, at: Date.now(), ...intention },
  ] as const);
}

/** The page of a tab as a click on it is remembered. */
export async function documentOf({ browser }: Stage, tabId: number): Promise<object> {
  const worker = await browser.worker();
  return worker.evaluate(async (tabId) => {
    const [main] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => location.href,
    });
    return { tabId, documentId: main?.documentId, address: main?.result, readAt: Date.now() };
  }, tabId);
}

/** Waits until a countdown of two seconds that has begun would have launched. */
export function countdownIsOver(view: Page): Promise<void> {
  return view.waitForTimeout(2_300);
}
