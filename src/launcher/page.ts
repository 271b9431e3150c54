import { type PageContext, pageContext } from '../core/page/context.ts';
import { unreadId } from '../core/page/document.ts';
import { factsBehind } from '../core/page/look.ts';
import { type Heard, type Said, saidOn, withSaid } from '../core/page/said.ts';
import { fieldsFound } from '../core/page/site-fields.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { afterPage, healthOf } from '../core/settings/rule-health.ts';
import { ruleFor, type SiteRule } from '../core/settings/site-rule.ts';
import type { Happening } from '../core/view/happening.ts';
import type { ReadPage, SiteOfPage } from '../core/view/launcher.ts';
import { ruleHistoryOf, settings } from '../platform/keys/settings.ts';
import { countedPageOf } from '../platform/keys/tab.ts';
import {
  glanceAt,
  type PageGlance,
  type PageReader,
  type ReadDocument,
  readDocument,
} from '../platform/page.ts';
import { tabNow } from '../platform/tabs.ts';

/** What is sent into a page to read it, and to look where it is. */
export interface InPage {
  reader: PageReader;
  glance: PageGlance;
}

/** The page of a tab, for the view beside it. */
export interface TabPage {
  /** Reads it. `said`: what a click said of it, where that is known before the view's state is. */
  read(number: number, said?: Heard): Promise<Happening>;
  glance(): Promise<Happening>;
}

/**
 * The page of a tab.
 *
 * @param heard what a click said of the page in front
 */
export function pageOf(
  tabId: number,
  inPage: () => Promise<InPage>,
  heard: () => Heard | undefined,
): TabPage {
  /** The last reading: what says the same need not be understood again. */
  let last: { key: string; page: Omit<ReadPage, 'document'> } | undefined;

  const read = async (number: number, said?: Heard): Promise<Happening> => {
    // All asked for at once: a form waits for the last of them.
    const [{ reader, glance }, current, tab] = await Promise.all([
      inPage(),
      settings.get(),
      tabNow(tabId),
    ]);
    // The changes are counted from before it is read, so that none is missed.
    const [glanced, answer] = await Promise.all([
      glanceAt(tabId, glance),
      readDocument(tab, reader, current),
    ]);
    const contextOf = (snapshot: PageSnapshot | undefined, spoken: Said | undefined): PageContext =>
      pageContext(withSaid(snapshot, spoken ?? {}), {
        defaultCountry: current.defaultCountry,
        siteRules: current.sites,
        contactTypes: { names: current.contactTypes, usual: current.defaultContactType },
      });
    const readAt = Date.now();
    if (!answer.ok) {
      const address = tab.address ?? '';
      const document = { tabId, documentId: unreadId(tabId, address), address, readAt };
      const spoken = saidOn(said ?? heard(), document);
      const context = spoken && contextOf(undefined, spoken);
      return { type: 'page-unreadable', read: number, failure: answer.failure, document, context };
    }
    const { snapshot, documentId } = answer.value;
    const { url: address, title } = snapshot;
    const spoken = saidOn(said ?? heard(), { documentId, address });
    const key = JSON.stringify([snapshot, spoken, current]);
    if (last?.key !== key) {
      const context = contextOf(snapshot, spoken);
      last = { key, page: await understood(tabId, answer.value, context, current) };
    }
    const document = { tabId, documentId, address, title: title.slice(0, 1_000), readAt };
    const changes = glanced?.changes ?? 0;
    return { type: 'page-read', read: number, page: { ...last.page, document }, changes };
  };

  return {
    read,
    glance: async () => ({
      type: 'glanced',
      glance: await glanceAt(tabId, (await inPage()).glance),
    }),
  };
}

async function understood(
  tabId: number,
  { snapshot }: ReadDocument,
  context: PageContext,
  current: EffectiveSettings,
): Promise<Omit<ReadPage, 'document'>> {
  const facts = Object.entries(context.fields).map(
    ([name, { best }]) => [name, factsBehind(snapshot, best)] as const,
  );
  return {
    context,
    facts: Object.fromEntries(facts),
    site: await siteOf(tabId, snapshot, current),
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
  const found = fieldsFound(rule, snapshot);
  // What was not read to its end says nothing against a rule.
  if (found === 0 && !snapshot.complete) return;
  await counted.set(page);
  const next = afterPage(await ruleHistoryOf(rule.name).get(), rule, found);
  if (next) await ruleHistoryOf(rule.name).set(next);
}
