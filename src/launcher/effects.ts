import type { Draft } from '../core/form/draft.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import type { Effect, Reading } from '../core/view/happening.ts';
import { evidenceOf } from '../platform/keys/launch.ts';
import { pageReadAt, shownLaunchOf } from '../platform/keys/tab.ts';
import { ask } from '../platform/messages.ts';
import { after, inTime } from '../platform/wait.ts';
import type { TabPage } from './page.ts';
import type { ViewStore } from './view-store.ts';

interface Tools {
  tabId: number;
  store: ViewStore;
  page: TabPage;
  saveDraft: (draft: Draft) => void;
  closed: AbortSignal;
}

/** How long a page may take to be read before the form goes on without it, in milliseconds. */
const longestReading = 3_000;

/** How long a launch waits for its page to be looked at once more, in milliseconds. */
const longestLook = 1_000;

/** How long a launch waits for the person's conversations, in milliseconds. */
const longestConversations = 2_000;

/** Runs the effects of a view, and tells the view what came of them. */
export interface Effects {
  run(effect: Effect): void;
  /** Resolves when the page was read, or does not answer in time. */
  readPage(reading: Reading): Promise<void>;
}

/** The effects of a view beside a tab; once the view is closed, none of them runs. */
export function effectsOf({ tabId, store, page, saveDraft, closed }: Tools): Effects {
  const { happen } = store;
  const run = (effect: Effect): void => {
    if (closed.aborted) return;
    switch (effect.do) {
      case 'read-page':
        return void readPage(effect);
      case 'ask':
        return void ask(effect.ask, effect.question).then((outcome) => {
          if (effect.shown) happen({ type: 'answered', outcome });
        });
      case 'look-at-conversations':
        return void lookAtConversations(effect.connection);
      case 'gather-evidence': {
        const { launchId } = effect;
        return void ask('gatherEvidence', { launchId }).then(({ ok }) => {
          if (!ok) happen({ type: 'evidence-missing', launchId });
        });
      }
      case 'save-draft':
        saveDraft(effect.draft);
        return;
      case 'show-launch':
        return void (effect.launchId === undefined
          ? shownLaunchOf(tabId).remove()
          : shownLaunchOf(tabId).set(effect.launchId));
      case 'forget-evidence':
        return void evidenceOf(effect.launchId).remove();
      case 'wake':
        return void after(effect.at - Date.now()).then(() => happen({ type: 'woken' }));
    }
  };
  return { run, readPage };

  /** An answer that comes after this has resolved still reaches the view. */
  async function readPage(reading: Reading): Promise<void> {
    let isThere = false;
    // A look tells the other views nothing that the reading before it has not told.
    const isKnown = reading.isLook && store.get()?.page.state === 'read';
    const answer = page.read(reading).then((happening) => {
      isThere = true;
      happen(happening);
      // Other views beside the tab may read it now, too.
      if (happening.type !== 'page-read' || isKnown) return;
      void pageReadAt(tabId).set(happening.page.document.readAt);
    });
    const silence = after(reading.isLook ? longestLook : longestReading).then(async () => {
      if (!isThere) happen(await page.silence(reading));
    });
    await Promise.race([answer, silence]);
  }

  /** The worker writes what it reads before it answers; its message may be here before that is. */
  async function lookAtConversations(connection: Connection): Promise<void> {
    const { name } = connection;
    const answer = ask('readConversations', { connection: name, anew: true }).then(
      async ({ ok }) => {
        const { conversationsOf } = await import('../platform/keys/customer.ts');
        return ok ? { read: await conversationsOf(connectionKey(connection)).get() } : undefined;
      },
    );
    const seen = await inTime(answer, longestConversations);
    if (seen === undefined) happen({ type: 'conversations-silent' });
    else happen({ type: 'conversations-seen', conversations: seen.read });
  }
}
