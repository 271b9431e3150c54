import { backToForm } from '../../src/core/launch/back-to-form.ts';
import { type PageDocument, unreadPage } from '../../src/core/page/document.ts';
import type { Said } from '../../src/core/page/said.ts';
import { documentOf } from '../harness/view-pages.ts';
import { flow } from '../harness/view-world.ts';
import { isThere, type Tab } from './tab.ts';
import { changeDraft, latencyOf, openView, tellOfLaunch } from './view.ts';
import { causeOf, type World } from './world.ts';

/** So long it takes a person to choose from a menu, in milliseconds. */
const choosing = 200;

/** So long the worker waits for a page to say which it is, in milliseconds. */
const patience = 3_000;

/** A click in the menu of the tab in front, or a line in the address bar. Its popup opens once the page has answered. */
export function click(world: World, said: Said): void {
  const { front: tab, now, arranged, trial } = world;
  const { page, id: tabId = -1 } = tab;
  page.pass(Number.POSITIVE_INFINITY);
  const intention = {
    id: world.freshId(),
    tabId,
    document: unreadPage(tabId, page.now().address, now),
    said,
    flowId: flow.id,
    atOnce: arranged.launchAtOnce ?? false,
    at: now,
  };
  const meant = { intention, cause: { ...causeOf(world, tab), isAtOnce: true } };
  // Of two clicks in one tab the second counts.
  world.clicks = world.clicks.filter((each) => each.tab !== tab);
  world.clicks.push({
    at: now + choosing + Math.min(latencyOf(world), patience),
    tab,
    tabId,
    meant,
  });
  if (!trial.ownWindow) world.views[0] = undefined;
}

/** Opens the popup for a click that is due, if its tab is in front still. */
export function openClicked(world: World): void {
  const { now, front } = world;
  const due = world.clicks.filter(({ at }) => at <= now);
  world.clicks = world.clicks.filter(({ at }) => at > now);
  for (const { tab, tabId, meant } of due) {
    if (tab !== front || !isThere({ tab, tabId })) continue;
    const document = documentAt(tab, meant.intention.document, now);
    tab.intention = { ...meant, intention: { ...meant.intention, document } };
    closeResult(world, tab);
    world.views[0] = undefined;
    openView(world, 0);
  }
}

/** As the worker does. */
function closeResult(world: World, tab: Tab): void {
  const { draft } = tab;
  const sent = (draft.sentAs ?? []).flatMap((id) => world.begun.get(id)?.record ?? []);
  const next = backToForm(draft, sent);
  const isLeft = world.defect === 'a click in the menu leaves what was launched in the form';
  if (next !== draft && !isLeft) changeDraft(world, tab, next);
  tab.shown = undefined;
  tellOfLaunch(world, tab, undefined);
}

/** The page that was clicked on: where another is there by now, or it does not answer, it is known by its address. */
function documentAt({ page }: Tab, clicked: PageDocument, now: number): PageDocument {
  const there = documentOf(page.now(), now);
  const isIt = there.address === clicked.address && (there.loadedAt ?? 0) <= clicked.readAt;
  return isIt && !page.isHung() ? there : clicked;
}
