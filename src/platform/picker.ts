import { done, failed, type Outcome } from '../core/base/failure.ts';
import { z } from '../core/base/zod.ts';
import { elementSource } from '../core/page/site-source.ts';
import { selectorCandidates } from '../core/selector/candidates.ts';
import { type ElementStep, elementStepsSchema } from '../core/selector/element-steps.ts';
import type { FieldSource } from '../core/settings/site-rule.ts';
import { runInPage } from './run-in-page.ts';
import { showTab } from './views.ts';

/** What runs in the page, each a self-contained function. */
export interface PickerTools {
  /** Lets a person choose an element; false where they ended it. */
  pick: (hint: string) => Promise<boolean>;
  /** Chooses the elements that show some texts. */
  locate: (texts: readonly string[]) => void;
  describe: () => (ElementStep[][] | null)[];
  attempt: (candidates: (string[][] | null)[]) => (number[] | null)[];
}

const describedSchema = z.array(z.nullable(elementStepsSchema)).check(z.maxLength(200));
const attemptedSchema = z.array(z.nullable(z.array(z.int().check(z.gte(0)))));

/**
 * Brings a tab to the front for a person to choose an element in it, and comes back to this page.
 * The answer is undefined where nothing was chosen. Fails with `page-not-readable`, and
 * with `element-not-found` where no selector finds the chosen element and it alone.
 */
export async function pickSource(
  tabId: number,
  tools: PickerTools,
  hint: string,
): Promise<Outcome<FieldSource | undefined>> {
  const own = await chrome.tabs.getCurrent();
  await showTab(tabId);
  const [picked] = (await runInPage({ tabId }, tools.pick, [hint])) ?? [];
  const [source] = picked === true ? await chosenSources(tabId, tools) : [];
  if (own?.id !== undefined) await showTab(own.id);
  if (picked !== true && picked !== false) return failed('page-not-readable');
  if (picked && source === undefined) return failed('element-not-found');
  return done(source);
}

/** How to find each text that a page shows; undefined where no selector finds its element alone. */
export async function locateSources(
  tabId: number,
  tools: PickerTools,
  texts: readonly string[],
): Promise<(FieldSource | undefined)[]> {
  await runInPage({ tabId }, tools.locate, [texts]);
  const sources = await chosenSources(tabId, tools);
  return texts.map((_, place) => sources[place]);
}

/** Makes selectors of what was chosen, and lets the page tell which of them hold. */
async function chosenSources(
  tabId: number,
  { describe, attempt }: PickerTools,
): Promise<(FieldSource | undefined)[]> {
  const [description] = (await runInPage({ tabId }, describe, [])) ?? [];
  const described = describedSchema.safeParse(description).data ?? [];
  const candidates = described.map((roots) => roots?.map(selectorCandidates) ?? null);
  const [answer] = (await runInPage({ tabId }, attempt, [candidates])) ?? [];
  const attempted = attemptedSchema.safeParse(answer).data ?? [];
  return candidates.map((roots, index) => {
    const parts = roots?.map((ofRoot, depth) => ofRoot[attempted[index]?.[depth] ?? -1]);
    if (!parts?.every((part) => part !== undefined)) return undefined;
    const target = described[index]?.at(-1)?.[0];
    const address = target?.attributes.find(([name]) => name === 'href')?.[1];
    return elementSource(parts.join(' >>> '), address ?? '');
  });
}
