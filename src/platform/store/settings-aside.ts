import { readLeniently } from '../../core/base/lenient.ts';
import { z } from '../../core/base/zod.ts';
import { settingsSchema } from '../../core/settings/settings.ts';
import { stored } from './stored.ts';

/** Settings as they were found when they could not be read as a whole; undefined where there are none. */
export const settingsAside = stored('local', 'set-aside settings', z.unknown(), undefined);

/**
 * Where the stored settings cannot be read as a whole (damaged, or of another version), puts them
 * aside as they are, and keeps what of them can be read. Otherwise the next change of a setting would
 * be written over all of them.
 */
export async function mendSettings(): Promise<void> {
  const { settings } = await chrome.storage.local.get('settings');
  if (settings === undefined || settingsSchema.safeParse(settings).success) return;
  await settingsAside.set(settings);
  const { kept } = readLeniently(settingsSchema, settings);
  if (kept === undefined) await chrome.storage.local.remove('settings');
  else await chrome.storage.local.set({ settings: kept });
}
