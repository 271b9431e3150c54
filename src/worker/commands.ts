import { mayLaunch } from '../core/settings/managed.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';
import type { Asked } from '../platform/tabs.ts';
import { openSidePanel } from '../platform/views.ts';
import { openPopupOn } from './open-popup.ts';

/** Does what a key of ours stands for; the names are those of the manifest. */
export async function runCommand(name: string, asked: Asked): Promise<void> {
  // Chrome opens the side panel only within the key's press, so nothing is awaited before.
  if (name === 'open-side-panel') return openSidePanel(asked.tabId);
  if (name === 'launch-first-pinned') {
    return openPopupOn(asked, {}, await firstPinned());
  }
}

/** The id of the first pinned flow that may be launched. */
async function firstPinned(): Promise<string | undefined> {
  const current = await settings.get();
  const flows = connectionInUse(current)?.flows ?? [];
  return flows.find(({ pinned, id }) => pinned && mayLaunch(current, id))?.id;
}
