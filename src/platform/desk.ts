import type { Desk } from '../core/desk.ts';
import type { Draft } from '../core/draft.ts';
import type { Outcome } from '../core/failure.ts';
import { executionName } from '../core/launch-request.ts';
import { connectionInUse } from '../core/settings.ts';
import { factStore, openFacts } from './desk-facts.ts';
import { ask } from './messages.ts';
import type { Readers } from './page.ts';
import { readPageOfDesk } from './page-of-desk.ts';
import { draftOf, shownLaunchOf } from './stored.ts';
import { openOptions } from './tabs.ts';

/**
 * The desk of a view beside a tab: what the view draws, kept up to date from storage, and what it
 * can have done. The page is read once; `readers` is what runs in it.
 */
export function openDesk(tabId: number, readers: Readers): Desk {
  const store = factStore();
  // One form makes one launch: a second click on `Launch` asks for the same one.
  let launchId = crypto.randomUUID();

  const connection = (): string => {
    const settings = store.get()?.settings;
    return (settings && connectionInUse(settings)?.name) ?? '';
  };
  const asked = async (answer: Promise<Outcome<null>>): Promise<void> => {
    const outcome = await answer;
    store.change({ failure: outcome.ok ? undefined : outcome.failure });
  };
  const changeDraft = (changed: Partial<Draft>): void => {
    const facts = store.get();
    if (facts === undefined) return;
    const draft = { ...facts.draft, ...changed };
    store.change({ draft });
    void draftOf(tabId).set(draft);
  };
  const readFlow = (flowId: string | undefined): void => {
    if (flowId !== undefined) void ask('readFlow', { connection: connection(), flowId });
  };
  const refresh = (): void => {
    void ask('refreshFlows', { connection: connection() });
    readFlow(store.get()?.draft.flowId);
  };

  let wasSignedIn = false;
  const refreshAtSignIn = (): void => {
    const isSignedIn = store.get()?.session !== undefined;
    if (isSignedIn && !wasSignedIn) refresh();
    wasSignedIn = isSignedIn;
  };

  void openFacts(tabId, store).then(async () => {
    const facts = store.get();
    if (facts === undefined) return;
    refreshAtSignIn();
    store.subscribe(refreshAtSignIn);
    void ask('follow', {});
    store.change({ page: await readPageOfDesk(tabId, readers, facts.settings) });
  });

  return {
    facts: store.get,
    subscribe: store.subscribe,
    signIn: () => void asked(ask('signIn', { connection: connection(), reopen: true })),
    signOut: () => void asked(ask('signOut', { connection: connection() })),
    openOptions: () => void openOptions(),
    refresh,
    chooseFlow: (flowId) => {
      changeDraft({ flowId, atOnce: false });
      readFlow(flowId);
    },
    editForm: (flowId, form) =>
      changeDraft({ forms: { ...store.get()?.draft.forms, [flowId]: form } }),
    launch: ({ flowId, flowName, inputData }) => {
      changeDraft({ atOnce: false });
      const template = store.get()?.settings.executionName ?? '';
      const name = executionName(template, flowName, launchId);
      const request = { id: launchId, connection: connection(), flowId, flowName, inputData, name };
      void asked(ask('launch', { ...request, tabId }));
    },
    closeLaunch: () => {
      launchId = crypto.randomUUID();
      void shownLaunchOf(tabId).remove();
    },
  };
}
