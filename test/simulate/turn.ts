import { openTab, type Tab } from './tab.ts';
import { happen, openView } from './view.ts';
import type { World } from './world.ts';

/** The other tab comes to the front: the popup closes, unless it is a window of its own, and the side panel follows. */
export function turn(world: World): void {
  comesToFront(world, otherOf(world));
}

/** The tab in front is closed. A new one takes its place, behind the other. */
export function closeTab(world: World): void {
  const closed = world.front;
  const other = otherOf(world);
  closed.id = undefined;
  world.tabs = [openTab(world.freshTabId()), other];
  comesToFront(world, other);
  tellGone(world, closed);
}

/**
 * The browser puts the tab that is not in front to sleep, and knows it by another ID from then on. What was typed and what
 * was launched is kept for that one; its page is loaded anew.
 */
export function sleepBehind(world: World): void {
  const tab = otherOf(world);
  tab.id = world.freshTabId();
  tab.page.wake(tab.id, world.now);
  tab.intention = undefined;
  if (world.defect === 'a tab that wakes does not know what was launched in it')
    tab.shown = undefined;
  tellGone(world, tab);
}

function otherOf({ tabs, front }: World): Tab {
  return tabs.find((each) => each !== front) ?? front;
}

function comesToFront(world: World, tab: Tab): void {
  const { views, front: before, trial } = world;
  const [, panel] = views;
  world.front = tab;
  if (!trial.ownWindow) views[0] = undefined;
  if (panel === undefined) return;
  openView(world, 1, before);
  const [, next] = views;
  if (next && world.defect === 'a countdown goes on beside the next tab') {
    next.state = { ...next.state, launching: panel.state.launching };
    next.cause = panel.cause;
  }
}

/** A view beside a tab that is gone is told so, and reads it. */
function tellGone(world: World, tab: Tab): void {
  for (const view of world.views) {
    if (view?.tab === tab) happen(world, view, { type: 'read-again' });
  }
}
