import type { Outcome } from '../core/failure.ts';
import { type Connection, connectionByName } from '../core/settings.ts';
import { settings } from '../platform/stored.ts';

/** The connection of that name; fails with `connection-missing`. */
export async function connectionNamed(name: string): Promise<Outcome<Connection>> {
  return connectionByName(await settings.get(), name);
}
