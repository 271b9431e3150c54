import type { DeskActions } from '../core/desk.ts';
import { redirectPath } from '../core/environment.ts';
import type { Connection } from '../core/settings.ts';
import { redirectUrl } from './sign-in-window.ts';
import { ownSettings } from './stored.ts';

/** What the launcher can change in the person's settings: a first connection, and which is in use. */
export function setUpActions(options: {
  signIn: (connection: string) => Promise<void>;
  forgetFlow: () => void;
}): Pick<DeskActions, 'redirectUrl' | 'setUp' | 'chooseConnection'> {
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
