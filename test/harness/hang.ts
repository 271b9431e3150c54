import type { Page } from 'playwright';

/**
 * Keeps a page from responding until the returned function is called. The page waits for an answer inside its script,
 * so that it takes no processor time meanwhile.
 */
export async function hang(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest('**/held');
  await page.route('**/held', async (route) => {
    await released;
    // A test may have closed the page.
    await route.fulfill({ body: '' }).catch(() => {});
  });
  const waiting = page.evaluate(() => {
    const request = new XMLHttpRequest();
    request.open('GET', '/held', false);
    request.send();
  });
  waiting.catch(() => {});
  await asked;
  return release;
}
