import type { Locator, Page } from 'playwright';
import type { Arena } from '../faults/arena.ts';

/** A popup on a form that is complete, with a number of its own. */
interface OpenForm {
  popup: Page;
  number: string;
  tabId: number;
}

/** Makes an arena ready for a test that knows nothing of the launches before. */
export async function readyForLaunches(arena: Arena): Promise<void> {
  arena.sandbox.disarm();
  await arena.ready();
  await arena.panel().evaluate(async () => {
    const keys = await chrome.storage.local.getKeys();
    await chrome.storage.local.remove(keys.filter((key) => /^(launch|open)/.test(key)));
  });
}

let calls = 0;

export async function openForm(arena: Arena, number = nextNumber()): Promise<OpenForm> {
  const [tabId = 0] = await arena.tabs(1);
  const flowId = arena.sandbox.flow('requestCallback').id;
  const popup = await arena.openForm(tabId, flowId, {
    values: { 'Flow.customerNumber': number },
    touched: ['Flow.customerNumber'],
    sources: {},
  });
  return { popup, number, tabId };
}

function nextNumber(): string {
  calls += 1;
  return `+1555019${String(calls).padStart(4, '0')}`;
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The runs that a launch with this number began. */
export function served(arena: Arena, number: string) {
  return arena.sandbox
    .executions()
    .filter(({ inputData }) => inputData?.['Flow.customerNumber'] === number);
}
