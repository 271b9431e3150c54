import type { Outcome } from '../core/base/failure.ts';
import { isExplainable } from '../core/diagnosis/gathered.ts';
import type { Draft } from '../core/form/draft.ts';
import { hasEnded } from '../core/launch/launch.ts';
import { launchRequestOf } from '../core/launch/request.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { beginsWithForm } from '../core/view/first-step.ts';
import type { OpenLauncher } from '../core/view/launcher.ts';
import { offeredBySite } from '../core/view/site-flow.ts';
import { browserKeys } from '../platform/commands.ts';
import { ask } from '../platform/messages.ts';
import type { PageReader } from '../platform/page.ts';
import { evidenceOf, pageReadAt, shownLaunchOf } from '../platform/store/keys.ts';
import { openOptions, openSiteRule } from '../platform/tabs.ts';
import { openSidePanel } from '../platform/views.ts';
import { after, rest } from '../platform/wait.ts';
import type { HistoryActions } from './history.ts';
import { readLauncherPage } from './page.ts';
import { remediesOf } from './remedies.ts';
import { setUpActions } from './set-up.ts';
import { sharedDraft } from './shared-draft.ts';
import { type FactStore, factStore, openFacts } from './state.ts';

export interface LauncherOptions {
  /** Loads what runs in the page. */
  pageReader: () => Promise<PageReader>;
  /**
   * The popup goes away when another window opens, so it is brought back after signing in; and it
   * opens on a click that may have asked to launch at once.
   */
  isPopup: boolean;
  /** Ends the launcher: it lets go of everything that it follows. */
  closed: AbortSignal;
}

/**
 * The launcher of a view beside a tab: what the view draws, kept up to date from storage, and what it
 * can have done.
 */
export function openLauncher(
  tabId: number,
  { pageReader, isPopup, closed }: LauncherOptions,
): OpenLauncher {
  const store = factStore();
  const connection = (): string => {
    const settings = store.get()?.settings;
    return (settings && connectionInUse(settings)?.name) ?? '';
  };
  const asked = async (answer: Promise<Outcome<null>>): Promise<void> => {
    const outcome = await answer;
    store.change({ failure: outcome.ok ? undefined : outcome.failure });
  };
  const takeDraft = (draft: Draft): void => {
    // A click that asks to launch at once asks the popup: two views must not both do it.
    store.change({ draft: isPopup ? draft : { ...draft, atOnce: false } });
  };
  const keepDraft = sharedDraft(tabId, takeDraft, closed);
  const changeDraft = (changed: Partial<Draft>): void => {
    const facts = store.get();
    if (facts === undefined) return;
    const draft = { ...facts.draft, ...changed };
    store.change({ draft });
    keepDraft(draft);
  };
  const readFlow = (flowId: string | undefined): void => {
    if (flowId !== undefined) void ask('readFlow', { connection: connection(), flowId });
  };
  const refresh = (): void => {
    void ask('refreshFlows', { connection: connection() });
    readFlow(store.get()?.draft.flowId);
  };

  const readPage = async (): Promise<void> => {
    const page = await readLauncherPage(tabId, pageReader);
    store.change({ page });
    if (page.state === 'read') void pageReadAt(tabId).set(Date.now());
  };

  /** The first reading is under way until there are facts. */
  const readPageAgain = (): void => {
    if (store.get() !== undefined && !closed.aborted) void readPage();
  };

  const renewLaunchId = (): void => store.change({ launchId: crypto.randomUUID() });
  const closeLaunch = (): void => {
    const { launch } = store.get() ?? {};
    renewLaunchId();
    void shownLaunchOf(tabId).remove();
    if (launch !== undefined) void evidenceOf(launch.id).remove();
  };
  // Loaded when somebody wants it: nobody opens the history at once.
  let loaded: Promise<HistoryActions> | undefined;
  const history = (): Promise<HistoryActions> => {
    loaded ??= import('./history.ts').then(({ historyActions }) => historyActions(tabId, store));
    return loaded;
  };
  const onShown = (act: (launchId: string) => Promise<void>): void => {
    const { launch } = store.get() ?? {};
    if (launch !== undefined) void act(launch.id);
  };
  const remedy = remediesOf({
    connection,
    closeLaunch,
    focus: (focusedInput) => store.change({ focusedInput }),
    pickFlow: () => changeDraft({ flowId: undefined }),
    signIn: () => asked(ask('signIn', { connection: connection(), reopen: isPopup })),
  });

  let explained: string | undefined;
  const askWhy = (): void => {
    const { launch, evidence } = store.get() ?? {};
    if (launch === undefined || evidence !== undefined || !isExplainable(launch)) return;
    if (explained === launch.id) return;
    explained = launch.id;
    void ask('gatherEvidence', { launchId: launch.id }).then(({ ok }) => {
      // Without any evidence there still is something to say.
      if (!ok && store.get()?.launch?.id === launch.id) store.change({ evidence: {} });
    });
  };

  /** The page that its site's flow was offered for: once, so that a person can go on to another. */
  let offeredFor: unknown;
  let knowsFlows = false;
  const offerFlow = (): void => {
    const facts = store.get();
    if (facts === undefined || !knowsFlows || facts.page === offeredFor) return;
    const offered = offeredBySite(facts);
    if (offered === undefined) return;
    offeredFor = facts.page;
    changeDraft(offered);
    readFlow(offered.flowId);
  };

  let wasSignedIn = false;
  let hadLaunch = false;
  const onChange = (): void => {
    const isSignedIn = store.get()?.session !== undefined;
    if (isSignedIn && !wasSignedIn) refresh();
    wasSignedIn = isSignedIn;
    // Another view beside the same tab may have gone back to the form.
    const hasLaunch = store.get()?.launch !== undefined;
    const isClosed = hadLaunch && !hasLaunch;
    hadLaunch = hasLaunch;
    if (isClosed) renewLaunchId();
    askWhy();
    offerFlow();
  };

  // Read beside what is stored: the form wants what the page holds as soon as it stands there.
  const firstPage = readPage();
  void openFacts(tabId, store, closed).then(async (followFlows) => {
    const facts = store.get();
    if (facts === undefined) return;
    takeDraft(facts.draft);
    wasSignedIn = facts.session !== undefined;
    onChange();
    store.subscribe(onChange);
    keepFollowed(store, closed);
    // A form that can be drawn from what is stored comes first: the rest would keep it back.
    if (beginsWithForm(facts)) {
      await Promise.race([firstPage, after(patience)]);
      await rest();
    }
    void followFlows().then(() => {
      knowsFlows = true;
      offerFlow();
    });
    void ask('follow', {});
    if (facts.session) refresh();
    await firstPage;
    // A click on the toolbar button lets the popup read what another view could not.
    pageReadAt(tabId).onChange(() => {
      if (store.get()?.page.state === 'unreadable') readPageAgain();
    }, closed);
  });

  return {
    facts: store.get,
    subscribe: store.subscribe,
    openSidePanel: isPopup
      ? () => {
          void openSidePanel(tabId).then(() => window.close());
        }
      : undefined,
    browserKeys,
    signIn: () => void asked(ask('signIn', { connection: connection(), reopen: isPopup })),
    signOut: () => void asked(ask('signOut', { connection: connection() })),
    openOptions: () => void openOptions(),
    editSite: () => void openSiteRule(tabId),
    ...setUpActions({
      signIn: (name) => asked(ask('signIn', { connection: name, reopen: isPopup })),
      forgetFlow: () => changeDraft({ flowId: undefined }),
    }),
    refresh,
    readPage: readPageAgain,
    chooseFlow: (flowId) => {
      store.change({ focusedInput: undefined });
      changeDraft({ flowId, bySite: undefined, atOnce: false });
      readFlow(flowId);
    },
    editForm: (flowId, form) =>
      changeDraft({ forms: { ...store.get()?.draft.forms, [flowId]: form } }),
    expectLaunch: () => void ask('follow', {}),
    launch: (start, anyway) => {
      const facts = store.get();
      if (facts === undefined) return;
      const { launchId, settings } = facts;
      const template = settings.executionName;
      const request = launchRequestOf(start, { id: launchId, connection: connection(), template });
      void asked(ask('launch', { ...request, tabId, anyway }));
      if (facts.draft.atOnce) changeDraft({ atOnce: false });
    },
    closeLaunch,
    launchAgain: () => {
      const { launch, draft } = store.get() ?? {};
      const isFromHere = launch?.tabId === tabId && launch.flow.id === draft?.flowId;
      if (launch && !isFromHere) void history().then((it) => it.repeatLaunch(launch.id));
      else closeLaunch();
    },
    cancelLaunch: () => onShown((launchId) => asked(ask('cancel', { launchId }))),
    lookAgain: () => onShown((launchId) => asked(ask('lookUp', { launchId }))),
    openHistory: () => void history().then((it) => it.openHistory()),
    closeHistory: () => void history().then((it) => it.closeHistory()),
    openLaunch: (id) => void history().then((it) => it.openLaunch(id)),
    repeatLaunch: (id) => void history().then((it) => it.repeatLaunch(id)),
    deleteLaunches: async (ids) => (await history()).deleteLaunches(ids),
    remedy,
  };
}

/** How long the rest waits for a form to be filled from a page that does not answer, in milliseconds. */
const patience = 300;

/** How often a view says that it still looks, in milliseconds. */
const glance = 5_000;

/**
 * Says so while a launch has not ended: should the worker end meanwhile, this brings the next one.
 */
function keepFollowed(store: FactStore, closed: AbortSignal): void {
  const timer = setInterval(() => {
    const launch = store.get()?.launch;
    if (launch !== undefined && !hasEnded(launch)) void ask('follow', {});
  }, glance);
  closed.addEventListener('abort', () => clearInterval(timer));
}
