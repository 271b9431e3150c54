import { hasEnded } from '../core/launch/launch.ts';
import type { OpenLauncher } from '../core/view/actions.ts';
import { beginsWithForm } from '../core/view/first-step.ts';
import { offsetAt } from '../platform/clock.ts';
import { pageReadAt } from '../platform/keys/tab.ts';
import { onTabGone } from '../platform/lifecycle.ts';
import { ask } from '../platform/messages.ts';
import { takeIntention } from '../platform/store/intention.ts';
import { after, rest } from '../platform/wait.ts';
import { actionsOf } from './actions.ts';
import { onDrawn } from './drawn.ts';
import { effectsOf } from './effects.ts';
import { keepGlancing } from './glances.ts';
import type { TabPage } from './page.ts';
import type { InPage } from './reading.ts';
import { sharedDraft } from './shared-draft.ts';
import { openState } from './state.ts';
import { followUnfinished } from './unfinished.ts';
import { type Decisions, type ViewStore, viewStore } from './view-store.ts';

export interface LauncherOptions {
  /** Loads what runs in the page. */
  inPage: () => Promise<InPage>;
  /**
   * The popup goes away when another window opens, so it is brought back after signing in; and it
   * takes what a click in the menu, a command or the address bar asked for.
   */
  isPopup: boolean;
  /** Ends the launcher: it stops following storage and the page. */
  closed: AbortSignal;
}

/** How long everything else waits for a form to be filled from a page that does not answer, in milliseconds. */
const patience = 300;

/**
 * The launcher of a view beside a tab: the state that the view draws, kept up to date from storage and the
 * page, and the actions of its components. `core/step/step.ts` makes its decisions.
 */
export function openLauncher(
  tabId: number,
  { inPage, isPopup, closed }: LauncherOptions,
): OpenLauncher {
  const store = viewStore((effect) => effects.run(effect), loadDecisions());
  const { happen } = store;
  const draft = sharedDraft(tabId, (value) => happen({ type: 'draft-came', draft: value }), closed);
  const page = pageLater(() =>
    import('./page.ts').then(({ pageOf }) => pageOf(tabId, inPage, store.get)),
  );
  // The worker is told of a launch once `Launch` is pressed: the first paint does not wait for that.
  void import('./on-its-way.ts').then(({ watchLaunch }) => watchLaunch(tabId, store, closed));
  const effects = effectsOf({ tabId, store, page, saveDraft: draft, closed });

  // While storage is read: the form needs the page's values as soon as it is drawn.
  const intended = isPopup ? takeIntention(tabId) : Promise.resolve(undefined);
  const firstPage = intended.then(async (intention) => {
    if (intention) happen({ type: 'intention-taken', intention });
    await effects.readPage({ read: 1, said: intention });
  });
  // A side panel turns to another tab while the person uses it.
  void openState({ tabId, isTurnedTo: !isPopup }, store, closed).then(async (followFlows) => {
    const first = store.get();
    if (first === undefined) return;
    // A form that can be drawn from storage comes first: the rest would delay it.
    if (beginsWithForm(first)) {
      await Promise.race([firstPage, after(patience)]);
      await rest();
    }
    void followFlows().then(() => happen({ type: 'flows-known' }));
    happen({ type: 'flows-wanted' });
    void followUnfinished(happen, closed);
    void ask('follow', {});
    await firstPage;
    void keepGlancing(store, page, closed);
    keepFollowed(store, closed);
    // A click on the toolbar button lets the popup read what another view could not.
    pageReadAt(tabId).onChange(() => {
      if (store.get()?.page.state === 'unreadable') happen({ type: 'read-again' });
    }, closed);
    // The reading then says that the tab is gone.
    onTabGone((id) => {
      if (id === tabId) happen({ type: 'read-again' });
    }, closed);
  });

  return {
    state: store.get,
    subscribe: (draw) => onDrawn(store, draw),
    pageLoaded: () => happen({ type: 'page-loaded' }),
    ...actionsOf({ tabId, store, isPopup }),
  };
}

/** Loads what the first paint does not need. */
async function loadDecisions(): Promise<Decisions> {
  const [{ step }, { formViews }] = await Promise.all([
    import('../core/step/step.ts'),
    import('../core/view/form.ts'),
  ]);
  return { step, formOf: formViews(offsetAt) };
}

/** The page of a tab, whose code is not needed for the first paint: it is loaded beside that. */
function pageLater(load: () => Promise<TabPage>): TabPage {
  const page = load();
  return {
    read: async (...asked) => (await page).read(...asked),
    silence: async (...asked) => (await page).silence(...asked),
    glance: async () => (await page).glance(),
  };
}

/** How often a view says that it is still open, in milliseconds. */
const betweenSigns = 5_000;

/** Says that the view is open while its launch has not ended: if the worker has ended meanwhile, this wakes the next. */
function keepFollowed(store: ViewStore, closed: AbortSignal): void {
  const timer = setInterval(() => {
    const launch = store.get()?.launch;
    if (launch !== undefined && !hasEnded(launch)) void ask('follow', {});
  }, betweenSigns);
  closed.addEventListener('abort', () => clearInterval(timer));
}
