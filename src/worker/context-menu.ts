import { pageReaders } from '../content/readers.ts';
import type { Click } from '../core/draft.ts';
import { mayLaunch } from '../core/managed.ts';
import { connectionInUse } from '../core/settings.ts';
import { type MenuItem, setMenu } from '../platform/menus.ts';
import { readTab } from '../platform/page.ts';
import { clickedPageOf, draftOf, settings, shownLaunchOf } from '../platform/stored.ts';
import { text } from '../platform/text.ts';
import { openPopup } from '../platform/views.ts';
import { inTurn } from './in-turn.ts';

const flowPrefix = 'flow ';

/** Puts `Launch a flow…` and the pinned flows into the context menu. */
export async function rebuildMenu(): Promise<void> {
  await inTurn('menu', async () => {
    const current = await settings.get();
    const pinned = (connectionInUse(current)?.flows ?? []).filter(
      ({ pinned, id }) => pinned && mayLaunch(current, id),
    );
    const items: MenuItem[] = [
      { id: 'launch', title: text('menu_launch') },
      ...pinned.map(({ id, name }) => ({
        id: `${flowPrefix}${id}`,
        title: text('menu_launch_flow', { flow: name }),
      })),
    ];
    await setMenu(items);
  });
}

/**
 * Reads the page that was clicked on, with what the browser tells about the click, and opens the
 * popup on it, with the flow chosen where a flow's item was clicked. Where
 * that flow is set to launch at once, the popup launches it as soon as its form is complete.
 */
export async function launchFromMenu(itemId: string, tabId: number, click: Click): Promise<void> {
  const page = await readTab(tabId, pageReaders, await settings.get(), click);
  if (page.ok) await clickedPageOf(tabId).set({ snapshot: page.value, at: Date.now() });
  await shownLaunchOf(tabId).remove();
  if (itemId.startsWith(flowPrefix)) {
    const draft = await draftOf(tabId).get();
    await draftOf(tabId).set({ ...draft, flowId: itemId.slice(flowPrefix.length), atOnce: true });
  }
  await openPopup(tabId);
}
