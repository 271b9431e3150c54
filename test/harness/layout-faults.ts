import type { Page } from 'playwright';
import {
  brokenWords,
  clickable,
  hiddenFocus,
  overlaps,
  scrollsSideways,
  smallTargets,
  whatIsCut,
} from './layout.ts';

/** What keeps a view from being read or hit, in words. */
export async function faultsIn(view: Page, wordsMayBreak = false): Promise<string[]> {
  const found = {
    cut: await view.evaluate(whatIsCut),
    overlapping: await view.evaluate(overlaps),
    sideways: await view.evaluate(scrollsSideways),
    broken: wordsMayBreak ? [] : await view.evaluate(brokenWords),
    small: await view.evaluate(smallTargets, clickable),
  };
  return Object.entries(found).flatMap(([kind, faults]) =>
    faults.map((fault) => `${kind}: ${fault}`),
  );
}

/** So many stops show every kind of control that a view has. */
const stops = 18;

/** Where Tab leads to and cannot be seen: from where the focus is, forwards and back. */
export async function hiddenFocusIn(view: Page): Promise<string[]> {
  const hidden = new Set<string>();
  // A view behind another one is not laid out anew, unless a picture is taken of it.
  await view.screenshot();
  for (const key of [...Array(stops).fill('Tab'), ...Array(stops).fill('Shift+Tab')]) {
    await view.keyboard.press(key);
    for (const each of await view.evaluate(hiddenFocus)) hidden.add(each);
  }
  return [...hidden];
}
