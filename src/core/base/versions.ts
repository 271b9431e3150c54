import { isObject } from './json.ts';
import { z } from './zod.ts';

/** A change of a stored shape, with the day on which it was made. */
export interface Migration {
  /** `2026-11-27` */
  on: string;
  /** The version that comes of it; the first shape of all, which says no version, is 1. */
  to: number;
  change(value: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/**
 * A schema that also reads what earlier versions have stored: it is changed step by step into today's
 * shape first. What a later version has stored is not read, rather than misunderstood.
 *
 * @param migrations in the order in which they were made
 */
export function versioned<Schema extends z.ZodMiniType>(
  schema: Schema,
  migrations: readonly Migration[],
) {
  return z.pipe(
    z.transform((raw: unknown) => broughtUpToDate(raw, migrations)),
    schema,
  );
}

function broughtUpToDate(raw: unknown, migrations: readonly Migration[]): unknown {
  if (!isObject(raw)) return raw;
  const stored: Record<string, unknown> = { ...raw };
  const { version = 1 } = stored;
  return migrations
    .filter(({ to }) => typeof version === 'number' && to > version)
    .reduce((value, { to, change }) => ({ ...change(value), version: to }), stored);
}
