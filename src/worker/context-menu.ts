import type { Click } from '../core/form/draft.ts';
import { withClickedText } from '../core/page/clicked-text.ts';
import type { PageSnapshot } from '../core/page/snapshot.ts';
import { mayLaunch } from '../core/settings/managed.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { type MenuItem, setMenu } from '../platform/menus.ts';
import { settings } from '../platform/store/keys.ts';
import { readersText } from '../platform/text.ts';
import { openSidePanel } from '../platform/views.ts';
import { inTurn } from './in-turn.ts';
import { openPopupOn, pageOf } from './open-popup.ts';
import { clickedTextIn } from './site-reading.ts';

const flowPrefix = 'flow ';
const sidePanelItem = 'side-panel';

/** Puts `Launch a flow…`, the pinned flows and the side panel into the context menu. */
export async function rebuildMenu(): Promise<void> {
  await inTurn('menu', async () => {
    const [current, text] = await Promise.all([settings.get(), readersText()]);
    const pinned = (connectionInUse(current)?.flows ?? []).filter(
      ({ pinned, id }) => pinned && mayLaunch(current, id),
    );
    const items: MenuItem[] = [
      { id: 'launch', title: text('menu_launch') },
      ...pinned.map(({ id, name }) => ({
        id: `${flowPrefix}${id}`,
        title: text('menu_launch_flow', { flow: name }),
      })),
      { id: sidePanelItem, title: text('menu_side_panel') },
    ];
    await setMenu(items);
  });
}

/** Does what an item of the context menu says. */
export async function chooseMenuItem(itemId: string, tabId: number, click: Click): Promise<void> {
  // Chrome opens the side panel only within the click, so this comes before anything is awaited.
  if (itemId === sidePanelItem) return openSidePanel(tabId);
  const flowId = itemId.startsWith(flowPrefix) ? itemId.slice(flowPrefix.length) : undefined;
  await openPopupOn(tabId, flowId, await pageClickedOn(tabId, click));
}

async function pageClickedOn(tabId: number, click: Click): Promise<PageSnapshot | undefined> {
  const page = await pageOf(tabId, click);
  // A selection or a link under the menu is told by the browser itself.
  const isTold = click.selectionText !== undefined || click.linkUrl !== undefined;
  return page && withClickedText(page, isTold ? undefined : await clickedTextIn(tabId));
}
