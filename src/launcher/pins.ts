import type { Connection } from '../core/settings/settings.ts';
import { saveSettings } from './save-settings.ts';
import type { ViewStore } from './view-store.ts';

/** Pins a flow in the person's settings, or no longer does; what else they say of it stays. */
export async function pinFlow(
  store: ViewStore,
  connection: string,
  flow: { id: string; name: string },
  pinned: boolean,
): Promise<void> {
  await saveSettings(store, (own) => ({
    ...own,
    connections: own.connections.map((each) =>
      each.name === connection ? { ...each, flows: withPin(each.flows, flow, pinned) } : each,
    ),
  }));
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
