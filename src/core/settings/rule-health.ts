import { sortedJson } from '../base/json.ts';
import { z } from '../base/zod.ts';
import type { SiteRule } from './site-rule.ts';

/** How many of its last pages a rule's health is judged by. */
const pagesRemembered = 5;

/** How a rule did on its last pages, the latest last: counts, and nothing of what the pages said. */
export const ruleHistorySchema = z.object({
  /** The rule's fields as they were: a rule that was changed starts anew. */
  fields: z.string().check(z.maxLength(100_000)),
  /** Of each page, how many fields were found. */
  found: z.array(z.int().check(z.gte(0))).check(z.maxLength(pagesRemembered)),
});

export type RuleHistory = z.infer<typeof ruleHistorySchema>;

/**
 * `new`: fewer pages than it takes to tell. `broken`: it found nothing on any of them. `partly`: it
 * never found all of its fields. `well`: it did at least once.
 */
export type RuleHealth = 'new' | 'broken' | 'partly' | 'well';

/** The history with one more page. Undefined for a rule that looks for nothing. */
export function afterPage(
  history: RuleHistory | undefined,
  rule: SiteRule,
  found: number,
): RuleHistory | undefined {
  const fields = sortedJson(rule.fields);
  if (fields === '{}') return undefined;
  const before = history?.fields === fields ? history.found : [];
  return { fields, found: [...before, found].slice(-pagesRemembered) };
}

/** What the history says of a rule as it is now. */
export function healthOf(history: RuleHistory | undefined, rule: SiteRule): RuleHealth {
  if (history?.fields !== sortedJson(rule.fields)) return 'new';
  if (history.found.some((count) => count >= Object.keys(rule.fields).length)) return 'well';
  if (history.found.length < pagesRemembered) return 'new';
  return history.found.every((count) => count === 0) ? 'broken' : 'partly';
}
