import { fieldsFound } from '../core/page/site-fields.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import { afterPage, healthOf } from '../core/settings/rule-health.ts';
import type { SiteRule } from '../core/settings/site-rule.ts';
import type { SiteOfPage } from '../core/view/launcher.ts';
import { ruleHistoryOf } from '../platform/keys/settings.ts';
import { countedPageOf } from '../platform/keys/tab.ts';

/** The rule that means a page, with how it did lately, this page counted. */
export async function siteOf(
  tabId: number,
  snapshot: PageSnapshot,
  rule: SiteRule | undefined,
): Promise<SiteOfPage | undefined> {
  if (rule === undefined) return undefined;
  await count(tabId, rule, snapshot);
  const history = await ruleHistoryOf(rule.name).get();
  return { name: rule.name, flow: rule.flow, health: healthOf(history, rule) };
}

/** Counts what a rule finds on a page: once, however often a view is opened on it. */
async function count(tabId: number, rule: SiteRule, snapshot: PageSnapshot): Promise<void> {
  const counted = countedPageOf(tabId);
  const page = JSON.stringify([snapshot.url, rule.fields]);
  if ((await counted.get()) === page) return;
  const found = fieldsFound(rule, snapshot);
  // A page that was not read to its end says nothing against a rule.
  if (found === 0 && !snapshot.complete) return;
  await counted.set(page);
  const next = afterPage(await ruleHistoryOf(rule.name).get(), rule, found);
  if (next) await ruleHistoryOf(rule.name).set(next);
}
