import type { Page } from 'playwright';

/** Loads one of our pages anew, to which the browser hands over no policy before the test says so. */
export async function withLatePolicy(page: Page): Promise<{ handOver(): Promise<void> }> {
  await page.addInitScript(() => {
    const get = chrome.storage.managed.get.bind(chrome.storage.managed);
    const late = new Promise((resolve) => Object.assign(window, { handOver: resolve }));
    chrome.storage.managed.get = (async () => {
      await late;
      return get();
    }) as typeof get;
  });
  await page.reload();
  return {
    handOver: () => page.evaluate(() => (window as unknown as { handOver(): void }).handOver()),
  };
}
