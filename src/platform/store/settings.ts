import { readLeniently } from '../../core/base/lenient.ts';
import { guards, type Settings, settingsSchema } from '../../core/settings/settings.ts';
import { ownSettings, settingsAside } from '../keys/settings.ts';
import { withLock } from '../locks.ts';

/**
 * Changes the person's own settings. The worker and all our pages change them here only, so that no other
 * change comes between reading and writing. Rejects where the browser refuses to write.
 */
export function changeSettings(change: (own: Settings) => Settings): Promise<Settings> {
  return ownSettings.change(change);
}

/** Whether the stored settings can be read as a whole: of damaged ones nothing may be concluded. */
export async function areSettingsWhole(): Promise<boolean> {
  const { key } = ownSettings;
  const { [key]: found } = await chrome.storage.local.get(key);
  return found === undefined || settingsSchema.safeParse(found).success;
}

/**
 * Where the stored settings cannot be read as a whole (damaged, or of another version), puts them
 * aside as they are, and keeps the parts that can be read. Otherwise the next change of a setting would
 * overwrite them all.
 */
export async function mendSettings(): Promise<void> {
  const { key } = ownSettings;
  await withLock(key, async () => {
    const { [key]: found } = await chrome.storage.local.get(key);
    if (found === undefined || settingsSchema.safeParse(found).success) return;
    await settingsAside.set(found);
    const { kept } = readLeniently(settingsSchema, found, guards);
    if (kept === undefined) await ownSettings.remove();
    else await chrome.storage.local.set({ [key]: kept });
  });
}
