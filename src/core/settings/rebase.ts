import { sortedJson } from '../base/json.ts';
import type { Settings } from './settings.ts';

/**
 * Settings that an editor made of what it knew, put onto those that are stored by now: where the editor
 * changed a part, its part counts, else the stored one. So of two pages that change different parts
 * neither undoes the other.
 *
 * @param known what the editor began with
 * @param next what it made of that
 */
export function rebased(known: Settings, next: Settings, stored: Settings): Settings {
  const changed = Object.entries(next).filter(
    ([name, part]) => !isEqual(part, known[name as keyof Settings]),
  );
  const removed = Object.keys(known).filter((name) => !(name in next));
  const rest = Object.entries(stored).filter(([name]) => !removed.includes(name));
  return Object.fromEntries([...rest, ...changed]) as unknown as Settings;
}

/** Whether two parts of settings say the same, in whatever order their names come: storage sorts them. */
export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || sortedJson(one) === sortedJson(other);
}
