import type { Browser } from '../test/harness/browser.ts';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Whether a browser is to have no window: it was asked for, or there is no display. */
export const isHeadless = process.argv.includes('--headless') || !hasDisplay;

/** Waits until the person closes the browser or presses Ctrl+C. */
export function untilClosed({ context }: Pick<Browser, 'context'>): Promise<void> {
  return new Promise((resolve) => {
    context.once('close', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
