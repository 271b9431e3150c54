import type { Breaks } from './check.ts';
import type { OwnNumbers } from './own.ts';
import type { Posted } from './posted.ts';
import { input } from './rules.ts';

/** A launch is of the tab in which it was asked for: its form, its page, and the tab itself, which is there still. */
export function checkTab(
  { tab, cause, inputData, isOfGone }: Posted,
  own: OwnNumbers,
  breaks: Breaks,
  count: (name: string) => void,
): void {
  count('tab');
  if (cause && cause.tab !== tab) breaks('tab', 'It was asked for in the other tab.');
  if (isOfGone) breaks('tab', 'Its tab was gone before it was begun.');
  const value = String(inputData?.[input]);
  if (!own.isOf(tab, value)) breaks('tab', `${value} is of the form of the other tab.`);
}
