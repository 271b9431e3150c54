import { failed } from '../core/base/failure.ts';
import type { Connection, Settings } from '../core/settings/settings.ts';
import { changeSettings } from '../platform/store/settings.ts';
import type { ViewStore } from './view-store.ts';

/** Changes the person's settings. False where the browser refuses to write: the view then says so. */
export async function saveSettings(
  { happen }: Pick<ViewStore, 'happen'>,
  change: (own: Settings) => Settings,
): Promise<boolean> {
  try {
    await changeSettings(change);
    return true;
  } catch (error) {
    console.warn(error);
    happen({ type: 'answered', outcome: failed('settings-not-saved') });
    return false;
  }
}

/** Changes one connection in the person's settings. False where the browser refuses to write. */
export function saveConnection(
  store: Pick<ViewStore, 'happen'>,
  name: string,
  change: (connection: Connection) => Partial<Connection>,
): Promise<boolean> {
  return saveSettings(store, (own) => ({
    ...own,
    connections: own.connections.map((each) =>
      each.name === name ? { ...each, ...change(each) } : each,
    ),
  }));
}
