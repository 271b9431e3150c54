import { pinnedFlows } from '../core/flow/list.ts';
import { settings } from '../platform/keys/settings.ts';
import type { Asked } from '../platform/tabs.ts';
import { openSidePanel } from '../platform/views.ts';
import { openPopupOn } from './open-popup.ts';

/** Does what a key of ours stands for; the names are those of the manifest. */
export async function runCommand(name: string, asked: Asked): Promise<void> {
  // Chrome opens the side panel only within the key's press, so nothing is awaited before.
  if (name === 'open-side-panel') return openSidePanel(asked.tabId);
  if (name === 'launch-first-pinned') {
    const [first] = pinnedFlows(await settings.get());
    return openPopupOn(asked, {}, first?.id);
  }
}
