import { redirectPath } from '../core/base/environment.ts';
import type { Connection } from '../core/settings/settings.ts';
import type { LauncherActions } from '../core/view/launcher.ts';
import { redirectUrl } from '../platform/sign-in-window.ts';
import { ownSettings } from '../platform/store/keys.ts';

/** What the launcher can change in the person's settings: a first connection, and which is in use. */
export function setUpActions(options: {
  signIn: (connection: string) => Promise<void>;
  forgetFlow: () => void;
}): Pick<LauncherActions, 'redirectUrl' | 'setUp' | 'chooseConnection'> {
  const setUp = async (connection: Connection): Promise<void> => {
    const own = await ownSettings.get();
    const connections = [
      ...own.connections.filter(({ name }) => name !== connection.name),
      connection,
    ];
    await ownSettings.set({ ...own, connections, connection: connection.name });
    await options.signIn(connection.name);
  };
  return {
    redirectUrl: (environment) => redirectUrl(redirectPath(environment)),
    setUp: (connection) => void setUp(connection),
    chooseConnection: (connection) => {
      options.forgetFlow();
      void ownSettings.get().then((own) => ownSettings.set({ ...own, connection }));
    },
  };
}
