import { type EffectiveSettings, type ExtensibleList, hasEntry, isManaged } from './managed.ts';

/** How many entries at the head of a list are the policy's, and cannot be changed. */
export function managedCount({ policy }: EffectiveSettings, list: ExtensibleList): number {
  return policy.settings[list]?.length ?? 0;
}

/** Whether one entry of a list, by its name, is the policy's, or may not be changed for another reason. */
export function isManagedEntry(
  settings: EffectiveSettings,
  list: ExtensibleList,
  name: string | undefined,
): boolean {
  if (isManaged(settings, list)) return true;
  return name !== undefined && hasEntry(settings.policy.settings[list] ?? [], name);
}

/**
 * What to save of the person's own after they edited a list that begins with the policy's entries. Own
 * entries that the policy hides stay, for the day when it no longer does.
 */
export function ownPart<Entry extends { name: string }>(
  edited: readonly Entry[],
  own: readonly Entry[],
  settings: EffectiveSettings,
  list: Exclude<ExtensibleList, 'contactTypes'>,
): Entry[] {
  const shown = new Set(settings[list].map(({ name }) => name));
  const managed = settings.policy.settings[list] ?? [];
  const hidden = own.filter(({ name }) => !shown.has(name) || hasEntry(managed, name));
  return [...edited.slice(managedCount(settings, list)), ...hidden];
}
