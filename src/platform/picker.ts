import { type ElementStep, elementStepsSchema } from '../core/element-steps.ts';
import { done, failed, type Outcome } from '../core/failure.ts';
import { selectorCandidates } from '../core/selector-candidates.ts';
import { z } from '../core/zod.ts';
import { runInPage } from './run-in-page.ts';

/** What runs in the page, each a self-contained function. */
export interface PickerTools {
  /** Lets a person choose an element; false where they ended it. */
  pick: (hint: string) => Promise<boolean>;
  /** Chooses the elements that show some texts. */
  locate: (texts: readonly string[]) => void;
  describe: () => (ElementStep[][] | null)[];
  attempt: (candidates: (string[][] | null)[]) => (number[] | null)[];
}

const describedSchema = z.array(elementStepsSchema.nullable()).max(200);
const attemptedSchema = z.array(z.array(z.number().int().min(0)).nullable());

/**
 * Brings a tab to the front for a person to choose an element in it, and comes back to this page.
 * The answer is a selector, undefined where nothing was chosen. Fails with `page-not-readable`, and
 * with `element-not-found` where no selector finds the chosen element and it alone.
 */
export async function pickSelector(
  tabId: number,
  tools: PickerTools,
  hint: string,
): Promise<Outcome<string | undefined>> {
  const own = await chrome.tabs.getCurrent();
  await show(tabId);
  const [picked] = (await runInPage({ tabId }, tools.pick, [hint])) ?? [];
  const [selector] = picked === true ? await chosenSelectors(tabId, tools) : [];
  if (own?.id !== undefined) await show(own.id);
  if (picked !== true && picked !== false) return failed('page-not-readable');
  if (picked && selector === undefined) return failed('element-not-found');
  return done(selector);
}

/** A selector for each text that a page shows; undefined where none finds its element alone. */
export async function locateSelectors(
  tabId: number,
  tools: PickerTools,
  texts: readonly string[],
): Promise<(string | undefined)[]> {
  await runInPage({ tabId }, tools.locate, [texts]);
  const selectors = await chosenSelectors(tabId, tools);
  return texts.map((_, place) => selectors[place]);
}

/** Makes selectors of what was chosen, and lets the page tell which of them hold. */
async function chosenSelectors(
  tabId: number,
  { describe, attempt }: PickerTools,
): Promise<(string | undefined)[]> {
  const [description] = (await runInPage({ tabId }, describe, [])) ?? [];
  const described = describedSchema.safeParse(description).data ?? [];
  const candidates = described.map((roots) => roots?.map(selectorCandidates) ?? null);
  const [answer] = (await runInPage({ tabId }, attempt, [candidates])) ?? [];
  const attempted = attemptedSchema.safeParse(answer).data ?? [];
  return candidates.map((roots, index) => {
    const parts = roots?.map((ofRoot, depth) => ofRoot[attempted[index]?.[depth] ?? -1]);
    return parts?.every((part) => part !== undefined) ? parts.join(' >>> ') : undefined;
  });
}

async function show(tabId: number): Promise<void> {
  const tab = await chrome.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await chrome.windows.update(tab.windowId, { focused: true });
}
