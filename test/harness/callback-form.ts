import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { settingsFor } from './browser.ts';
import { chooseFlow, picker, type Stage } from './stage.ts';

/** The numbers on the records of the sample CRM's first two contacts. */
export const alice = '+15550199888';
export const bruno = '+493023125555';

/** The field for the customer's number, in the form of the flow that wants one. */
export function numberIn(view: Page): Locator {
  return view.getByRole('textbox', { name: /customer ?number/i });
}

/** Waits until that field holds a value. */
export async function holds(view: Page, value: string): Promise<void> {
  await expect.poll(() => numberIn(view).inputValue()).toBe(value);
}

/** Opens the popup beside a tab, on the flow that wants a customer's number. */
export async function openCallbackForm({ browser }: Stage, tabId: number): Promise<Page> {
  const popup = await browser.popup(tabId);
  await picker(popup).waitFor();
  if ((await picker(popup).inputValue()) !== 'Request callback') {
    await chooseFlow(popup, 'Request callback');
  }
  return popup;
}

/** Sets how that flow is launched, and whether its connection asks before a launch. */
export async function configureCallback(
  { browser, sandbox }: Stage,
  flow: object,
  confirmLaunch = false,
): Promise<void> {
  const { id, name } = sandbox.flow('requestCallback');
  await browser.configure(settingsFor(sandbox, { flows: [{ id, name, ...flow }], confirmLaunch }));
}
