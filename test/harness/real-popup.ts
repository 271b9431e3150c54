import type { CDPSession } from 'playwright';
import { expect } from 'vitest';
import type { Browser } from './browser.ts';

type View = 'popup' | 'sidepanel';

/**
 * Waits until the popup or side panel, as the browser itself opens it, shows what the expression asks for: keys that
 * come before are lost. Playwright does not see it as a page, so the browser's own protocol reaches it, and lets it go
 * after each look: Chrome keeps a popup open while a tool inspects it.
 */
export async function popupShows(
  browser: Browser,
  expression: string,
  view: View = 'popup',
): Promise<void> {
  const devTools = await browser.context.browser()?.newBrowserCDPSession();
  if (devTools === undefined) throw new Error('The browser cannot be asked');
  await expect.poll(() => evaluateIn(view, devTools, expression)).toBe(true);
  await devTools.detach();
}

/** Waits until a field of the popup holds a value, and the popup takes keys. */
export async function popupHolds(browser: Browser, value: string): Promise<void> {
  const values = '[...document.querySelectorAll("input")].map(({ value }) => value)';
  await popupShows(browser, `${values}.includes('${value}') && document.hasFocus()`);
}

async function evaluateIn(view: View, devTools: CDPSession, expression: string): Promise<unknown> {
  const { targetInfos } = await devTools.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.includes(`/src/${view}/index.html`));
  if (popup === undefined) return undefined;
  const { sessionId } = await devTools.send('Target.attachToTarget', {
    targetId: popup.targetId,
    flatten: false,
  });
  const answer = new Promise<unknown>((resolve) => {
    devTools.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) resolve(JSON.parse(event.message).result?.result?.value);
    });
  });
  const message = { id: 1, method: 'Runtime.evaluate', params: { expression } };
  await devTools.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify(message),
  });
  const value = await answer;
  await devTools.send('Target.detachFromTarget', { sessionId });
  return value;
}
