import type { Connection } from '../core/settings/settings.ts';
import { saveConnection } from './save-settings.ts';
import type { ViewStore } from './view-store.ts';

/** Pins a flow in the person's settings, or no longer does; what else they say of it stays. */
export async function pinFlow(
  store: ViewStore,
  connection: string,
  flow: { id: string; name: string },
  pinned: boolean,
): Promise<void> {
  await saveConnection(store, connection, ({ flows }) => ({ flows: withPin(flows, flow, pinned) }));
}

function withPin(
  flows: Connection['flows'],
  { id, name }: { id: string; name: string },
  pinned: boolean,
): Connection['flows'] {
  return flows.some((flow) => flow.id === id)
    ? flows.map((flow) => (flow.id === id ? { ...flow, pinned } : flow))
    : [...flows, { id, name, pinned, launchAtOnce: false, inputs: {} }];
}
