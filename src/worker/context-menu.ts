import { pinnedFlows } from '../core/flow/list.ts';
import type { Said } from '../core/page/said.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { settings } from '../platform/keys/settings.ts';
import { type Click, type MenuItem, setMenu } from '../platform/menus.ts';
import type { Asked } from '../platform/tabs.ts';
import { readersText } from '../platform/text.ts';
import { openSidePanel } from '../platform/views.ts';
import { inTime } from '../platform/wait.ts';
import { readOwnConversations } from './conversations.ts';
import { inBackground } from './in-background.ts';
import { inTurn } from './in-turn.ts';
import { openPopupOn, patience } from './open-popup.ts';
import { clickedTextIn } from './site-reading.ts';

const flowPrefix = 'flow ';
const sidePanelItem = 'side-panel';

/** Puts `Launch a flow…`, the pinned flows and the side panel into the context menu. */
export async function rebuildMenu(): Promise<void> {
  await inTurn('menu', async () => {
    const [current, text] = await Promise.all([settings.get(), readersText()]);
    const items: MenuItem[] = [
      { id: 'launch', title: text('menu_launch') },
      ...pinnedFlows(current).map(({ id, name }) => ({
        id: `${flowPrefix}${id}`,
        title: text('menu_launch_flow', { flow: name }),
      })),
      { id: sidePanelItem, title: text('menu_side_panel') },
    ];
    await setMenu(items);
  });
}

/** Does what an item of the context menu says. */
export async function chooseMenuItem(itemId: string, asked: Asked, click: Click): Promise<void> {
  // Chrome opens the side panel only within the click, so this comes before anything is awaited.
  if (itemId === sidePanelItem) return openSidePanel(asked.tabId);
  const flowId = itemId.startsWith(flowPrefix) ? itemId.slice(flowPrefix.length) : undefined;
  // Beside the rest: the popup that opens finds them read, or waits for the same reading.
  inBackground(readConversationsOfConnectionInUse());
  await openPopupOn(asked, saidBy(asked.tabId, click), flowId);
}

async function readConversationsOfConnectionInUse(): Promise<void> {
  const connection = connectionInUse(await settings.get());
  if (connection) await readOwnConversations(connection);
}

/** What was clicked: the selection or the link as the browser tells it, else what the element says. */
async function saidBy(tabId: number, { selectionText, linkUrl, frameId }: Click): Promise<Said> {
  const isTold = selectionText !== undefined || linkUrl !== undefined;
  return {
    selection: selectionText?.slice(0, 4_000),
    link: linkUrl?.slice(0, 4_000),
    text: isTold ? undefined : await inTime(clickedTextIn(tabId, frameId ?? 0), patience),
  };
}
