import type { FindingAction } from '../core/base/finding.ts';
import { wasAccepted } from '../core/launch/launch.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import type { LauncherActions } from '../core/view/actions.ts';
import { browserKeys } from '../platform/commands.ts';
import { ask } from '../platform/messages.ts';
import { openOptions, openSiteRule } from '../platform/tabs.ts';
import { openSidePanel } from '../platform/views.ts';
import type { HistoryActions } from './history.ts';
import { remediesOf } from './remedies.ts';
import { setUpActions } from './set-up.ts';
import type { ViewStore } from './view-store.ts';

/** The actions of a view's components. */
export function actionsOf(tools: {
  tabId: number;
  store: ViewStore;
  isPopup: boolean;
}): LauncherActions {
  const { tabId, store, isPopup } = tools;
  const { happen } = store;
  const connection = (): string => {
    const settings = store.get()?.settings;
    return (settings && connectionInUse(settings)?.name) ?? '';
  };
  const asked = async (answer: ReturnType<typeof ask>): Promise<void> =>
    happen({ type: 'answered', outcome: await answer });
  const signIn = async (name: string): Promise<void> => {
    await asked(ask('signIn', { connection: name }));
    // Nothing is read before the person has chosen to sign in.
    if (store.get()?.page.state === 'unreadable') happen({ type: 'read-again' });
  };
  // Loaded when the person opens the history, which is never the first thing they do.
  let loaded: Promise<HistoryActions> | undefined;
  const history = (): Promise<HistoryActions> => {
    loaded ??= import('./history.ts').then(({ historyActions }) => historyActions(store));
    return loaded;
  };
  const forShownLaunch = (act: (launchId: string) => Promise<void>): void => {
    const { launch } = store.get() ?? {};
    if (launch !== undefined) void act(launch.id);
  };
  // After an accepted launch the form was emptied; what failed is put right in one as it was.
  const backToForm = (): void => {
    const { launch } = store.get() ?? {};
    if (launch === undefined || !wasAccepted(launch)) happen({ type: 'launch-closed' });
    else void history().then((it) => it.repeatLaunch(launch.id));
  };
  return {
    happen,
    openSidePanel: isPopup ? () => void openSidePanel(tabId).then(() => window.close()) : undefined,
    browserKeys,
    signIn: () => void signIn(connection()),
    useAnotherAccount: () => void asked(ask('signIn', { connection: connection(), asksWho: true })),
    signOut: () => void asked(ask('signOut', { connection: connection() })),
    openOptions: () => void openOptions(),
    editSite: () => void openSiteRule(tabId),
    ...setUpActions({ store, signIn, forgetFlow: () => happen({ type: 'flow-forgotten' }) }),
    pinFlow: (flow, pinned) =>
      void import('./pins.ts').then((it) => it.pinFlow(store, connection(), flow, pinned)),
    formOf: store.formOf,
    expectLaunch: () => void ask('follow', {}),
    launchAgain: backToForm,
    cancelLaunch: () => forShownLaunch((launchId) => asked(ask('cancel', { launchId }))),
    lookAgain: () => forShownLaunch((launchId) => asked(ask('lookUp', { launchId }))),
    openHistory: () => void history().then((it) => it.openHistory()),
    closeHistory: () => void history().then((it) => it.closeHistory()),
    repeatLaunch: (id) => void history().then((it) => it.repeatLaunch(id)),
    deleteLaunches: async (ids) => (await history()).deleteLaunches(ids),
    supportBundle: async () => {
      const settings = store.get()?.settings;
      if (settings === undefined) return '';
      return (await import('./support.ts')).supportBundle(settings, navigator.userAgent);
    },
    remedy: (action: FindingAction) =>
      remediesOf({
        store,
        connection,
        backToForm,
        focus: (name) => happen({ type: 'input-focused', name }),
        pickFlow: () => happen({ type: 'flow-forgotten' }),
        signIn: () => signIn(connection()),
      })(action),
  };
}
