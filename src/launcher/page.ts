import type { Outcome } from '../core/base/failure.ts';
import { contextOptions, type PageContext, pageContext } from '../core/page/context.ts';
import { type Glance, type PageDocument, unreadPage } from '../core/page/document.ts';
import { factsOf } from '../core/page/facts-behind.ts';
import { isWhereItWas } from '../core/page/look.ts';
import { type Heard, type Said, saidOn, withSaid } from '../core/page/said.ts';
import { fieldsFound } from '../core/page/site-fields.ts';
import { ruleOfPage } from '../core/page/site-source.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { afterPage, healthOf } from '../core/settings/rule-health.ts';
import type { SiteRule } from '../core/settings/site-rule.ts';
import type { Happening, Reading } from '../core/view/happening.ts';
import type { LauncherState, ReadPage, SiteOfPage } from '../core/view/launcher.ts';
import { unreadIn } from '../core/view/visible.ts';
import { ruleHistoryOf, settings } from '../platform/keys/settings.ts';
import { countedPageOf } from '../platform/keys/tab.ts';
import {
  glanceAt,
  type PageGlance,
  type PageReader,
  type ReadDocument,
  readDocument,
} from '../platform/page.ts';
import { addressOf, tabNow } from '../platform/tabs.ts';

/** What is sent into a page to read it, and to look where it is. */
export interface InPage {
  reader: PageReader;
  glance: PageGlance;
}

/** The page of a tab, for the view beside it. */
export interface TabPage {
  /** Reads it. */
  read(reading: Reading): Promise<Happening>;
  /** What is known of it where it does not answer. */
  silence(reading: Reading): Promise<Happening>;
  glance(): Promise<Happening>;
}

/** How long a page's frames may take where a launch waits for it, in milliseconds. */
const shortPatience = 500;

/** What a reading of a page came to, and with which settings. */
interface PageAnswer {
  answer: Outcome<ReadDocument>;
  glanced: Glance | undefined;
  current: EffectiveSettings;
  /** Of the tab, where the browser tells it. */
  address: string | undefined;
}

/**
 * The page of a tab.
 *
 * @param state what the view shows: the page in front, what a click said of it, and the settings
 */
export function pageOf(
  tabId: number,
  inPage: () => Promise<InPage>,
  state: () => LauncherState | undefined,
): TabPage {
  /** The last reading: what says the same need not be understood again. */
  let last: { key: string; page: Omit<ReadPage, 'document'> } | undefined;
  let loaded: InPage | undefined;

  const load = async (): Promise<InPage> => {
    loaded ??= await inPage();
    return loaded;
  };

  /** A page without its content: what a click said of it is all there is. */
  const unread = (
    address: string | undefined,
    said: Heard | undefined,
    current: EffectiveSettings,
  ): { document: PageDocument; context: PageContext | undefined } => {
    // What a click said is of this document. The step does the same, for readings that came before it had a state.
    const document = unreadIn(state()?.page, unreadPage(tabId, address ?? '', Date.now()));
    const spoken = saidOn(said ?? state()?.said, document);
    return { document, context: spoken && contextOf(undefined, spoken, current) };
  };

  /** Reads the page that the tab has now. */
  const readTab = async (patience: number | undefined): Promise<PageAnswer> => {
    // All asked for at once: a form waits for the last of them.
    const [{ reader, glance }, current, tab] = await Promise.all([
      load(),
      settings.get(),
      tabNow(tabId),
    ]);
    // Counting changes begins before the reading, so that none is missed.
    const [glanced, answer] = await Promise.all([
      glanceAt(tabId, glance),
      readDocument(tab, reader, current, patience),
    ]);
    return { answer, glanced, current, address: tab.address };
  };

  /**
   * Reads the page in front once more for a launch. It asks for nothing before: the view draws the press
   * meanwhile, and would hear the answer only after that. Undefined if by now the tab has another page, or there are
   * other settings.
   */
  const readAgain = async (): Promise<PageAnswer | undefined> => {
    const { page, settings: shown } = state() ?? {};
    if (loaded === undefined || shown === undefined || page?.state !== 'read') return undefined;
    const { address, documentId } = page.document;
    const tab = { id: tabId, address, isGone: false };
    const [glanced, answer, current] = await Promise.all([
      glanceAt(tabId, loaded.glance),
      readDocument(tab, loaded.reader, shown, shortPatience, { at: address }),
      settings.get(),
    ]);
    if (!answer.ok || !isWhereItWas({ documentId, address }, answer.value)) return undefined;
    if (JSON.stringify(shown) !== JSON.stringify(current)) return undefined;
    return { answer, glanced, current, address };
  };

  const readPage = async ({ read, said, isLook }: Reading): Promise<Happening> => {
    const again = isLook ? await readAgain() : undefined;
    const {
      answer,
      glanced,
      current,
      address: tabAddress,
    } = again ?? (await readTab(isLook ? shortPatience : undefined));
    if (!answer.ok) {
      const { failure } = answer;
      return { type: 'page-unreadable', read, failure, ...unread(tabAddress, said, current) };
    }
    const { snapshot, documentId } = answer.value;
    const { url: address, title } = snapshot;
    const loadedAt = glanced?.documentId === documentId ? glanced.loadedAt : undefined;
    const readAt = Date.now();
    const spoken = saidOn(said ?? state()?.said, { documentId, address, loadedAt });
    const key = JSON.stringify([snapshot, spoken, current]);
    if (last?.key !== key) {
      const context = contextOf(snapshot, spoken, current);
      last = { key, page: await understood(tabId, answer.value, context, current) };
    }
    const document = {
      ...{ tabId, documentId, address, title: title.slice(0, 1_000), readAt },
      ...(loadedAt !== undefined && { loadedAt }),
    };
    const { changes = 0, moves = 0 } = glanced ?? {};
    return { type: 'page-read', read, page: { ...last.page, document }, changes, moves };
  };

  return {
    read: readPage,
    silence: async ({ read, said }) => {
      const [address, current] = await Promise.all([addressOf(tabId), settings.get()]);
      return { type: 'page-silent', read, ...unread(address, said, current) };
    },
    glance: async () => ({
      type: 'glanced',
      glance: await glanceAt(tabId, (await load()).glance),
    }),
  };
}

/** What a page says, with what a click said of it before everything else. */
function contextOf(
  snapshot: PageSnapshot | undefined,
  spoken: Said | undefined,
  current: EffectiveSettings,
): PageContext {
  return pageContext(withSaid(snapshot, spoken ?? {}), contextOptions(current));
}

async function understood(
  tabId: number,
  { snapshot }: ReadDocument,
  context: PageContext,
  current: EffectiveSettings,
): Promise<Omit<ReadPage, 'document'>> {
  const rule = ruleOfPage(current.sites, snapshot);
  return {
    context,
    facts: factsOf(snapshot, context, rule),
    site: await siteOf(tabId, snapshot, rule),
  };
}

/** The rule that means a page, with how it did lately, this page counted. */
async function siteOf(
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
