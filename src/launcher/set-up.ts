import { redirectPath } from '../core/base/environment.ts';
import type { Connection } from '../core/settings/settings.ts';
import type { LauncherActions } from '../core/view/actions.ts';
import { setUpDraft } from '../platform/keys/settings.ts';
import { redirectUrl } from '../platform/sign-in-window.ts';
import { changeSettings } from '../platform/store/settings.ts';

/** What the launcher can change in the person's settings: a first connection, and which is in use. */
export function setUpActions(options: {
  signIn: (connection: string) => Promise<void>;
  forgetFlow: () => void;
}): Pick<
  LauncherActions,
  'redirectUrl' | 'setUpDraft' | 'keepSetUpDraft' | 'setUp' | 'chooseConnection'
> {
  const setUp = async (connection: Connection): Promise<void> => {
    await changeSettings((own) => {
      const others = own.connections.filter(({ name }) => name !== connection.name);
      return { ...own, connections: [...others, connection], connection: connection.name };
    });
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
      void changeSettings((own) => ({ ...own, connection }));
    },
  };
}
