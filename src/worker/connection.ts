import { done, failed, type Outcome } from '../core/failure.ts';
import type { Connection } from '../core/settings.ts';
import { settings } from '../platform/stored.ts';

/** The connection of that name; fails with `connection-missing`. */
export async function connectionNamed(name: string): Promise<Outcome<Connection>> {
  const { connections } = await settings.get();
  const connection = connections.find((candidate) => candidate.name === name);
  return connection ? done(connection) : failed('connection-missing', { name });
}
