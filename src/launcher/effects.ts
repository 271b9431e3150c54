import type { Draft } from '../core/form/draft.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import type { Effect } from '../core/view/happening.ts';
import { evidenceOf } from '../platform/keys/launch.ts';
import { shownLaunchOf } from '../platform/keys/tab.ts';
import { ask } from '../platform/messages.ts';
import { after } from '../platform/wait.ts';
import type { TabPage } from './page.ts';
import { readInTime } from './read-in-time.ts';
import type { ViewStore } from './view-store.ts';

interface Tools {
  tabId: number;
  store: ViewStore;
  page: TabPage;
  saveDraft: (draft: Draft) => void;
  closed: AbortSignal;
}

/** How long a launch waits for the person's conversations, in milliseconds. */
const longestConversations = 2_000;

/** Does what a view wants done, and tells the view what came of it. */
export function effectsOf({ tabId, store, page, saveDraft, closed }: Tools) {
  const { happen } = store;
  return (effect: Effect): void => {
    if (closed.aborted) return;
    switch (effect.do) {
      case 'read-page':
        return void readInTime(page, happen, {
          read: effect.read,
          isLook: store.get()?.launching?.step === 'checking',
        });
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

  /** The worker writes what it reads before it answers; its message may be here before that is. */
  async function lookAtConversations(connection: Connection): Promise<void> {
    const { name } = connection;
    const answer = ask('readConversations', { connection: name, anew: true }).then(
      async ({ ok }) => {
        const { conversationsOf } = await import('../platform/keys/customer.ts');
        return ok ? { read: await conversationsOf(connectionKey(connection)).get() } : undefined;
      },
    );
    const seen = await Promise.race([answer, after(longestConversations).then(() => undefined)]);
    if (seen === undefined) happen({ type: 'conversations-silent' });
    else happen({ type: 'conversations-seen', conversations: seen.read });
  }
}
