import { redirectPath } from '../core/base/environment.ts';
import type { Connection } from '../core/settings/settings.ts';
import type { LauncherActions } from '../core/view/actions.ts';
import { setUpDraft } from '../platform/keys/settings.ts';
import { redirectUrl } from '../platform/sign-in-window.ts';
import { saveSettings } from './save-settings.ts';
import type { ViewStore } from './view-store.ts';

/** What the launcher can change in the person's settings: a first connection, and which is in use. */
export function setUpActions(options: {
  store: ViewStore;
  signIn: (connection: string) => Promise<void>;
  forgetFlow: () => void;
}): Pick<
  LauncherActions,
  'redirectUrl' | 'setUpDraft' | 'keepSetUpDraft' | 'setUp' | 'chooseConnection'
> {
  const setUp = async (connection: Connection): Promise<void> => {
    const isSaved = await saveSettings(options.store, (own) => {
      const others = own.connections.filter(({ name }) => name !== connection.name);
      return { ...own, connections: [...others, connection], connection: connection.name };
    });
    if (!isSaved) return;
    await setUpDraft.remove();
    await options.signIn(connection.name);
  };
  return {
    redirectUrl: (environment) => redirectUrl(redirectPath(environment)),
    setUpDraft: () => setUpDraft.get(),
    keepSetUpDraft: (draft) => void setUpDraft.set(draft),
    setUp: (connection) => void setUp(connection),
    chooseConnection: (connection) => {
      options.forgetFlow();
      void saveSettings(options.store, (own) => ({ ...own, connection }));
    },
  };
}
