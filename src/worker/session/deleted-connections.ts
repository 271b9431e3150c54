import { type ConnectionPlace, readConnectionKey } from '../../core/settings/connection-key.ts';
import { connectionKey } from '../../core/settings/settings.ts';
import { settings } from '../../platform/keys/settings.ts';
import { forgetOwned, ownersOf } from '../../platform/store/forget.ts';
import { areSettingsWhole } from '../../platform/store/settings.ts';
import { inBackground } from '../in-background.ts';
import { endSessionFor } from './session.ts';

/**
 * Forgets all that is kept for connections that are gone, by hand, import or policy, and has their
 * tokens deleted at the server. Damaged settings delete nothing.
 */
export async function forgetConnections(gone: readonly ConnectionPlace[]): Promise<void> {
  if (gone.length === 0 || !(await areSettingsWhole())) return;
  const listed = new Set((await settings.get()).connections.map(connectionKey));
  for (const place of gone) {
    const key = connectionKey(place);
    // Settings that were damaged for a moment seemed to have none.
    if (listed.has(key)) continue;
    inBackground(endSessionFor(place));
    await forgetOwned('connection', [key]);
  }
}

/** The same for all that is kept for connections which are not in the settings. */
export async function forgetUnlistedConnections(): Promise<void> {
  const places = (await ownersOf('connection')).flatMap((owner) => readConnectionKey(owner) ?? []);
  await forgetConnections([...new Map(places.map((it) => [connectionKey(it), it])).values()]);
}
