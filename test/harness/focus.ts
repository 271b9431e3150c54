import type { Page } from 'playwright';
import { expect } from 'vitest';

/** Checks where the focus is, by what is written on it or above it. */
export async function focusIsOn(view: Page, words: string): Promise<void> {
  await expect.poll(() => focusedWords(view)).toBe(words);
}

/** What is written on the element that has the focus, or above it. */
export function focusedWords(view: Page): Promise<string | null> {
  return view.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return 'nothing';
    const label = element instanceof HTMLSelectElement ? element.labels[0] : undefined;
    const shown = label ?? element.querySelector('strong') ?? element;
    return element.title || shown.textContent;
  });
}
