import { contextOptions, type PageContext, pageContext } from '../core/page/context.ts';
import { type PageDocument, unreadPage } from '../core/page/document.ts';
import { factsOf } from '../core/page/facts-behind.ts';
import { type Heard, type Said, saidOn, withSaid } from '../core/page/said.ts';
import { ruleOfPage } from '../core/page/site-source.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import type { Happening, Reading } from '../core/view/happening.ts';
import type { LauncherState, ReadPage } from '../core/view/launcher.ts';
import { unreadIn } from '../core/view/visible.ts';
import { settings } from '../platform/keys/settings.ts';
import { glanceAt, type ReadDocument } from '../platform/page.ts';
import { addressOf } from '../platform/tabs.ts';
import { type InPage, readAgain, readTab } from './reading.ts';
import { siteOf } from './site-of-page.ts';

/** The page of a tab, for the view beside it. */
export interface TabPage {
  /** Reads it. */
  read(reading: Reading): Promise<Happening>;
  /** What is known of it where it does not answer. */
  silence(reading: Reading): Promise<Happening>;
  glance(): Promise<Happening>;
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

  const readPage = async ({ read, said, isLook }: Reading): Promise<Happening> => {
    const again = isLook && loaded ? await readAgain(tabId, loaded, state()) : undefined;
    const reading = again ?? (await readTab(tabId, load(), isLook));
    const { answer, glanced, current } = reading;
    if (!answer.ok) {
      const { failure } = answer;
      return { type: 'page-unreadable', read, failure, ...unread(reading.address, said, current) };
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
