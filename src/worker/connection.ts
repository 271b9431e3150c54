import type { Outcome } from '../core/base/failure.ts';
import { type Connection, connectionByName } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';

/** The connection of that name; fails with `connection-missing`. */
export async function connectionNamed(name: string): Promise<Outcome<Connection>> {
  return connectionByName(await settings.get(), name);
}
