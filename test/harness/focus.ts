import type { Page } from 'playwright';
import { expect } from 'vitest';

/** Where the focus is, by what is written on it or above it. */
export async function focusIsOn(options: Page, words: string): Promise<void> {
  const focused = () =>
    options.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return 'nothing';
      const label = element instanceof HTMLSelectElement ? element.labels[0] : undefined;
      const shown = label ?? element.querySelector('strong') ?? element;
      return element.title || shown.textContent;
    });
  await expect.poll(focused).toBe(words);
}
