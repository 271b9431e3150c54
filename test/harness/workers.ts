import type { CDPSession, Page } from 'playwright';

/** Stops the worker, from one of our pages: whatever it was doing ends with it. */
export async function stopWorkers(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('ServiceWorker.enable');
  await devTools.send('ServiceWorker.stopAllWorkers');
  await devTools.detach();
}

/** Stops the worker, does something, and waits until a worker runs: a new one, woken by it. */
export async function wakesTheWorker(page: Page, act: () => Promise<void>): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const stopped = workerIs(devTools, 'stopped');
  await devTools.send('ServiceWorker.enable');
  await devTools.send('ServiceWorker.stopAllWorkers');
  await stopped;
  const running = workerIs(devTools, 'running');
  await act();
  await running;
  await devTools.detach();
}

function workerIs(devTools: CDPSession, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    devTools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === wanted)) resolve();
    });
  });
}
