import { done } from '../core/base/failure.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { afterPage, healthOf } from '../core/settings/rule-health.ts';
import { ruleFor, type SiteRule } from '../core/settings/site-rule.ts';
import type { LauncherPage, SiteOfPage } from '../core/view/launcher.ts';
import { type PageReader, readTab } from '../platform/page.ts';
import { clickedPageOf, countedPageOf, ruleHistoryOf, settings } from '../platform/store/keys.ts';
import { tabNow } from '../platform/tabs.ts';

/** How long a page that was read on a click in the context menu is taken as it was then. */
const clickedFor = 60_000;

/**
 * What is known of the page that a view belongs to: as it was read on a click in the context menu
 * just now, else as it is. What reads it and finds numbers in it is loaded only here, after the first
 * paint.
 */
export async function readLauncherPage(
  tabId: number,
  pageReader: () => Promise<PageReader>,
): Promise<LauncherPage> {
  const understanding = import('../core/page/context.ts');
  // All asked for at once: a form waits for the last of them.
  const [reader, current, clicked, tab] = await Promise.all([
    pageReader(),
    settings.get(),
    clickedPageOf(tabId).get(),
    tabNow(tabId),
  ]);
  const isRecent = clicked !== undefined && Date.now() - clicked.at < clickedFor;
  const page = isRecent ? done(clicked.snapshot) : await readTab(tab, reader, current);
  if (!page.ok) return { state: 'unreadable', failure: page.failure };
  const { pageContext } = await understanding;
  const site = siteOf(tabId, page.value, current);
  return {
    state: 'read',
    context: pageContext(page.value, {
      defaultCountry: current.defaultCountry,
      siteRules: current.sites,
      contactTypes: { names: current.contactTypes, usual: current.defaultContactType },
    }),
    site: await site,
  };
}

/** The rule that means a page, with how it did lately, this page counted. */
async function siteOf(
  tabId: number,
  snapshot: PageSnapshot,
  { sites }: EffectiveSettings,
): Promise<SiteOfPage | undefined> {
  const rule = ruleFor(sites, snapshot.url);
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
  const { fieldsFound } = await import('../core/page/site-fields.ts');
  const found = fieldsFound(rule, snapshot);
  // What was not read to its end says nothing against a rule.
  if (found === 0 && !snapshot.complete) return;
  await counted.set(page);
  const next = afterPage(await ruleHistoryOf(rule.name).get(), rule, found);
  if (next) await ruleHistoryOf(rule.name).set(next);
}
